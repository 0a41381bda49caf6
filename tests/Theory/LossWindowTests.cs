using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Backups;

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
        double[] losses = LossesOf(new Snapshot(every, takes, s_keep, "bucket"));

        double T = every.TotalSeconds, d = takes.TotalSeconds;
        double standardError = T / Math.Sqrt(12 * Draws);
        Assert.That(losses.Average(), Is.EqualTo(d + T / 2).Within(4 * standardError), $"seed {Seed}");
        Assert.That(losses[(int)(0.95 * Draws)], Is.EqualTo(d + 0.95 * T).Within(4 * T * Math.Sqrt(0.95 * 0.05 / Draws)));
        Assert.That(losses[(int)(0.99 * Draws)], Is.EqualTo(d + 0.99 * T).Within(4 * T * Math.Sqrt(0.99 * 0.01 / Draws)));
        Assert.That(losses[0], Is.GreaterThanOrEqualTo(d));
        Assert.That(losses[^1], Is.LessThanOrEqualTo(d + T));
        Assert.That(LargestGap(losses, d, T), Is.LessThan(1.63 / Math.Sqrt(Draws)), "Kolmogorov-Smirnov at 1 %");
    }

    [Test]
    public void The_log_rolls_a_snapshot_forward_to_its_newest_cut()
    {
        Snapshot daily = new(TimeSpan.FromDays(1), TimeSpan.Zero, s_keep, "bucket");
        LogShipping log = new(TimeSpan.FromMinutes(5), TimeSpan.Zero, s_keep, "bucket");
        Instant lost = Instant.After(TimeSpan.FromHours(30.5));

        RestorePoint? full = daily.Offer(null, "daily", lost, lost, TimeSpan.FromHours(2));
        RestorePoint? rolled = log.Offer(full, "log", lost, lost, TimeSpan.FromMinutes(3));

        Assert.That(full, Is.EqualTo(new RestorePoint(Instant.After(TimeSpan.FromHours(26)), Instant.After(TimeSpan.FromHours(26)), "bucket", "daily")));
        Assert.That(rolled, Is.EqualTo(full! with { At = Instant.After(TimeSpan.FromMinutes(30 * 60 + 28)), Source = "daily + log" }));
        Assert.That(log.Offer(null, "log", lost, lost, TimeSpan.Zero), Is.Null, "a log without a full copy brings nothing back");
    }

    [Test]
    public void Nothing_is_left_of_what_was_noticed_after_its_retention()
    {
        Snapshot daily = new(TimeSpan.FromDays(1), TimeSpan.Zero, TimeSpan.FromDays(7), "bucket");
        Instant deleted = Instant.After(TimeSpan.FromHours(12));

        Assert.That(daily.NewestCut(deleted, deleted + TimeSpan.FromDays(6), TimeSpan.Zero), Is.EqualTo(Instant.Start));
        Assert.That(daily.NewestCut(deleted, deleted + TimeSpan.FromDays(7), TimeSpan.Zero), Is.Null, "the newest point before the deletion is seven and a half days old");
    }

    [Test]
    public void P_of_nothing_to_restore_is_P_of_noticing_later_than_kept()
    {
        // Noticed after an exponential time of mean 7 d, kept for 7 d: of a point cut just before, exp(-1) of the time nothing is left.
        Snapshot hourly = new(TimeSpan.FromMinutes(1), TimeSpan.Zero, TimeSpan.FromDays(7), "bucket");
        ulong key = Philox.Key(Seed, "noticed");
        int gone = Enumerable.Range(0, Draws).Count(i =>
        {
            TimeSpan noticed = TimeSpan.FromDays(-7 * Math.Log(1 - Philox.Uniform(key, (ulong)i)));
            return hourly.NewestCut(Instant.Start, Instant.After(noticed), TimeSpan.Zero) is null;
        });
        Assert.That(gone / (double)Draws, Is.EqualTo(Math.Exp(-1)).Within(4 * Math.Sqrt(0.37 * 0.63 / Draws)), $"seed {Seed}");
    }

    private static double[] LossesOf(BackupPolicy policy)
    {
        ulong key = Philox.Key(Seed, "disaster");
        double[] losses = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            Instant lost = Instant.After(TimeSpan.FromDays(10 * Philox.Uniform(key, (ulong)i)));
            losses[i] = (lost - policy.NewestCut(lost, lost, TimeSpan.FromSeconds(77))!.Value).TotalSeconds;
        }
        Array.Sort(losses);
        return losses;
    }

    private static double LargestGap(double[] sorted, double low, double width) =>
        sorted.Select((loss, i) => Math.Abs((loss - low) / width - (i + 0.5) / sorted.Length)).Max();
}
