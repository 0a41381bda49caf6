using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>What people do about whole databases: plans that restore, fail over, wait, mend, and are given up.</summary>
[Parallelizable(ParallelScope.All)]
public class WholePlanStories
{
    [Test]
    public void A_lost_database_is_back_after_search_copy_and_opening()
    {
        IReadOnlyList<Fact> facts = Told("fire: { kind: destruction, hits: shop.primary, at: 10h, noticed: 10m }",
            "  plan:\n    handles: [fire]\n    steps:\n      search: { do: inspect, per: database, takes: 30m }\n      copy: { do: restore, needs: [search] }\n      open: { do: open, needs: [copy], takes: 20m }\n      mail: { per: incident, needs: [open], takes: 1h }");
        Assert.That(Single<DatabaseRestored>(facts).LossWindow, Is.EqualTo(TimeSpan.FromHours(4)), "the snapshot of 6 h");
        Assert.That(Hours(Single<DatabaseUp>(facts)), Is.EqualTo(10 + 1.0 / 6 + 0.5 + 1 + 1.0 / 3).Within(1e-6), "36 GB over 10 MB/s are an hour");
        Assert.That(Hours(facts.OfType<StepDone>().Single(step => step.Step == "mail")), Is.EqualTo(13).Within(1e-6));
    }

    /// <summary>The point is picked wrongly the first time: that costs the first restore and the time until somebody sees it, and nothing else.</summary>
    [Test]
    public void A_wrong_restore_point_costs_a_second_restore()
    {
        IReadOnlyList<Fact> facts = Told("fire: { kind: destruction, hits: shop.primary, at: 10h, noticed: 0s }",
            "  plan:\n    handles: [fire]\n    steps:\n      copy: { do: restore, wrong: 100%, found: 30m, takes: 2h, again: 15m }\n      open: { do: open, needs: [copy] }");
        Assert.That(Hours(Single<DatabaseUp>(facts)), Is.EqualTo(10 + 2 + 1 + 0.5 + 0.25 + 1).Within(1e-6));
        Assert.That(facts.OfType<StepFailed>().Count(), Is.EqualTo(1));
    }

    /// <summary>Replaying stops when it is time to open: of four hours of log at twice the write rate one hour replays two.</summary>
    [Test]
    public void What_is_not_replayed_in_time_is_lost()
    {
        IReadOnlyList<Fact> facts = Told("fire: { kind: destruction, hits: shop.primary, at: 10h, noticed: 0s }",
            "  plan:\n    handles: [fire]\n    steps:\n      copy: { do: restore, open by: 2h }\n      open: { do: open, needs: [copy] }", log: true);
        Assert.That(Hours(Single<DatabaseUp>(facts)), Is.EqualTo(12).Within(1e-3));
        Assert.That(Single<DatabaseRestored>(facts).LossWindow.TotalHours, Is.EqualTo(2).Within(0.01));
    }

    [Test]
    public void Corruption_is_served_until_noticed_and_then_taken_back()
    {
        IReadOnlyList<Fact> facts = Told("bug: { kind: corruption, hits: shop, at: 10h, noticed: 2h }",
            "  plan:\n    handles: [bug]\n    steps:\n      copy: { do: restore }\n      open: { do: open, needs: [copy] }");
        Assert.That(Hours(Single<DatabaseDown>(facts)), Is.EqualTo(12).Within(1e-6));
        Assert.That(Single<DatabaseRestored>(facts).Point, Is.EqualTo(Instant.After(TimeSpan.FromHours(6))), "the point of 12 h has the error in it");
    }

    /// <summary>Waiting is tried first; given up after five hours, people fail over.</summary>
    [Test]
    public void A_plan_that_takes_too_long_is_given_up_for_the_next()
    {
        const string Plans = "  patience:\n    handles: [dark]\n    gives up after: 5h\n    steps: { serve: { do: wait } }\n  haste:\n    handles: [dark]\n    steps: { serve: { do: fail over, takes: 30m } }";
        IReadOnlyList<Fact> late = Told("dark: { kind: crash, hits: shop.primary, at: 10h, lasts: 20h, noticed: 0s }", Plans, standby: true);
        Assert.That((Hours(Single<PlanGivenUp>(late)), Hours(Single<FailedOver>(late))), Is.EqualTo((15.0, 15.5)).Within(1e-6));
        IReadOnlyList<Fact> early = Told("dark: { kind: crash, hits: shop.primary, at: 10h, lasts: 3h, noticed: 0s }", Plans, standby: true);
        Assert.That(early.OfType<PlanGivenUp>().Count() + early.OfType<FailedOver>().Count(), Is.Zero);
        Assert.That(Hours(Single<DatabaseUp>(early)), Is.EqualTo(13).Within(1e-6));
    }

    [Test]
    public void People_end_a_fault_that_does_not_end_by_itself()
    {
        IReadOnlyList<Fact> facts = Told("breaker: { kind: crash, hits: home.a, at: 10h, lasts: never, noticed: 10m }",
            "  plan:\n    handles: [breaker]\n    steps:\n      throw: { do: mend, takes: 50m }\n      serve: { do: wait }");
        Assert.That((Hours(Single<FaultEnded>(facts)), Hours(Single<DatabaseUp>(facts))), Is.EqualTo((11.0, 11.0)).Within(1e-6));
    }

    [Test]
    public void The_standbys_are_followed_until_they_are_in_step()
    {
        IReadOnlyList<Fact> facts = Told("fire: { kind: destruction, hits: shop.primary, at: 10h, noticed: 0s }",
            "  plan:\n    handles: [fire]\n    steps:\n      serve: { do: fail over }\n      whole: { do: follow, needs: [serve] }", standby: true);
        StepDone whole = facts.OfType<StepDone>().Single(step => step.Step == "whole");
        Assert.That(whole.At, Is.GreaterThanOrEqualTo(facts.OfType<RebuildEnded>().Single().At));
    }

    /// <summary>The disk is copied: what the primary had not flushed is not on it, and whoever read the log is ahead and made anew.</summary>
    [Test]
    public void A_copied_disk_ends_with_what_was_flushed()
    {
        IReadOnlyList<Fact> facts = Told("crash: { kind: crash, hits: shop.primary, at: 10h, lasts: 1h, noticed: 0s }", "", extra:
            "    flush: os cache every 10s\n    failover: { promote: 10s }\n    standbys:\n      mate: { zone: home.b, replication: storage }\n      reader: { zone: home.c, replication: async, promotable: false }\n");
        FailedOver over = Single<FailedOver>(facts);
        Assert.That((over.Standby, over.LossWindow.TotalSeconds), Is.EqualTo(("mate", 5.0)).Within(5));
        Assert.That(over.LostBytes, Is.GreaterThan(0));
        Assert.That(facts.OfType<RebuildBegan>().Select(rebuild => rebuild.Follower), Does.Contain("reader"));
    }

    private static double Hours(Fact fact) => fact.At.SinceStart.TotalHours;

    private static T Single<T>(IReadOnlyList<Fact> facts) where T : Fact
    {
        Assert.That(facts.OfType<T>().Count(), Is.EqualTo(1), typeof(T).Name);
        return facts.OfType<T>().First();
    }

    private static IReadOnlyList<Fact> Told(string fault, string plans, bool standby = false, bool log = false, string extra = "")
    {
        string text = "version: 1\nname: plans\nquestion: What do people do?\nrun: { length: 4d, trials: 1 }\nregions: { home: { zones: [a, b, c] } }\nstores: { bucket: { region: home, read: 1 GB/s } }\n"
            + "databases:\n  shop:\n    zone: home.a\n    data: 36 GB\n    writes: 1 MB/s\n    restore: { start: 0s, copy: 10 MB/s, replay: 2 MB/s }\n"
            + "    backups:\n      daily: { kind: full, every: 6h, start: 0s, to: bucket, keep: 30d }\n" + (log ? "      log: { kind: log, every: 1m, to: bucket, keep: 30d }\n" : "")
            + (standby ? "    standbys: { spare: { zone: home.b, replication: async } }\n" : "") + extra
            + $"faults:\n  {fault}\n" + (plans.Length > 0 ? $"recovery:\n{plans}\n" : "") + "expect:\n  - loss of each shop <= 100d\n";
        ReadStudy read = ScenarioFile.Parse(text, "plans.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, text);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 7).Run(0).Facts;
    }
}
