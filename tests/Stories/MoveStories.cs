using NUnit.Framework;
using Simulator.Models.Facts;
using Simulator.Models.Recovery;

namespace Simulator.Tests.Stories;

/// <summary>Tenants are moved between databases, a snapshot is cut a day, and some are deleted.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MoveStories
{
    [Test]
    public void Who_was_moved_since_the_backup_is_looked_for_where_it_lived_before()
    {
        Story story = Moving("1000/d", log: false);
        RestorePointChosen[] moved = [.. story.All<RestorePointChosen>().Where(point => point.Former is not null)];
        Assert.That(moved, Is.Not.Empty);
        ILookup<int, int> restored = story.All<StepDone>().Where(done => done.Step == "copy").ToLookup(done => done.Unit.Number!.Value, done => done.Batch);
        Assert.That(moved.Select(point => restored.Contains(point.Former!.Value)), Is.All.True);
        Assert.That(story.All<TenantServed>(), Has.Count.EqualTo(100), "all the same everybody is back");
    }

    [Test]
    public void With_a_log_hardly_anybody_is_and_without_moves_nobody()
    {
        Assert.That(Moving("100/d", log: true).All<RestorePointChosen>().Count(point => point.Former is not null), Is.LessThan(3));
        Assert.That(Moving("0/d", log: false).All<RestorePointChosen>().Select(point => point.Former), Is.All.Null);
    }

    [Test]
    public void A_store_put_back_as_a_whole_has_nobody_who_came_since()
    {
        Story story = Town("1000/d", log: false).Deletes(100).Recovers("rollback", Batches.Everyone, "0s", null, RestorePointRule.BeforeTheFirstDeletionOfEachStore,
            ("freeze", new Models.Recovery.Steps.Freeze(Story.Basics(Level.Database, "0s"))), ("copy", Story.Restores("freeze")),
            ("forward", new Models.Recovery.Steps.RollForward(Story.Basics(Level.Database, "0s", "none", "copy"))),
            ("open", new Models.Recovery.Steps.Open(Story.Basics(Level.Database, "0s", "none", "forward")))).Run();
        int lost = story.All<NothingToRestore>().Count, back = story.All<TenantServed>().Count;
        Assert.That(lost + back, Is.EqualTo(100));
        Assert.That(lost, Is.InRange(15, 60));
    }

    [Test]
    public void Each_move_writes_as_much_log_as_the_tenant_has_data()
    {
        double Written(string moves) => new Story { Moves = moves, Dedicated = 0 }.Crashes("one of shard.spare").Run().All<LedgerClosed>()[0].Acknowledged;
        // 1,000 a day of e^0.5 * 100 users * 10 MB, over ten databases and ten days.
        Assert.That(Written("1000/d") - Written("0/d"), Is.EqualTo(1000 * Math.Exp(0.5) * 100 * 10e6).Within(0.1).Percent);
    }

    private static Story Moving(string moves, bool log) => Town(moves, log).Deletes(100).Recovers("selective", Batches.Everyone, Story.Selective("0s")).Run();

    private static Story Town(string moves, bool log)
    {
        Story story = new() { Moves = moves, Dedicated = 0 };
        if (!log) story.Backups.RemoveAt(1);
        return story;
    }
}
