using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Language;
using Simulator.Models.Recovery;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Tests.Stories;

[Parallelizable(ParallelScope.All)]
public class DeletionStories
{
    private static readonly Batches s_tens = new(10, 1, BatchOrder.MostUsersFirst);

    [Test]
    public void Everybody_comes_back_and_loses_at_most_one_log_cadence()
    {
        Story story = new Story().Deletes(50).Recovers("selective", s_tens, Story.Selective()).Run();

        Assert.That(story.All<TenantServed>(), Has.Count.EqualTo(50));
        Assert.That(story.All<RestorePointChosen>().Select(fact => fact.Deleted - fact.Point), Is.All.InRange(TimeSpan.Zero, TimeSpan.FromMinutes(5)));
        Assert.That(story.All<RestorePointChosen>().Select(fact => fact.Source).Distinct(), Is.EqualTo(new[] { "daily + log" }));
    }

    [Test]
    public void A_tenant_is_whole_when_its_customer_says_so()
    {
        Story story = new Story().Deletes(3).Recovers("selective", s_tens, [.. Story.Selective(), ("look", new Accept(Story.Basics(Level.Tenant, "6h", needs: "open")))]).Run();

        Assert.That(story.All<TenantAccepted>().Select(fact => (fact.Tenant, fact.At)), Is.EquivalentTo(story.All<TenantServed>().Select(fact => (fact.Tenant, fact.At + TimeSpan.FromHours(6)))));
    }

    [Test]
    public void A_side_instance_is_rolled_forward_from_victim_to_victim()
    {
        Story story = new Story { Shards = 1 }.Deletes(20).Recovers("selective", Batches.Everyone, Story.Selective()).Run();

        IReadOnlyList<RestorePointChosen> points = story.All<RestorePointChosen>();
        Assert.That(points.Select(fact => fact.Deleted), Is.Ordered);
        Assert.That(points.Select(fact => fact.Point).Distinct().Count(), Is.GreaterThan(3), "victims of half an hour have different cuts");
    }

    [Test]
    public void One_point_per_store_loses_more_to_those_who_were_deleted_late()
    {
        Story each = new Story { Shards = 1 }.Deletes(20).Recovers("selective", Batches.Everyone, Story.Selective()).Run();
        Story one = new Story { Shards = 1 }.Deletes(20).Recovers("selective", Batches.Everyone, "0s", null, RestorePointRule.BeforeTheFirstDeletionOfEachStore, Story.Selective()).Run();

        Assert.That(one.All<RestorePointChosen>().Max(fact => fact.Deleted - fact.Point), Is.GreaterThan(TimeSpan.FromMinutes(20)));
        Assert.That(each.All<RestorePointChosen>().Max(fact => fact.Deleted - fact.Point), Is.LessThanOrEqualTo(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public void A_snapshot_alone_loses_up_to_a_day()
    {
        Story story = new();
        story.Backups.RemoveAt(1);
        story.Deletes(50).Recovers("selective", s_tens, Story.Selective()).Run();

        Assert.That(story.All<RestorePointChosen>().Select(fact => fact.Deleted - fact.Point), Is.All.LessThan(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(30)));
        Assert.That(story.All<RestorePointChosen>().Max(fact => fact.Deleted - fact.Point), Is.GreaterThan(TimeSpan.FromHours(12)));
    }

    [Test]
    public void Backups_that_are_no_longer_kept_bring_nobody_back()
    {
        Story story = new();
        story.Backups[0] = new("daily", new Snapshot(TimeSpan.FromDays(1), TimeSpan.Zero, TimeSpan.FromDays(2), "bucket"));
        story.Deletes(5, noticed: "4d").Recovers("selective", s_tens, Story.Selective()).Run();

        Assert.That(story.All<NothingToRestore>(), Has.Count.EqualTo(5));
        Assert.That(story.All<TenantServed>(), Is.Empty);
        Assert.That(story.All<BatchEnded>(), Has.Count.EqualTo(1), "a batch of lost tenants still ends");
    }

    [Test]
    public void A_soft_deletion_is_taken_back_without_loss_within_its_grace()
    {
        (string, Step)[] steps = [("undelete", new Undelete(Story.Basics(Level.Tenant, "30s"))), ("open", new Open(Story.Basics(Level.Tenant, "0s", needs: "undelete")))];
        Story early = new Story().Deletes(20, hard: false).Recovers("undo", Batches.Everyone, steps).Run();
        Story late = new Story().Deletes(20, hard: false, grace: "1h", noticed: "3h").Recovers("undo", Batches.Everyone, steps).Run();
        Story hard = new Story().Deletes(20).Recovers("undo", Batches.Everyone, steps).Run();

        Assert.That(early.All<RestorePointChosen>().Select(fact => (fact.Deleted - fact.Point, fact.LostWrites)), Is.All.EqualTo((TimeSpan.Zero, 0L)));
        Assert.That(early.All<TenantServed>(), Has.Count.EqualTo(20));
        Assert.That(late.All<NothingToRestore>(), Has.Count.EqualTo(20));
        Assert.That(hard.All<NothingToRestore>(), Has.Count.EqualTo(20));
    }

    [Test]
    public void A_change_stream_is_read_as_it_is()
    {
        Story story = new();
        story.Backups.Clear();
        story.Backups.Add(new Named<BackupPolicy>("stream", new ChangeStream(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromDays(30))));
        story.Deletes(20).Recovers("selective", Batches.Everyone, Story.Selective()).Run();

        Assert.That(story.All<RestorePointChosen>().Select(fact => fact.Deleted - fact.Point), Is.All.LessThanOrEqualTo(TimeSpan.FromSeconds(6)));
        Assert.That(story.All<StepDone>().Where(fact => fact.Step == "copy").Select(fact => fact.At - fact.Began), Is.All.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Noticing_stops_a_script_that_goes_out_in_waves()
    {
        Story story = new Story().Deletes(500, noticed: "39m", waves: new Waves(1, 10, TimeSpan.FromHours(1))).Recovers("selective", s_tens, Story.Selective()).Run();

        Assert.That(story.All<TenantDeleted>(), Has.Count.EqualTo(1));
        Assert.That(story.All<FaultEnded>().Single().Why, Is.EqualTo("the script is stopped after 1 of 500"));
        Assert.That(new Waves(1, 10, TimeSpan.FromHours(1)).Ends(500), Is.EqualTo(new[] { 1, 11, 111, 500 }));
    }

    [Test]
    public void Putting_a_store_back_as_a_whole_destroys_what_the_others_wrote_since()
    {
        Story story = new Story().Deletes(3).Recovers("whole", Batches.Everyone, "0s", null, RestorePointRule.BeforeTheFirstDeletionOfEachStore,
            ("freeze", new Freeze(Story.Basics(Level.Database, "0s"))),
            ("copy", Story.Restores("freeze")),
            ("forward", new RollForward(Story.Basics(Level.Database, "0s", needs: "copy"))),
            ("open", new Open(Story.Basics(Level.Database, "0s", needs: "forward")))).Run();

        IReadOnlyList<OthersRolledBack> rolledBack = story.All<OthersRolledBack>();
        Assert.That(rolledBack, Is.Not.Empty);
        // Frozen when noticed, an hour after the first deletion; 100 tenants of some 165 users who write 20 times a day.
        Assert.That(rolledBack.Select(fact => fact.Window), Is.All.InRange(TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(66)));
        Assert.That(rolledBack.Select(fact => fact.Writes / fact.Window.TotalDays / fact.Tenants), Is.All.InRange(1500, 6000));
        Assert.That(story.All<DatabaseDown>().Select(fact => fact.Database), Is.EquivalentTo(story.All<DatabaseUp>().Select(fact => fact.Database)));
        Assert.That(story.All<TenantServed>(), Has.Count.EqualTo(3));
    }
}
