using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;
using static Simulator.Tests.Experiments.Journals;

namespace Simulator.Tests.Experiments;

/// <summary>What measures make of databases and of recovery plans, from journals that are written by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MeasuresOfStoresAndPlans
{
    private static Members Of(Outcome outcome, string sentence)
    {
        var expectation = Expect(sentence);
        return expectation.Measure.Of(outcome, expectation.Subject);
    }

    [Test]
    public void Down_times_of_a_database_add_up_and_an_open_one_is_cut_off()
    {
        Outcome outcome = Outcome(10, Down(1, 0), Down(1, 1), FailedOver(2, 0, 3, bytes: 30), Up(2, 0), Down(5, 0), FailedOver(6, 0, 1, bytes: 10));
        Assert.That(Of(outcome, "downtime of shard = 0s").AtLeast, Is.EqualTo(new[] { 7200.0, 9 * 3600 }));
        Assert.That(Of(outcome, "downtime of shard = 0s").AtMost, Is.EqualTo(new[] { 7200, double.PositiveInfinity }));
        Assert.That(Of(outcome, "loss of shard = 0s").AtMost, Is.EqualTo(new[] { 3.0 }), "its longest window");
        Assert.That(Of(outcome, "lost data of shard = 0 B").AtMost, Is.EqualTo(new[] { 40.0 }));
        Assert.That(Of(outcome, "blast radius of shard = 0").AtMost, Is.EqualTo(new[] { 2.0 }));
    }

    [Test]
    public void Rolling_others_back_sums_their_writes_and_keeps_the_longest_window()
    {
        Fact Back(double at, double hours, double writes) => new OthersRolledBack(H(at), "shard", 0, "site", 99, TimeSpan.FromHours(hours), writes);
        Outcome outcome = Outcome(10, Back(1, 2, 100), Back(2, 1, 50.5));
        Assert.That(Of(outcome, "rolled back writes = 0 writes").AtMost, Is.EqualTo(new[] { 150.5 }));
        Assert.That(Of(outcome, "rolled back of site = 0s").AtMost, Is.EqualTo(new[] { 7200.0 }));
        Assert.That(Of(Outcome(10), "rolled back writes = 0 writes").AtMost, Is.EqualTo(new[] { 0.0 }));
    }

    [Test]
    public void Of_what_had_to_wait_a_share_is_dropped_and_the_most_that_waited_is_told()
    {
        Fact Closed(string queue, double expired, double delayed) => new QueueClosed(H(10), queue, 1000, 1000 - expired, expired, 0) { Delayed = delayed, Peak = delayed / 2 };
        Outcome outcome = Outcome(10, Closed("hooks", 40, 400), Closed("pages", 0, 0));
        Assert.That(Of(outcome, "expired of hooks <= 5%").AtMost, Is.EqualTo(new[] { 0.1 }));
        Assert.That(Of(outcome, "backlog of hooks <= 5").AtMost, Is.EqualTo(new[] { 200.0 }));
        Assert.That(Of(outcome, "expired of pages <= 5%").Count, Is.Zero, "nothing had to wait");
    }

    [Test]
    public void A_step_is_as_long_as_from_the_first_that_could_begin_it_until_the_last_that_it_is_done_for()
    {
        Fact Done(double at, double asked, string step, int shard) => new StepDone(H(at), "slow", step, 1, new UnitName("shard", shard), H(asked), H(asked), TimeSpan.Zero);
        Outcome outcome = Outcome(10, Ready(1, "slow"), Done(2, 1, "copy", 0), Done(4, 1.5, "copy", 1), Done(5, 4, "open", 0));
        Assert.That(Of(outcome, "length of slow.copy <= 1h").AtMost, Is.EqualTo(new[] { 3 * 3600.0 }));
        Assert.That(Of(outcome, "length of slow <= 1h").AtMost, Is.EqualTo(new[] { 4 * 3600.0 }));
        Assert.That(Of(outcome, "length of slow.accept <= 1h").Count, Is.Zero);
    }

    [Test]
    public void A_replaced_plan_is_rated_until_it_was_replaced_with_what_it_had_in_flight()
    {
        Outcome outcome = Outcome(1000,
            Deleted(0, 1), Deleted(0, 2), Deleted(0, 3), Deleted(0, 4), Ready(0, "slow"), Served(24, 1), Ready(48, "fast", replaces: "slow"),
            Served(54, 3, "fast"), Served(60, 4, "fast"), Served(70, 2));
        Assert.That(Of(outcome, "rate of slow = 1/d").AtMost, Is.EqualTo(new[] { 1.0 }), "2 in the 2 days until it was replaced");
        Assert.That(Of(outcome, "rate of fast = 1/d").AtMost, Is.EqualTo(new[] { 4.0 }), "2 in the half day until its last");
        Assert.That(Of(outcome, "rate of fast over slow = 1").AtMost, Is.EqualTo(new[] { 4.0 }));
    }

    [Test]
    public void A_plan_that_came_too_late_replaced_nobody_and_has_no_rate()
    {
        Outcome outcome = Outcome(1000, Deleted(0, 1), Ready(0, "slow"), Served(24, 1), Ready(48, "fast", replaces: "slow"));
        Assert.That(Of(outcome, "rate of slow = 1/d").AtMost, Is.EqualTo(new[] { 1.0 }));
        Assert.That(Of(outcome, "rate of fast = 1/d").Count, Is.Zero);
        Assert.That(Of(outcome, "rate of fast over slow = 1").Count, Is.Zero);
    }

    [Test]
    public void A_batch_that_had_not_ended_is_known_only_to_take_longer()
    {
        Outcome outcome = Outcome(20,
            new BatchBegan(H(1), "slow", 1, 5), new BatchBegan(H(2), "slow", 2, 5), new BatchEnded(H(13), "slow", 1, H(1)));
        Assert.That(Of(outcome, "batch time of each slow = 0s").AtLeast, Is.EqualTo(new[] { 12 * 3600.0, 18 * 3600 }));
        Assert.That(Of(outcome, "batch time of each slow = 0s").AtMost, Is.EqualTo(new[] { 12 * 3600, double.PositiveInfinity }));
    }

    [TestCase(Reduce.Worst, 9)]
    [TestCase(Reduce.Mean, 4)]
    [TestCase(Reduce.Median, 2)]
    [TestCase(Reduce.Total, 16)]
    public void Members_reduce_by_the_word(Reduce reduce, double value) =>
        Assert.That(Members.Known([9, 1, 2, 4]).Reduced(reduce, null), Is.EqualTo(Observed.Exactly(value)));

    [Test]
    public void Every_word_is_one_measure_a_kind_of_subject() =>
        Assert.That(MeasureTable.Measures.GroupBy(m => (m.Word, m.Unit)).Select(g => g.Count()), Is.All.EqualTo(1));
}
