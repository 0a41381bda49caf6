using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Backups.Cutting;
using Simulator.Models.Databases.Log;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Tests.Stories;

/// <summary>Where the log is cut, and how far it brings a database back, from the first store and from copies.</summary>
[Parallelizable(ParallelScope.All)]
public class LogStories
{
    private const double Low = 0.1e6, High = 6e6, Segment = 300e6, Minutes5 = 300, Grid = 3600;

    /// <summary>At night the time cuts, by day the size; from one grid point to the next the log is walked second by second.</summary>
    [Test]
    public void Cuts_by_time_or_size_are_those_that_small_steps_find()
    {
        WrittenLog log = new(Story.Read(Syntaxes.DataWorkload, "daily(low 0.1 MB/s high 6 MB/s peak 15h)"), TimeSpan.Zero);
        WhicheverFirst cuts = new(log, TimeSpan.FromMinutes(5), Segment, TimeSpan.FromMinutes(7));
        List<double> found = [];
        for (long? index = cuts.Newest(At(24)); index is { } number && cuts.At(number) < At(48); index = cuts.After(number)) found.Add(cuts.At(number).SinceStart.TotalSeconds);

        List<double> walked = Walk(found[0], 48 * 3600);
        Assert.That(found, Has.Count.EqualTo(walked.Count));
        Assert.That(found.Zip(walked, (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(0.5), "of pieces of fifty seconds and more, whose volume steps tell to a thousandth");
        double[] lengths = [.. found.Zip(found.Skip(1), (a, b) => b - a)];
        Assert.That(lengths.Count(length => length > 299.9), Is.GreaterThan(40), "cut by time, below 1 MB/s");
        Assert.That(lengths.Count(length => length < 60), Is.GreaterThan(50), "cut by size");
    }

    [Test]
    public void Numbers_of_cuts_lead_forth_and_back()
    {
        WrittenLog log = new(Story.Read(Syntaxes.DataWorkload, "daily(low 0.1 MB/s high 6 MB/s peak 15h)"), TimeSpan.Zero);
        WhicheverFirst cuts = new(log, TimeSpan.FromMinutes(5), Segment, TimeSpan.FromMinutes(7));

        for (double hour = 24; hour < 48; hour += 0.37)
        {
            long at = cuts.Newest(At(hour))!.Value;
            Assert.That(cuts.At(at), Is.LessThanOrEqualTo(At(hour)));
            Assert.That(cuts.At(cuts.After(at)!.Value), Is.GreaterThan(At(hour)));
            Assert.That(cuts.Before(cuts.After(at)!.Value), Is.EqualTo(at));
        }
    }

    /// <summary>A piece is cut every hour and takes 10 min; its copy is cut every three hours, is held for 30 min after the piece is there, and takes 20 min.</summary>
    [Test]
    public void A_copied_log_loses_its_own_cadence_and_all_hold_and_takes_before_it()
    {
        Protection protection = Chain().Protection();
        string[] copied = ["off-site", "off-site-log"];

        Assert.That(protection.Newest(At(241), At(241), copied)?.At, Is.EqualTo(At(237)), "four hours at the worst: 3 h, 10, 30 and 20 min");
        Assert.That(protection.Newest(At(241), At(241) + new TimeSpan(1), copied)?.At, Is.EqualTo(At(240)));
        RestorePoint point = protection.Newest(At(241), At(241), copied)!;
        Assert.That(point.Logs.Single(), Is.EqualTo(new LogReach("off-site-log", At(216), At(237))));
        Assert.That(point.Pieces.Single().Store, Is.EqualTo("far"));
        Assert.That(protection.Newest(At(229), At(241), copied)?.At, Is.EqualTo(At(228)), "a point in time before it");
    }

    [Test]
    public void A_region_that_is_lost_leaves_what_its_copied_log_reaches()
    {
        TimeSpan Lost(string at) => Chain().Losing("home", at).Run().OfType<DatabaseRestored>().Single().LossWindow;

        Assert.That(Lost("10d 1h"), Is.EqualTo(TimeSpan.FromHours(4)), "what arrives at that very instant does not");
        Assert.That(Lost("10d 1h 1s"), Is.EqualTo(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void A_copy_of_a_log_is_bad_with_any_piece_that_it_holds()
    {
        Backed chain = new Backed().With("daily", new Full(Each(24, "bucket"))).With("off-site", new Full(Each(24, "far") with { From = "daily" }))
            .With("log", new LogShipping(Each(1, "bucket") with { Usable = new Models.Quantities.Share(0.7) }, null, false)).With("off-site-log", new Copy(Each(8, "far") with { From = "log" }));
        int good = Enumerable.Range(0, 200).Count(trial => chain.Losing("stores.bucket", "11d 1h").Protection(trial) is var protection && IsGood(protection));

        Assert.That(good / 200.0, Is.EqualTo(Math.Pow(0.7, 8)).Within(0.05), "eight pieces that are good each with 70%; three standard deviations of 0.016");

        static bool IsGood(Protection protection)
        {
            RestorePoint point = protection.Newest(At(248), At(249), ["off-site", "off-site-log"])!;
            protection.World.Simulation.Run(At(249));
            protection.World.Forever.Start(protection.Restore(protection.World.Forever, point, 1e9, ["off-site", "off-site-log"]));
            protection.World.Simulation.Run(At(260));
            return protection.Restored!.At == At(248);
        }
    }

    private static Backed Chain() => new Backed().With("daily", new Full(Each(24, "bucket"))).With("off-site", new Copy(Each(24, "far") with { From = "daily", Takes = new Pace(TimeSpan.FromHours(1), null) }))
        .With("log", new LogShipping(Each(1, "bucket") with { Takes = new Pace(TimeSpan.FromMinutes(10), null) }, null, false))
        .With("off-site-log", new Copy(Each(3, "far") with { From = "log", Hold = TimeSpan.FromMinutes(30), Takes = new Pace(TimeSpan.FromMinutes(20), null) }));

    /// <summary>The cuts from one on, by steps of a second over straight lines between the trough at three and the peak at fifteen o'clock; each grid point begins anew.</summary>
    private static List<double> Walk(double from, double until)
    {
        List<double> cuts = [from];
        double at = from, open = from, bytes = 0;
        while (true)
        {
            double grid = ((Math.Floor((at - 420) / Grid) + 1) * Grid) + 420;
            double written = Rate(at + 0.5), full = (Segment - bytes) / written, next = Math.Min(Math.Min(full, open + Minutes5 - at), grid - at);
            if (next > 1)
            {
                (at, bytes) = (at + 1, bytes + written);
                continue;
            }
            (at, open, bytes) = (at + next, at + next, 0);
            if (at >= until) return cuts;
            cuts.Add(at);
        }
    }

    private static double Rate(double seconds)
    {
        double away = Math.Abs((seconds / 3600 % 24) - 15);
        return High - ((High - Low) * Math.Min(away, 24 - away) / 12);
    }

    private static Instant At(double hours) => Instant.After(TimeSpan.FromHours(hours));

    private static Schedule Each(double hours, string to) => new(TimeSpan.FromHours(hours), to) { Start = TimeSpan.Zero, Keep = Retention.For(TimeSpan.FromDays(10)) };
}
