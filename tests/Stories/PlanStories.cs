using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Quantities;
using Simulator.Models.Recovery;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Tests.Stories;

[Parallelizable(ParallelScope.All)]
public class PlanStories
{
    [Test]
    public void Batches_go_one_after_the_other_with_the_most_users_first()
    {
        Story story = new Story().Deletes(30).Recovers("selective", new Batches(10, 1, BatchOrder.MostUsersFirst), Story.Selective()).Run();

        IReadOnlyList<BatchBegan> began = story.All<BatchBegan>();
        Assert.That(began.Select(fact => fact.Tenants), Is.EqualTo(new[] { 10, 10, 10 }));
        Assert.That(began.Skip(1).Select(fact => fact.At), Is.EqualTo(story.All<BatchEnded>().Take(2).Select(fact => fact.At)));
        Dictionary<int, int> users = story.All<TenantDeleted>().ToDictionary(fact => fact.Tenant, fact => fact.Users);
        int[] order = [.. story.All<TenantServed>().Select(fact => users[fact.Tenant])];
        Assert.That(order.Take(10).Min(), Is.GreaterThanOrEqualTo(order.Skip(10).Max()));
    }

    [Test]
    public void A_plan_that_is_built_meanwhile_takes_over_what_has_not_begun()
    {
        Story story = new Story().Deletes(40)
            .Recovers("slow", new Batches(10, 1, BatchOrder.FirstDeletedFirst), Story.Selective("10h"))
            .Recovers("fast", new Batches(10, 2, BatchOrder.FirstDeletedFirst), "5h", "slow", RestorePointRule.BeforeEachDeletion, Story.Selective("1h")).Run();

        Assert.That(story.All<BatchBegan>().GroupBy(fact => fact.Plan).Select(plan => (plan.Key, plan.Count())), Is.EqualTo(new[] { ("slow", 1), ("fast", 3) }));
        Assert.That(story.All<TenantServed>().Count(fact => fact.Plan == "slow"), Is.EqualTo(10), "what was begun is finished by those who began it");
        Assert.That(story.All<PlanReady>().Single(fact => fact.Plan == "fast").At, Is.EqualTo(Instant.After(TimeSpan.FromHours(6))));
    }

    [Test]
    public void A_plan_for_few_leaves_many_to_the_next()
    {
        static Story With(int deleted) => new Story().Deletes(deleted)
            .Recovers("routine", 5, Batches.Everyone, "0s", null, RestorePointRule.BeforeEachDeletion, Story.Selective())
            .Recovers("large", Batches.Everyone, Story.Selective()).Run();

        Assert.That(With(5).All<PlanReady>().Single().Plan, Is.EqualTo("routine"));
        Assert.That(With(6).All<PlanReady>().Single().Plan, Is.EqualTo("large"));
    }

    [Test]
    public void Few_hands_make_a_batch_longer()
    {
        TimeSpan few = BatchTime(new Story { Hands = 2 });
        TimeSpan many = BatchTime(new Story { Hands = 20 });
        Assert.That(few - many, Is.EqualTo(TimeSpan.FromHours(9)).Within(TimeSpan.FromHours(1)), "twenty hours of work by two rather than by twenty; they arrive one after the other");
    }

    [Test]
    public void A_step_that_needs_more_hands_than_there_are_waits_until_there_are()
    {
        (string, Step)[] steps = [("heavy", new Work(Story.Basics(Level.Incident, "1h", "8 of team"), 1)), ("open", new Open(Story.Basics(Level.Tenant, "0s", needs: "heavy")))];
        Story story = new Story { Hands = 2, More = [(TimeSpan.FromHours(5), 8)] }.Deletes(3).Recovers("heavy", Batches.Everyone, steps).Run();
        Assert.That(story.All<StepDone>().Single(fact => fact.Step == "heavy").Began, Is.EqualTo(Instant.After(TimeSpan.FromHours(5))));
    }

    [Test]
    public void A_slow_store_makes_a_batch_longer() =>
        Assert.That(BatchTime(new Story { Store = "20 MB/s" }), Is.GreaterThan(BatchTime(new Story { Store = "2 GB/s" }) + TimeSpan.FromHours(5)));

    [Test]
    public void A_failed_check_sends_the_work_back_and_is_done_again()
    {
        (string, Step)[] steps =
        [
            ("mend", new Work(Story.Basics(Level.Tenant, "1h"), 1)),
            ("check", new Inspect(Story.Basics(Level.Tenant, "10m", needs: "mend"), new Share(0.5), "mend")),
            ("open", new Open(Story.Basics(Level.Tenant, "0s", needs: "check"))),
        ];
        Story story = new Story().Deletes(200).Recovers("checked", Batches.Everyone, steps).Run();

        // A geometric number of failures with mean 1: 200 of them, give or take four standard deviations of sqrt(2).
        Assert.That(story.All<StepFailed>(), Has.Count.InRange(143, 257));
        TimeSpan[] lengths = [.. story.All<StepDone>().Where(fact => fact.Step == "check").Select(fact => fact.At - fact.Began)];
        Assert.That(lengths.Select(length => (length - TimeSpan.FromMinutes(10)).Ticks % TimeSpan.FromMinutes(70).Ticks), Is.All.Zero);
    }

    [Test]
    public void A_step_for_a_part_waits_for_its_own_whole_and_a_step_for_the_whole_for_all_parts()
    {
        (string, Step)[] steps =
        [
            ("first", new Work(Story.Basics(Level.Incident, "2h"), 1)),
            ("each", new Work(Story.Basics(Level.Tenant, "lognormal(median 1h p95 3h)", "none", "first"), 1)),
            ("sign", new Work(Story.Basics(Level.Batch, "5m", "none", "each"), 1)),
            ("open", new Open(Story.Basics(Level.Tenant, "0s", needs: "sign"))),
            ("report", new Work(Story.Basics(Level.Incident, "1h", "none", "open"), 1)),
        ];
        Story story = new Story().Deletes(12).Recovers("staged", new Batches(4, 3, BatchOrder.FirstDeletedFirst), steps).Run();

        foreach (IGrouping<int, StepDone> batch in story.All<StepDone>().Where(fact => fact.Batch > 0).GroupBy(fact => fact.Batch))
            Assert.That(batch.Single(fact => fact.Step == "sign").Asked, Is.EqualTo(batch.Where(fact => fact.Step == "each").Max(fact => fact.At)));
        Assert.That(story.All<StepDone>().Single(fact => fact.Step == "first").At, Is.EqualTo(story.All<BatchBegan>()[0].At));
        Assert.That(story.All<StepDone>().Single(fact => fact.Step == "report").Asked, Is.EqualTo(story.All<TenantServed>()[^1].At));
    }

    private static TimeSpan BatchTime(Story story)
    {
        story.Deletes(20).Recovers("selective", Batches.Everyone, Story.Selective()).Run();
        BatchEnded ended = story.All<BatchEnded>().Single();
        return ended.At - ended.Began;
    }
}
