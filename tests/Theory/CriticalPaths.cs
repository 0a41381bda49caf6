using NUnit.Framework;
using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Tests.Stories;
using Simulator.Tests.Swarm;

namespace Simulator.Tests.Theory;

/// <summary>
/// Of random plans, crews and limits: what the time of the critical path went into adds up to the time from the fault's beginning until the last one is back,
/// to the tick; and so does the time of every step.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class CriticalPaths
{
    private const ulong Seed = 20260202;

    [Test]
    public void The_parts_add_up_to_the_time_until_the_last_one_is_back([Range(0, 5)] int part)
    {
        int over = 0;
        for (int number = part * 10; number < (part + 1) * 10; number++)
        {
            Office office = Draw(new Luck(Seed, number)).Run(number);
            string which = $"office {number} of seed {Seed}:\n{office.Crews}\n{office.Plans}";
            foreach (StepDone done in office.Facts.OfType<StepDone>()) Assert.That(done.Spent.Total, Is.EqualTo(done.At - done.Asked), which);
            IncidentOutcome incident = office.Outcome.Incidents[0];
            if (office.Outcome.Tenants.All(tenant => tenant.Served is not null)) over++;
            Assert.That(incident.IsOver, Is.EqualTo(office.Outcome.Tenants.All(tenant => tenant.Served is not null)), which);
            if (!incident.IsOver) continue;
            TimeSpan whole = office.Outcome.Tenants.Max(tenant => tenant.Served!.Value) - incident.Fault.Began;
            Assert.That(incident.Path.Aggregate(TimeSpent.Nothing, (sum, piece) => sum + piece.Spent).Total, Is.EqualTo(whole), which);
            Assert.That(TimeMeasures.All.Sum(measure => measure.Of(office.Outcome, new Subject("mistake")).AtMost[0]), Is.EqualTo(whole.TotalSeconds).Within(1e-6), which);
        }
        Assert.That(over, Is.GreaterThan(5), "most are over within the run");
    }

    /// <summary>What is waited for shows where it is waited for.</summary>
    [Test]
    public void Each_part_shows_where_it_belongs()
    {
        Office office = new Office
        {
            Deleted = 4, Noticed = "15m", Crews = "team: { size: 1 }", More = "limits: { api: { rate: 1/h } }",
            Plans = Office.Plan("agree: { per: incident, takes: 40m, is: deciding }\nask: { per: batch, needs: [agree], takes: 0s, calls: 2 of api }\ntask: { per: tenant, needs: [ask], takes: 1h, crew: 1 of team }\n"
                + "look: { do: inspect, needs: [task], takes: 10m }", "ready after: 2h\n    batches: { size: 2 }", "look"),
        }.Run();
        double Minutes(TimeUse use) => office.Outcome.Incidents[0].Path.Sum(piece => piece.Spent[use].TotalMinutes);
        Assert.That((Minutes(TimeUse.Noticing), Minutes(TimeUse.Deciding), Minutes(TimeUse.Checking), Minutes(TimeUse.Working)), Is.EqualTo((15.0, 160.0, 10.0, 60.0)));
        Assert.That(Minutes(TimeUse.WaitingForPeople), Is.EqualTo(60), "the second of the last batch waits for the first");
        Assert.That(Minutes(TimeUse.WaitingForCapacity), Is.EqualTo(190 + 60), "for the place of the first batch, which is back after as long, then for the second of two calls");
        Assert.That(office.Outcome.Incidents[0].Path.Select(piece => piece.What), Is.EqualTo(new[]
        {
            "mistake is noticed", "what was tried before is given up", "plan is ready", "plan agree", "plan batch 2 gets its place", "plan ask", "plan task", "plan look", "plan open",
        }));
    }

    [Test]
    public void A_restore_that_shares_a_store_waits_for_the_others_and_moves_as_long_as_alone()
    {
        IReadOnlyList<Fact> facts = ScenarioText.Facts("version: 1\nname: two\nquestion: Who waits?\nrun: { length: 4d, trials: 1 }\nregions: { home: { zones: [a, b] } }\nstores: { bucket: { region: home, read: 100 MB/s } }\n"
            + "databases:\n  shop: { zone: home.a, count: 2, data: 36 GB, writes: 1 kB/s, restore: { start: 5m, copy: 100 MB/s }, backups: { daily: { kind: full, every: 24h, start: 0s, to: bucket, keep: 30d } } }\n"
            + "faults:\n  fire: { kind: destruction, hits: home.a, at: 30h, noticed: 1m, lasts: 1s }\n"
            + "recovery:\n  plan:\n    handles: [fire]\n    steps:\n      copy: { do: restore }\n      open: { do: open, needs: [copy] }\n");
        foreach (StepDone copy in facts.OfType<StepDone>().Where(done => done.Step == "copy"))
        {
            Assert.That(copy.Spent[TimeUse.Working].TotalMinutes, Is.EqualTo(5).Within(0.1));
            Assert.That((copy.Spent[TimeUse.Moving].TotalMinutes, copy.Spent[TimeUse.WaitingForCapacity].TotalMinutes), Is.EqualTo((6.0, 6.0)).Within(0.1));
        }
    }

    [Test]
    public void What_was_tried_before_was_in_vain()
    {
        Office office = new Office
        {
            Crews = "team: { size: 1 }", Plans = Office.Plan("task: { per: tenant, takes: 9h }", "gives up after: 4h")
                + "  other:\n    handles: [mistake]\n    ready after: 1h\n    steps:\n      quick: { per: tenant, takes: 30m }\n      open: { do: open, needs: [quick] }\n",
        }.Run();
        TimeSpent spent = office.Outcome.Incidents[0].Path.Aggregate(TimeSpent.Nothing, (sum, piece) => sum + piece.Spent);
        Assert.That((spent[TimeUse.InVain], spent[TimeUse.Deciding], spent[TimeUse.Working]), Is.EqualTo((TimeSpan.FromHours(4), TimeSpan.FromHours(1), TimeSpan.FromMinutes(30))));
    }

    [Test]
    public void What_is_not_over_has_no_path()
    {
        Office office = new Office { Plans = Office.Plan("task: { per: tenant, takes: 11d }") }.Run();
        Assert.That(office.Outcome.Incidents[0].Path, Is.Empty);
        Assert.That(TimeMeasures.All[0].Of(office.Outcome, new Subject("mistake")).Count, Is.Zero);
    }

    private static Office Draw(Luck luck)
    {
        string Crew() => luck.Chance(0.7) ? $", crew: {luck.Between(1, 2)} of team" : "";
        string Takes() => $"takes: {luck.OneOf("lognormal(median 20m p95 3h)", "uniform(1m 5h)", "45m", "0s")}{Crew()}";
        string Calls() => luck.Chance(0.4) ? $", calls: {luck.Between(1, 4)} of api" : "";
        string Steps(string name) => $"  {name}:\n    handles: [mistake]\n    from: [daily]\n"
            + (luck.Chance(0.5) ? $"    ready after: {luck.Between(0, 30)}h\n" : "") + (luck.Chance(0.6) ? $"    batches: {{ size: {luck.Between(1, 5)}, at once: {luck.Between(1, 2)}, order: {luck.OneOf("largest first", "by tier", "first deleted first")} }}\n" : "");
        string shifts = luck.OneOf("", ", shifts: { day: 8h-18h }, hand over: 20m, on call: 1", ", shifts: { early: 6h-14h, late: 14h-22h }, hand over: 10m, fatigue: {}, escalates: { 1h: 4 }", ", escalates: { 20m: 3 }");
        string body = $"    steps:\n      find: {{ per: incident, {Takes()} }}\n      ready: {{ per: batch, needs: [find], {Takes()}{Calls()} }}\n      copy: {{ do: restore, needs: [ready]{Crew()} }}\n      out: {{ do: extract, needs: [copy]{Calls()} }}\n"
            + $"      in: {{ do: load, needs: [out]{Crew()} }}\n      side: {{ per: tenant, needs: [ready], {Takes()} }}\n      look: {{ do: inspect, needs: [in, side], fails: 20%, then: side, {Takes()} }}\n      open: {{ do: open, needs: [look], {Takes()} }}\n";
        string plans = Steps("first") + (luck.Chance(0.3) ? $"    gives up after: {luck.Between(1, 20)}h\n" : "") + body;
        plans += Steps("second") + (luck.Chance(0.5) && !plans.Contains("gives up", StringComparison.Ordinal) ? "    replaces: first\n" : "") + body;
        return new Office
        {
            Deleted = luck.Between(1, 12), Noticed = $"{luck.Between(1, 300)}m", Crews = $"team: {{ size: 2{shifts} }}", Plans = plans,
            Tenants = "users: 10, data per user: lognormal(median 100 MB sigma 1), tiers: { gold: 30% }", More = $"limits: {{ api: {{ rate: {luck.Between(1, 60)}/h, at once: {luck.Between(1, 3)} }} }}",
        };
    }
}
