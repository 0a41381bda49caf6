using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Backups;
using Simulator.Models.Quantities;
using Simulator.Tests.Stories;

namespace Simulator.Tests.Theory;

/// <summary>What is lost when a disaster strikes at a uniform instant, against the closed form of each kind of protection.</summary>
[Parallelizable(ParallelScope.All)]
public class LossWindowTests
{
    private const int Draws = 20_000;
    private const ulong Seed = 2022;

    private static readonly TimeSpan s_keep = TimeSpan.FromDays(30);

    // cadence and delay in minutes: a snapshot a day, at once or after six hours; a log cut every five minutes, at once or after two.
    [TestCase(1440, 0)]
    [TestCase(1440, 360)]
    [TestCase(5, 0)]
    [TestCase(5, 2)]
    public void A_point_every_T_usable_after_d_loses_uniform_d_to_T_plus_d(double cadence, double delay)
    {
        TimeSpan every = TimeSpan.FromMinutes(cadence), takes = TimeSpan.FromMinutes(delay);
        double[] losses = LossesOf(new Backed().With("copy", new Snapshot(Kept(every, takes))));

        double T = every.TotalSeconds, d = takes.TotalSeconds;
        double standardError = T / Math.Sqrt(12 * Draws);
        Assert.That(losses.Average(), Is.EqualTo(d + T / 2).Within(4 * standardError), $"seed {Seed}");
        Assert.That(losses[(int)(0.95 * Draws)], Is.EqualTo(d + 0.95 * T).Within(4 * T * Math.Sqrt(0.95 * 0.05 / Draws)));
        Assert.That(losses[(int)(0.99 * Draws)], Is.EqualTo(d + 0.99 * T).Within(4 * T * Math.Sqrt(0.99 * 0.01 / Draws)));
        Assert.That(losses[0], Is.GreaterThanOrEqualTo(d));
        Assert.That(losses[^1], Is.LessThanOrEqualTo(d + T));
        Assert.That(LargestGap(losses, d, T), Is.LessThan(1.63 / Math.Sqrt(Draws)), "Kolmogorov-Smirnov at 1 %");
    }

    // cadence of the log and its way, in minutes: every five minutes, there at once or after two; every hour, there after three hours.
    [TestCase(5, 0)]
    [TestCase(5, 2)]
    [TestCase(60, 180)]
    public void A_log_every_c_available_after_L_loses_uniform_L_to_L_plus_c(double cadence, double way)
    {
        TimeSpan every = TimeSpan.FromMinutes(cadence), takes = TimeSpan.FromMinutes(way);
        // The copy is on its way for a day itself, so that it is never the newest that there is.
        double[] losses = LossesOf(new Backed().With("copy", new Snapshot(Kept(TimeSpan.FromDays(1), TimeSpan.FromDays(1)))).With("log", new LogShipping(Kept(every, takes), null, false)));

        double c = every.TotalSeconds, L = takes.TotalSeconds;
        Assert.That(losses[0], Is.GreaterThanOrEqualTo(L));
        Assert.That(losses[^1], Is.LessThanOrEqualTo(L + c));
        Assert.That(LargestGap(losses, L, c), Is.LessThan(1.63 / Math.Sqrt(Draws)), $"Kolmogorov-Smirnov at 1 %, seed {Seed}");
    }

    // Seconds, megabytes of a segment, MB/s of log: the timeout governs, or the size does; the loss is uniform(0, T) with T the shorter of the two.
    [TestCase(5, 16.777216, 0.1)]
    [TestCase(5, 16.777216, 8.6)]
    public void A_log_cut_by_time_or_size_loses_uniform_up_to_whichever_comes_first(double timeout, double segment, double rate)
    {
        Schedule schedule = Kept(TimeSpan.FromSeconds(timeout), TimeSpan.FromMilliseconds(50));
        double[] losses = LossesOf(new Backed { Writes = $"{rate} MB/s" }
            .With("copy", new Snapshot(Kept(TimeSpan.FromDays(1), TimeSpan.FromDays(1)))).With("log", new LogShipping(schedule, new DataSize(segment * 1e6), true)));

        Assert.That(LargestGap(losses, 0.05, Math.Min(timeout, segment / rate)), Is.LessThan(1.63 / Math.Sqrt(Draws)), $"Kolmogorov-Smirnov at 1 %, seed {Seed}");
    }

    [Test]
    public void The_log_rolls_a_snapshot_forward_to_its_newest_cut()
    {
        Instant lost = Instant.After(TimeSpan.FromHours(30.5));
        Backed both = new Backed().With("daily", new Snapshot(Kept(TimeSpan.FromDays(1), TimeSpan.Zero) with { Start = TimeSpan.FromHours(2) }))
            .With("log", new LogShipping(Kept(TimeSpan.FromMinutes(5), TimeSpan.Zero) with { Start = TimeSpan.FromMinutes(3) }, null, false));

        RestorePoint full = both.Protection().Newest(lost, lost, ["daily"])!;
        RestorePoint rolled = both.Protection().Newest(lost, lost)!;

        Assert.That((full.At, full.Base, full.Store, full.Source), Is.EqualTo((Instant.After(TimeSpan.FromHours(26)), (Instant?)Instant.After(TimeSpan.FromHours(26)), "bucket", "daily")));
        Assert.That((rolled.At, rolled.Base, rolled.Source), Is.EqualTo((Instant.After(TimeSpan.FromMinutes(30 * 60 + 28)), full.Base, "daily + log")));
        Assert.That(both.Protection().Newest(lost, lost, ["log"]), Is.Null, "a log without a full copy brings nothing back");
    }

    [Test]
    public void Nothing_is_left_of_what_was_noticed_after_its_retention()
    {
        Protection daily = new Backed().With("daily", new Snapshot(Kept(TimeSpan.FromDays(1), TimeSpan.Zero) with { Start = TimeSpan.Zero, Keep = Retention.For(TimeSpan.FromDays(7)) })).Protection();
        Instant deleted = Instant.After(TimeSpan.FromHours(12));

        Assert.That(daily.Newest(deleted, deleted + TimeSpan.FromDays(6))?.At, Is.EqualTo(Instant.Start));
        Assert.That(daily.Newest(deleted, deleted + TimeSpan.FromDays(7)), Is.Null, "the newest point before the deletion is seven and a half days old");
    }

    [Test]
    public void P_of_nothing_to_restore_is_P_of_noticing_later_than_kept()
    {
        // Noticed after an exponential time of mean 7 d, kept for 7 d: of a point cut just before, exp(-1) of the time nothing is left.
        Protection often = new Backed().With("often", new Snapshot(Kept(TimeSpan.FromMinutes(1), TimeSpan.Zero) with { Start = TimeSpan.Zero, Keep = Retention.For(TimeSpan.FromDays(7)) })).Protection();
        ulong key = Philox.Key(Seed, "noticed");
        int gone = Enumerable.Range(0, Draws).Count(i =>
        {
            TimeSpan noticed = TimeSpan.FromDays(-7 * Math.Log(1 - Philox.Uniform(key, (ulong)i)));
            return often.Newest(Instant.Start, Instant.After(noticed)) is null;
        });
        Assert.That(gone / (double)Draws, Is.EqualTo(Math.Exp(-1)).Within(4 * Math.Sqrt(0.37 * 0.63 / Draws)), $"seed {Seed}");
    }

    private static Schedule Kept(TimeSpan every, TimeSpan takes) => new(every, "bucket") { Takes = new Pace(takes, null), Keep = Retention.For(s_keep), Start = TimeSpan.FromSeconds(77) };

    private static double[] LossesOf(Backed arrangement)
    {
        Protection protection = arrangement.Protection();
        ulong key = Philox.Key(Seed, "disaster");
        double[] losses = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            Instant lost = Instant.After(TimeSpan.FromDays(10 * Philox.Uniform(key, (ulong)i)));
            losses[i] = (lost - protection.Newest(lost, lost)!.At).TotalSeconds;
        }
        Array.Sort(losses);
        return losses;
    }

    private static double LargestGap(double[] sorted, double low, double width) =>
        sorted.Select((loss, i) => Math.Abs((loss - low) / width - (i + 0.5) / sorted.Length)).Max();
}
