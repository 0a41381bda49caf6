using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>Backups that are made from a standby, every hour on the hour: what it lacks they lack.</summary>
[Parallelizable(ParallelScope.All)]
public class StandbyBackupStories
{
    [Test]
    public void A_standby_in_step_is_as_good_as_the_primary_and_a_delayed_one_is_late()
    {
        Assert.That(Moments("", ""), Is.EqualTo(Hours(20, 40)));
        Assert.That(Moments(", apply delay: 2h", ""), Is.EqualTo(Hours(18, 38)));
    }

    [Test]
    public void What_a_standby_lacks_that_is_cut_off_its_backup_lacks()
    {
        double[] moments = Moments("", "apart: { kind: partition, hits: home.b, at: 1d 30m, noticed: 5m, lasts: 4h }");

        Assert.That(moments, Is.EqualTo(new[] { 20, 21, 22, 23, 24, 24.5, 24.5, 24.5, 24.5, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40 }).Within(0.001));
    }

    [Test]
    public void A_standby_that_applies_too_slowly_is_backed_up_as_far_as_it_is()
    {
        // Cut off for four hours it lacks 14.4 GB, of which it makes good 1 MB/s: at 29 o'clock, half an hour later, it is at hour 25.5.
        double[] moments = Moments(", apply: 2 MB/s", "apart: { kind: partition, hits: home.b, at: 1d 30m, noticed: 5m, lasts: 4h }");

        Assert.That(moments[9..14], Is.EqualTo(new[] { 25.5, 27.5, 29.5, 31.5, 33 }).Within(0.01));
    }

    [Test]
    public void Nothing_is_cut_while_the_standby_is_down_or_breaks_off()
    {
        Assert.That(Moments("", "stop: { kind: crash, hits: shop.late, at: 1d 30m, noticed: 5m, lasts: 3h }"), Is.EqualTo(Hours(20, 24).Concat(Hours(28, 40))).Within(0.01));
        Assert.That(Moments("", "stop: { kind: crash, hits: shop.late, at: 1d 30m, noticed: 5m, lasts: 3h }", "40m"), Is.EqualTo(Hours(20, 23).Concat(Hours(28, 40))).Within(0.01), "that of the 24th hour was still on its way");
    }

    [Test]
    public void A_backup_of_a_standby_that_is_cut_off_does_not_leave_its_zone()
    {
        DatabaseRestored restored = Run("", "apart: { kind: partition, hits: home.b, at: 1d 30m, noticed: 5m, lasts: 4h }\n  fire: { kind: destruction, hits: shop.primary, at: 1d 3h 30m, noticed: 1m }", "0s").OfType<DatabaseRestored>().Single();

        Assert.That(restored.LossWindow.TotalHours, Is.EqualTo(3.5).Within(0.001), "what is cut from 25 o'clock on cannot leave the zone before the fire");
    }

    private static double[] Hours(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(hour => (double)hour)];

    /// <summary>The moments of the points cut at 20 to 40 o'clock.</summary>
    private static double[] Moments(string standby, string fault, string takes = "0s") =>
        [.. Run(standby, fault.Length == 0 ? "busy: { kind: load, hits: shop, factor: 1.0001, at: 1h, noticed: 1h, lasts: 1h }" : fault, takes).OfType<PointsOffered>().Single().Points
            .Where(point => point.UsableFrom >= Instant.After(TimeSpan.FromHours(20)) && point.UsableFrom < Instant.After(TimeSpan.FromHours(41))).Select(point => point.Moment.SinceStart.TotalHours)];

    private static IReadOnlyList<Fact> Run(string standby, string fault, string takes)
    {
        string text = $$"""
            version: 1
            name: story
            question: What does the backup show?
            run: { length: 3d, trials: 1, seed: 1 }
            regions: { home: { zones: [a, b] } }
            stores: { bucket: { region: home, read: 1 GB/s } }
            databases:
              shop:
                zone: home.a
                data: 10 GB
                writes: 1 MB/s
                standbys:
                  late: { zone: home.b, replication: logical{{standby}} }
                backups:
                  backup: { kind: full, every: 1h, start: 0s, from: late, to: bucket, takes: {{takes}} }
            faults:
              {{fault}}
            """;
        ReadStudy read = ScenarioFile.Parse(text, "story");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 1).Run(0).Facts;
    }
}
