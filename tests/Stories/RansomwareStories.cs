using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>What an intruder leaves who has been in for five days, and has the keys of the account that owns the database and its backups.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RansomwareStories
{
    private const string Spare = "zone: home.b, replication: remote apply";

    [Test]
    public void Neither_a_standby_nor_a_backup_that_he_can_reach_is_left() =>
        Assert.That(Struck("bucket: { region: far, read: 1 GB/s, account: main, immutable: false }").Only<DatabaseLost>().Database, Is.Zero);

    [TestCase("bucket: { region: far, read: 1 GB/s, account: main, immutable: true }")]
    [TestCase("bucket: { region: far, read: 1 GB/s, account: vault, immutable: false }, other: { region: far, read: 1 GB/s, account: main }")]
    public void What_is_locked_or_of_another_account_survives_and_the_loss_begins_before_he_came(string stores) =>
        Assert.That(Struck(stores).Only<DatabaseRestored>().LossWindow.TotalDays, Is.EqualTo(5.5).Within(0.01), "five days since he came, and half a day to the newest point before that");

    [Test]
    public void Where_points_since_then_may_be_clean_the_newest_of_those_counts()
    {
        const int trials = 200;
        Copies copies = Intruded("bucket: { region: far, read: 10 GB/s, account: main }", "dwelt: 10d, reaches: [main], clean: 50%");
        double[] days = [.. Enumerable.Range(0, trials).Select(trial => copies.Run(trial).Only<DatabaseRestored>().LossWindow.TotalDays)];

        // Half a day, and a day for each that is not clean: a geometric number with mean 1 and variance 2.
        Assert.That(days.Average(), Is.EqualTo(1.5).Within(3 * Math.Sqrt(2.0 / trials)));
    }

    [Test]
    public void Who_is_found_before_he_strikes_does_no_harm()
    {
        Copies copies = Intruded("bucket: { region: far, read: 1 GB/s, account: main, immutable: false }", "dwelt: 5d, reaches: [main], hunt: { every: 2d, finds: 100% }").Run();

        Assert.That(copies.Only<GuardStopped>().Guard, Is.EqualTo("the hunt for intruders"));
        Assert.That(copies.All<DatabaseDown>(), Is.Empty);
    }

    private static Copies Struck(string stores) => Intruded(stores, "dwelt: 5d, reaches: [main]").Run();

    private static Copies Intruded(string stores, string keys) => new Copies { Length = "40d", Stores = stores }
        .Spare(Spare).With(Copies.Failover).With("backups: { daily: { kind: snapshot, every: 24h, start: 0h, to: bucket, keep: 60d } }").Suffers("ransomware", "shard", keys, at: "30d 12h");
}
