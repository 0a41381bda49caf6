using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>A standby that is kept behind, as what is restored from; and plans that are tried one after the other.</summary>
[Parallelizable(ParallelScope.All)]
public class LateStories
{
    private const string FromLaggard = "  rewind:\n    handles: [mistake]\n    from: [laggard]\n    steps:\n      copy: { do: restore }\n      open: { do: open, needs: [copy] }\n";
    private const string FromBackups = "  backup:\n    handles: [mistake]\n    from: [daily]\n    steps:\n      copy: { do: restore }\n      open: { do: open, needs: [copy] }";
    private const string TenantsFrom = "    restore point: before each deletion\n    steps:\n      copy: { do: restore }\n      extract: { do: extract, needs: [copy] }\n      load: { do: load, needs: [extract] }\n      open: { do: open, needs: [load] }";

    /// <summary>Noticed after an hour, the standby is an hour short of the mistake: it applies 3.6 GB at 2 MB/s and takes over. Noticed after three, it is no help.</summary>
    [Test]
    public void A_standby_that_is_kept_behind_is_brought_to_just_before_the_mistake()
    {
        IReadOnlyList<Fact> soon = Ways.Told("mistake: { kind: corruption, hits: shop, at: 10h, noticed: 1h }", FromLaggard + FromBackups, database: Ways.Laggard);
        FailedOver over = soon.Only<FailedOver>();
        Assert.That((over.Standby, over.LossWindow.TotalHours, over.Hours()), Is.EqualTo(("laggard", 1.0, 11.5)).Within(1e-3), "only what was written to what is wrong is lost");
        Assert.That(soon.OfType<RestorePhaseDone>(), Is.Empty, "nothing is copied");

        IReadOnlyList<Fact> late = Ways.Told("mistake: { kind: corruption, hits: shop, at: 10h, noticed: 3h }", FromLaggard + FromBackups, database: Ways.Laggard);
        Assert.That(late.OfType<PlanReady>().Select(ready => ready.Plan), Is.EqualTo(new[] { "rewind", "backup" }));
        Assert.That((late.Only<DatabaseRestored>().Source, late.Only<DatabaseRestored>().LossWindow.TotalHours, late.Only<DatabaseUp>().Hours()), Is.EqualTo(("daily", 7.0, 14.0)).Within(1e-6));
    }

    /// <summary>A decision of ninety minutes comes too late for the standby, unless it is halted before.</summary>
    [TestCase("", false)]
    [TestCase("      hold: { do: halt, standby: laggard }\n", true)]
    public void Who_halts_the_standby_at_once_may_think(string hold, bool isInTime)
    {
        string needs = hold.Length > 0 ? ", needs: [hold]" : "";
        IReadOnlyList<Fact> facts = Ways.Told("mistake: { kind: corruption, hits: shop, at: 10h, noticed: 1h }",
            $"  rewind:\n    handles: [mistake]\n    from: [laggard]\n    steps:\n{hold}      decide: {{ per: database, takes: 90m{needs} }}\n      copy: {{ do: restore, needs: [decide] }}\n      open: {{ do: open, needs: [copy] }}", database: Ways.Laggard);
        Assert.That((facts.OfType<FailedOver>().Count(), facts.OfType<DatabaseLost>().Count()), Is.EqualTo(isInTime ? (1, 0) : (0, 1)));
    }

    /// <summary>Deleted tenants lose nothing at all where the standby is short of their deletion; those before it are left to the backups.</summary>
    [Test]
    public void Deleted_tenants_are_taken_from_a_standby_that_has_not_deleted_them()
    {
        string plans = $"  first:\n    handles: [mistake]\n    from: [laggard]\n{TenantsFrom}\n  second:\n    handles: [mistake]\n    from: [daily, log]\n{TenantsFrom}";
        IReadOnlyList<Fact> facts = Ways.Told("mistake: { kind: deletion, hits: 10 of customer, at: 10h, takes: 1h, noticed: 150m }", plans, Ways.Log, Ways.Laggard);
        RestorePointChosen[] chosen = [.. facts.OfType<RestorePointChosen>()];
        Assert.That(chosen.GroupBy(fact => fact.Source).Select(group => (group.Key, group.Count())), Is.EquivalentTo(new[] { ("laggard", 5), ("daily + log", 5) }));
        Assert.That(chosen.Where(fact => fact.Source == "laggard").Select(fact => fact.Deleted - fact.Point), Is.All.EqualTo(TimeSpan.Zero));
        Assert.That(facts.OfType<TenantServed>().Count(), Is.EqualTo(10));
        Assert.That(facts.OfType<StepDone>().First(done => done.Step == "copy").Moved, Is.LessThan(TimeSpan.FromSeconds(1)), "no bytes are restored");
    }

    /// <summary>Waiting is given up after an hour, failing over finds no standby and is given up after another, the backup brings the database back.</summary>
    [Test]
    public void Plans_are_tried_in_order_each_for_its_time()
    {
        IReadOnlyList<Fact> facts = Ways.Told("mistake: { kind: crash, hits: home.a, at: 10h, lasts: 30h, noticed: 0s }",
            "  patience:\n    handles: [mistake]\n    gives up after: 1h\n    steps: { serve: { do: wait } }\n  haste:\n    handles: [mistake]\n    gives up after: 1h\n    steps: { serve: { do: fail over } }\n" + FromBackups);
        Assert.That(facts.OfType<PlanGivenUp>().Select(given => (given.Plan, given.Hours())), Is.EqualTo(new[] { ("patience", 11.0), ("haste", 12.0) }));
        Assert.That((facts.Only<DatabaseRestored>().Hours(), facts.Only<DatabaseRestored>().LossWindow.TotalHours), Is.EqualTo((13.0, 4.0)).Within(1e-6));
    }
}
