using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;
using static Simulator.Tests.Experiments.Journals;

namespace Simulator.Tests.Experiments;

/// <summary>What measures make of standbys, change streams and backups, from journals that are written by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MeasuresOfCopies
{
    private const double Hour = 3600;

    /// <summary>spare falls behind twice and catches up once; events is behind when the run ends, and nobody says how far.</summary>
    private static readonly Outcome s_two = Outcome(100,
        Lag(0, "spare", 20, 0.01), Behind(1, "spare"), Lag(1, "spare", 20, 0.01), Lag(3, "spare", 9000, 90), Lag(4, "spare", 20, 0.01), Caught(4, "spare", 1, 9500, 95),
        Lag(5, "events", 60, 60), Behind(5, "events"), Lag(7, "events", 700, 70),
        Behind(90, "spare"), Lag(100, "spare", 100, 10));

    private static LagChanged Lag(double at, string follower, double bytes, double seconds) => new LagChanged(H(at), "shard", 0, follower, bytes, TimeSpan.FromSeconds(seconds));

    private static FellBehind Behind(double at, string follower) => new FellBehind(H(at), "shard", 0, follower, "the link is down");

    private static CaughtUp Caught(double at, string follower, double since, double bytes, double seconds) =>
        new CaughtUp(H(at), "shard", 0, follower, H(since), bytes, TimeSpan.FromSeconds(seconds));

    private static Members Of(Outcome outcome, string sentence)
    {
        var expectation = Expect(sentence);
        return expectation.Measure.Of(outcome, expectation.Subject);
    }

    [TestCase("lag of shard <= 1s", new[] { 95.0, 70 }, new[] { 95, double.PositiveInfinity })]
    [TestCase("lag of shard.spare <= 1s", new[] { 95.0 }, new[] { 95.0 })]
    [TestCase("lag data of each shard.events <= 1 B", new[] { 700.0 }, new[] { double.PositiveInfinity })]
    [TestCase("catch-up of each shard <= 1h", new[] { 3 * Hour, 10 * Hour, 95 * Hour }, new[] { 3 * Hour, double.PositiveInfinity, double.PositiveInfinity })]
    [TestCase("lag of shard.other <= 1s", new double[0], new double[0])]
    public void A_follower_is_a_member_and_what_nobody_saw_may_be_worse(string sentence, double[] atLeast, double[] atMost)
    {
        Members members = Of(s_two, sentence);
        Assert.That(members.AtLeast, Is.EqualTo(atLeast));
        Assert.That(members.AtMost, Is.EqualTo(atMost));
    }

    /// <summary>8 kB are lacking and 2 kB fewer an hour later, so four hours are foretold; then the pace halves, and it takes seven.</summary>
    [Test]
    public void A_straight_line_is_wrong_when_the_pace_changes()
    {
        Assert.That(Forecast(Lag(2, "spare", 4000, 60), Lag(9, "spare", 6000, 50), Lag(9, "spare", 8000, 90), Lag(10, "spare", 6000, 80), Lag(16, "spare", 0, 0), Caught(16, "spare", 1, 8000, 90)),
            Is.EqualTo(new[] { 3 / 7.0 }).Within(1e-12), "from the new copy on, not from before");
        Assert.That(Forecast(Lag(2, "spare", 8000, 60), Lag(6, "spare", 0, 0), Caught(6, "spare", 1, 8000, 90)), Is.EqualTo(new[] { 0.0 }).Within(1e-12), "an even pace");
        Assert.That(Forecast(Lag(2, "spare", 8000, 60), Lag(2.9, "spare", 0, 0), Caught(2.9, "spare", 1, 8000, 90)), Is.Empty, "it was over before anybody could draw a line");
        double[] Forecast(params Fact[] facts) => [.. Of(Outcome(100, [Behind(1, "spare"), .. facts]), "forecast error of each shard.spare <= 1%").AtMost];
    }

    [Test]
    public void A_rebuild_that_goes_on_is_known_only_to_take_longer()
    {
        Outcome outcome = Outcome(10, new RebuildBegan(H(1), "shard", 0, "spare", "", 5), new RebuildEnded(H(3), "shard", 0, "spare", H(1)), new RebuildBegan(H(6), "shard", 0, "spare", "", 5));
        Assert.That(Of(outcome, "rebuild of shard <= 1h").AtLeast, Is.EqualTo(new[] { 2 * Hour, 4 * Hour }));
        Assert.That(Of(outcome, "rebuild of shard <= 1h").AtMost, Is.EqualTo(new[] { 2 * Hour, double.PositiveInfinity }));
    }

    [Test]
    public void Times_without_a_standby_add_up()
    {
        Fact Without(double at) => new Degraded(H(at), "shard", 0, "no answer");
        Fact Again(double at, double since) => new SyncResumed(H(at), "shard", 0, H(since));
        Assert.That(Of(Outcome(10, Without(1), Again(2, 1), Without(5), Again(5.5, 5)), "degraded of shard = 0s").AtMost, Is.EqualTo(new[] { 1.5 * Hour }));
        Assert.That(Of(Outcome(10, Without(1), Again(2, 1), Without(5)), "degraded of shard = 0s").AtLeast, Is.EqualTo(new[] { 6 * Hour }));
    }

    [Test]
    public void Bad_backups_are_counted_by_database_by_backup_and_by_what_found_them()
    {
        Fact Bad(int database, string backup, double? cut, string by) => new BackupFoundBad(H(10), "shard", database, backup, cut is { } hours ? H(hours) : null, by);
        Outcome outcome = Outcome(10, Bad(0, "nightly", 1, "restore"), Bad(0, "nightly", 2, "audit"), Bad(0, "log", 3, "restore"), Bad(1, "log", null, "restore test"), Down(9, 2), Up(10, 2));
        Assert.That(Of(outcome, "found bad of total shard = 3").AtMost, Is.EqualTo(new[] { 3.0, 1, 0 }));
        Assert.That(Of(outcome, "found bad of total shard.log = 3").AtMost, Is.EqualTo(new[] { 1.0, 1, 0 }));
        Assert.That(Of(outcome, "found bad by restore of total shard = 3").AtMost, Is.EqualTo(new[] { 2.0, 0, 0 }));
        Assert.That(Of(outcome, "found bad by restore of total shard.nightly = 3").AtMost, Is.EqualTo(new[] { 1.0, 0, 0 }));
    }

    [Test]
    public void What_backups_occupy_adds_up_unless_one_is_named()
    {
        Outcome outcome = Outcome(10, new BackupStored(H(10), "shard", 0, "nightly", 100), new BackupStored(H(10), "shard", 0, "log", 20), new BackupStored(H(10), "shard", 1, "log", 30), new BackupStored(H(10), "shard", 1, "log", 1) { Store = "second" });
        Assert.That(Of(outcome, "stored of shard <= 1 B").AtMost, Is.EqualTo(new[] { 120.0, 31 }));
        Assert.That(Of(outcome, "stored of total shard.log <= 1 B").AtMost, Is.EqualTo(new[] { 20.0, 31 }));
    }

    [Test]
    public void The_age_of_the_newest_usable_point_is_a_sawtooth_from_takes_to_cadence_and_takes()
    {
        OfferedPoint[] points = [.. Enumerable.Range(-3, 10).Select(day => Point(24 * day, takes: 2, keep: 48))];
        Assert.That(Of(Offering(points), "recovery point age of shard <= 1d").AtMost, Is.EqualTo(new[] { 26 * Hour }));
        IReadOnlyList<UsablePoint> changes = UsablePoints.Over(points, H(100));
        Assert.That(changes[0], Is.EqualTo(new UsablePoint(H(0), H(0) - TimeSpan.FromHours(24))));
        Assert.That(changes[1], Is.EqualTo(new UsablePoint(H(2), H(0))));
        Assert.That(changes, Has.Count.EqualTo(6));
    }

    [Test]
    public void While_a_database_is_down_nothing_is_written_that_a_point_could_miss()
    {
        Fact offered = new PointsOffered(H(100), "shard", 0, "log", [Point(-10, 1, 1000), Point(0, 1, 1000), Point(10, 1, 1000), Point(60, 1, 1000)]);
        Assert.That(Of(Outcome(65, offered with { At = H(65) }), "recovery point age of shard <= 1d").AtMost, Is.EqualTo(new[] { 51 * Hour }));
        Assert.That(Of(Outcome(65, Down(15, 0), Up(58, 0), offered), "recovery point age of shard <= 1d").AtMost, Is.EqualTo(new[] { 51 * Hour }), "it was up again before the next point");
        Assert.That(Of(Outcome(65, Down(15, 0), Up(62, 0), offered), "recovery point age of shard <= 1d").AtMost, Is.EqualTo(new[] { 11 * Hour }));
        Assert.That(Of(Outcome(65, Down(15, 0), offered), "recovery point age of shard <= 1d").AtMost, Is.EqualTo(new[] { 11 * Hour }), "it never came back");
    }

    [Test]
    public void The_newest_point_counts_even_if_an_older_one_stays_longer() =>
        Assert.That(UsablePoints.Over([Point(0, 0, 1000), Point(5, 0, 2)], H(20)),
            Is.EqualTo(new[] { new UsablePoint(H(0), H(0)), new UsablePoint(H(5), H(5)), new UsablePoint(H(7), H(0)) }));

    [Test]
    public void Where_no_point_can_be_used_the_age_is_infinite()
    {
        Assert.That(Of(Offering(Point(0, 1, 5)), "recovery point age of shard.nightly <= 1d").AtMost, Is.EqualTo(new[] { double.PositiveInfinity }));
        Assert.That(Of(Offering(Point(0, 1, 5)), "recovery point age of shard.weekly <= 1d").Count, Is.Zero);
    }

    private static Outcome Offering(params OfferedPoint[] points) => Outcome(100, new PointsOffered(H(100), "shard", 0, "nightly", points));

    private static OfferedPoint Point(double cut, double takes, double keep) => new(At(cut), At(cut + takes), At(cut + keep));

    private static Instant At(double hours) => Instant.Start + TimeSpan.FromHours(hours);
}
