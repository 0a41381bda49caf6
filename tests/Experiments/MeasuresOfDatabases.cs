using Simulator.Experiments.Measures;
using Simulator.Experiments.Running;
using Simulator.Kernel;
using Simulator.Models.Facts;
using static Simulator.Tests.Experiments.Journals;

namespace Simulator.Tests.Experiments;

/// <summary>What measures make of failovers, restores, balances and commits of databases, from journals that are written by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MeasuresOfDatabases
{
    private const double Hour = 3600;

    private static double[] Values(Outcome outcome, string sentence) => Of(outcome, sentence).AtMost;

    private static Members Of(Outcome outcome, string sentence)
    {
        var expectation = Expect(sentence);
        return expectation.Measure.Of(outcome, expectation.Subject);
    }

    private static DatabaseRestored Restored(double at, int shard, double lossHours, double bytes = 0) =>
        new DatabaseRestored(H(at), "shard", shard, H(at - lossHours), "daily", TimeSpan.FromHours(lossHours), bytes);

    private static RestorePhaseDone Phase(double from, double to, string phase = "copy") => new RestorePhaseDone(H(to), "shard", 0, phase, H(from), 0);

    [Test]
    public void A_database_that_was_lost_twice_counts_its_longest_window_and_all_its_bytes()
    {
        Outcome outcome = Outcome(900, FailedOver(1, 0, 30, bytes: 5), Restored(500, 0, 217, bytes: 7), new DatabaseLost(H(600), "shard", 1, 11));
        Assert.That(Values(outcome, "loss of shard = 0s"), Is.EqualTo(new[] { 217 * Hour, double.PositiveInfinity }));
        Assert.That(Values(outcome, "lost data of shard = 0 B"), Is.EqualTo(new[] { 12.0, 11 }));
    }

    [Test]
    public void What_a_restore_that_is_under_way_will_lose_is_not_known()
    {
        Outcome outcome = Outcome(10, Down(1, 0), Phase(2, 3));
        Assert.That(Of(outcome, "loss of shard = 0s"), Has.Property("AtLeast").EqualTo(new[] { 0.0 }).And.Property("AtMost").EqualTo(new[] { double.PositiveInfinity }));
        Assert.That(Of(outcome, "restore time of shard = 0s").AtLeast, Is.EqualTo(new[] { Hour }));
        Assert.That(Of(outcome, "restore time of shard = 0s").IsKnown, Is.False);
    }

    [Test]
    public void A_start_after_a_crash_may_lose_what_was_not_on_the_disk()
    {
        Outcome outcome = Outcome(10, new DatabaseRestarted(H(1), "shard", 0, "a", TimeSpan.FromSeconds(1), 77));
        Assert.That(Values(outcome, "loss of shard = 0s"), Is.EqualTo(new[] { 1.0 }));
        Assert.That(Values(outcome, "lost data of shard = 0 B"), Is.EqualTo(new[] { 77.0 }));
    }

    [Test]
    public void What_was_deleted_for_good_is_erased_with_its_last_copy()
    {
        Outcome outcome = Outcome(10, new LastCopyGone(H(10), "shard", 0, "site 7", H(1), H(1000), "nightly"));
        Assert.That(Values(outcome, "erased of each shard <= 30d"), Is.EqualTo(new[] { 999 * Hour }));
    }

    [Test]
    public void Reads_that_are_told_for_several_delays_took_what_they_took_once()
    {
        static Fact Read(double after) => new ReadsFollowed(H(1), "shard", 0, TimeSpan.FromMilliseconds(after), 2, 0) { Latencies = [TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2)] };
        Assert.That(Values(Outcome(10, Read(0), Read(10)), "read latency of each shard <= 8ms"), Is.EqualTo(new[] { 0.001, 0.002 }));
    }

    [Test]
    public void The_phases_of_a_restore_add_up()
    {
        Outcome outcome = Outcome(10, Down(1, 0), Phase(2, 3), Phase(3, 5, "replay"), Restored(5, 0, 1), Up(5, 0), Phase(5, 5.5, "first query"));
        Assert.That(Of(outcome, "restore time of shard = 0s"), Has.Property("AtMost").EqualTo(new[] { 3.5 * Hour }).And.Property("IsKnown").True);
        Assert.That(Of(outcome, "loss of shard = 0s").IsKnown);
    }

    [Test]
    public void Stranded_writes_are_those_of_the_copy_that_should_have_stopped()
    {
        Fact began = new SplitBrainBegan(H(1), "shard", 0, "a", "b"), ended = new SplitBrainEnded(H(2), "shard", 0, H(1), 5e6, 954, "kept");
        Assert.That(Values(Outcome(10, began, ended), "stranded of shard = 0 writes"), Is.EqualTo(new[] { 954.0 }));
        Assert.That(Values(Outcome(10, began, ended), "stranded data of total shard = 0 B"), Is.EqualTo(new[] { 5e6 }));
        Outcome open = Outcome(10, began, new LedgerClosed(H(10), "shard", 0, 100e6, 91e6, 2e6, 7e6));
        Assert.That(Values(open, "stranded data of total shard = 0 B"), Is.EqualTo(new[] { 7e6 }), "a split that had not ended shows in the balance");
    }

    [Test]
    public void What_is_kept_is_a_share_of_all_that_was_acknowledged()
    {
        Outcome outcome = Outcome(10, new LedgerClosed(H(10), "shard", 0, 300, 200, 100, 0), new LedgerClosed(H(10), "shard", 1, 100, 100, 0, 0));
        Assert.That(Values(outcome, "kept of shard >= 99%"), Is.EqualTo(new[] { 0.75 }));
        Assert.That(Values(outcome, "acknowledged of shard >= 1 B"), Is.EqualTo(new[] { 400.0 }));
        Assert.That(Values(Outcome(10), "kept of shard >= 99%"), Is.EqualTo(new[] { 1.0 }), "a database that nothing happened to keeps everything");
    }

    [Test]
    public void Held_back_writes_add_up()
    {
        Outcome outcome = Outcome(10, new WritesHeldBack(H(2), "shard", 0, H(1), 5), new WritesHeldBack(H(4), "shard", 0, H(3), 7));
        Assert.That(Values(outcome, "held back of shard = 0 B"), Is.EqualTo(new[] { 12.0 }));
    }

    [Test]
    public void Commits_of_all_databases_are_members_and_lost_ones_add_up()
    {
        static Fact Followed(int shard, string when, params double[] milliseconds) =>
            new CommitsFollowed(H(1), "shard", shard, when, [.. milliseconds.Select(TimeSpan.FromMilliseconds)]);
        Outcome outcome = Outcome(10, Followed(0, "in sync", 1, 2), Followed(0, "degraded", 0.5), Followed(1, "in sync", 3),
            new CommitsLost(H(2), "shard", 0, 12, 1), new CommitsLost(H(3), "shard", 0, 4, 0));
        Assert.That(Values(outcome, "commit latency of each shard <= 8ms"), Is.EqualTo(new[] { 0.001, 0.002, 0.003 }));
        Assert.That(Values(outcome, "degraded commit latency of each shard <= 8ms"), Is.EqualTo(new[] { 0.0005 }));
        Assert.That(Values(outcome, "lost commits of shard = 0"), Is.EqualTo(new[] { 16.0 }));
    }

    [Test]
    public void Stale_reads_are_those_of_the_delay_that_is_named_or_of_the_worst()
    {
        static Fact Read(int shard, double after, int reads, int stale) => new ReadsFollowed(H(1), "shard", shard, TimeSpan.FromMilliseconds(after), reads, stale);
        Outcome outcome = Outcome(10, Read(0, 0, 100, 40), Read(0, 10, 100, 2), Read(1, 10, 300, 6));
        Assert.That(Values(outcome, "stale reads of shard <= 1%"), Is.EqualTo(new[] { 0.4 }));
        Assert.That(Values(outcome, "stale reads of shard after 10ms <= 1%"), Is.EqualTo(new[] { 0.02 }));
        Assert.That(Values(outcome, "stale reads of shard after 11ms <= 1%"), Is.Empty, "nobody read at that delay");
    }

    [Test]
    public void A_fault_is_noticed_each_time_that_it_strikes()
    {
        Outcome outcome = Outcome(10, new FaultBegan(H(1), "script", ""), new FaultNoticed(H(2), "script"), new FaultBegan(H(4), "script", ""), new FaultNoticed(H(4), "other"));
        Assert.That(Of(outcome, "noticed of each script <= 1h").AtLeast, Is.EqualTo(new[] { Hour, 6 * Hour }));
        Assert.That(Of(outcome, "noticed of each script <= 1h").AtMost, Is.EqualTo(new[] { Hour, double.PositiveInfinity }));
    }

    [Test]
    public void The_shown_trial_is_chosen_by_loss_then_downtime_then_lag()
    {
        static TrialRank Rank(params Fact[] facts) => TrialRank.Of(Outcome(100, facts));
        TrialRank nothing = Rank(), down = Rank(Down(1, 0), Up(2, 0)), longer = Rank(Down(1, 0), Up(3, 0)), lost = Rank(FailedOver(1, 0, 5));
        TrialRank behind = Rank(new LagChanged(H(1), "shard", 0, "spare", 10, TimeSpan.FromSeconds(9)));
        Assert.That(new[] { lost, longer, behind, nothing, down }.Order(TrialRank.BestFirst), Is.EqualTo(new[] { nothing, behind, down, longer, lost }));
        Assert.That(TrialRank.Criterion([lost, longer]), Is.EqualTo("worst loss"));
        Assert.That(TrialRank.Criterion([down, longer]), Is.EqualTo("downtime"));
        Assert.That(TrialRank.Criterion([nothing, behind]), Is.EqualTo("largest lag"));
        Assert.That(TrialRank.Criterion([lost, Rank(Deleted(1, 1), Served(2, 1))]), Is.EqualTo("total recovery time"));
    }
}
