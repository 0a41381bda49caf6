using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>People come and go, are called, hand over and get tired.</summary>
[Parallelizable(ParallelScope.All)]
public class CrewStories
{
    private const double Second = 3 / 3600.0;

    /// <summary>Noticed at midnight; from eight to six they do ten of twelve hours, the rest on Tuesday.</summary>
    [Test]
    public void A_task_that_outlasts_its_shift_lies_until_the_next()
    {
        Office office = With("shifts: { day: 8h-18h }", "takes: 12h");
        Assert.That(office.Hours("task"), Is.EqualTo([24 + 8 + 2.0]).Within(Second));
        Assert.That(office.Done("task")[0].Spent[TimeUse.WaitingForPeople].TotalHours, Is.EqualTo(8 + 14).Within(Second));
        Assert.That(office.Done("task")[0].Spent[TimeUse.Working].TotalHours, Is.EqualTo(12));
    }

    [Test]
    public void Over_the_weekend_nobody_comes() =>
        Assert.That(With("shifts: { day: 8h-18h on weekdays }", "takes: 51h").Hours("task"), Is.EqualTo([7 * 24 + 8 + 1.0]).Within(Second), "five days of ten hours, and one on the second Monday");

    [Test]
    public void Shifts_that_follow_each_other_lose_what_handing_over_takes() =>
        Assert.That(With("shifts: { night: 22h-6h, early: 6h-14h, late: 14h-22h }, hand over: 30m", "takes: 15h").Hours("task"), Is.EqualTo([16]).Within(Second), "at six and at two");

    [Test]
    public void Whoever_is_on_call_goes_on_alone_with_what_came_first()
    {
        Office office = With("shifts: { day: 8h-18h }, on call: 1", "per: tenant, takes: 9h", deleted: 2, noticed: "10h");
        Assert.That(office.Hours("task"), Is.EqualTo([19, 20]).Within(0.01), "both lay it down at six: one does them one after the other");
    }

    [Test]
    public void What_was_laid_down_is_taken_up_before_anything_new()
    {
        Office office = With("shifts: { day: 8h-18h }", "per: tenant, takes: 6h", size: 1, deleted: 3);
        Assert.That(office.Hours("task"), Is.EqualTo([14, 24 + 8 + 2, 24 + 8 + 2 + 6]).Within(0.01));
    }

    [Test]
    public void More_are_called_some_time_after_an_incident_is_noticed_whatever_the_hour()
    {
        Office office = With("shifts: { day: 8h-18h }, escalates: { 30m: 3 }", "per: tenant, takes: 1h", deleted: 6, noticed: "20h");
        Assert.That(office.Hours("task"), Is.EqualTo([21.5, 21.5, 21.5, 22.5, 22.5, 22.5]).Within(Second));
        Office steady = With("escalates: { 30m: 3 }", "per: tenant, takes: 1h", size: 1, deleted: 4, noticed: "20h");
        Assert.That(steady.Hours("task"), Is.EqualTo([21, 21.5, 21.5, 22]).Within(Second), "one from the notice on, three from half an hour later");
    }

    /// <summary>A plan that is built meanwhile meets those who were called meanwhile.</summary>
    [Test]
    public void Those_who_are_called_help_the_plan_that_takes_over()
    {
        Office office = new Office
        {
            Deleted = 8, Crews = "team: { size: 1, escalates: { 4h: 4 } }",
            Plans = "  slow:\n    handles: [mistake]\n    batches: { size: 1 }\n    steps:\n      task: { per: tenant, takes: 3h, crew: 1 of team }\n      open: { do: open, needs: [task] }\n"
                + "  fast:\n    handles: [mistake]\n    ready after: 5h\n    replaces: slow\n    steps:\n      quick: { per: tenant, takes: 1h, crew: 1 of team }\n      open: { do: open, needs: [quick] }\n",
        }.Run();
        Assert.That(office.Hours("task"), Is.EqualTo([3, 6]).Within(Second));
        Assert.That(office.Hours("quick"), Is.EqualTo([6, 6, 6, 7, 7, 7]).Within(Second), "three beside the one that is still at it");
    }

    /// <summary>Four hours beyond the tenth at one percent each: begun at hour 14 of a shift, a task takes 1.04 times as long.</summary>
    [Test]
    public void Who_has_worked_long_is_slower()
    {
        const string Long = "shifts: { day: 6h-23h }, fatigue: { after: 10h, per hour: 1% }";
        Assert.That(With(Long, "takes: 100m", noticed: "20h").Hours("task"), Is.EqualTo([20 + (100 * 1.04 / 60)]).Within(Second));
        Assert.That(With(Long, "takes: 100m", noticed: "9h").Hours("task"), Is.EqualTo([9 + (100.0 / 60)]).Within(Second), "rested");
    }

    [Test]
    public void Bytes_move_on_when_their_people_have_gone_home()
    {
        Office office = new Office
        {
            Noticed = "17h 55m", Crews = "team: { size: 1, shifts: { day: 8h-18h } }",
            Plans = Office.Plan("copy: { do: restore, crew: 1 of team }\ntask: { per: database, needs: [copy], takes: 1m, crew: 1 of team }", "from: [daily]"),
        }.Run();
        Assert.That(office.Hours("copy"), Is.EqualTo([17 + 55 / 60.0 + 1 / 6.0 + 0.1]).Within(0.01), "ten minutes for an instance and six for 36 GB, past six o'clock");
        Assert.That(office.Hours("task"), Is.EqualTo([24 + 8 + 1 / 60.0]).Within(Second));
    }

    [TestCase("largest first", ExpectedResult = true)]
    [TestCase("smallest first", ExpectedResult = false)]
    [TestCase("most users first", ExpectedResult = true)]
    [TestCase("fewest users first", ExpectedResult = false)]
    public bool A_crew_serves_in_its_order(string order)
    {
        Office office = With($"order: {order}", "per: tenant, takes: 1h", size: 1, deleted: 20, tenants: "users: lognormal(median 10 sigma 1), data per user: 1 MB");
        Dictionary<int, int> users = office.Facts.OfType<TenantDeleted>().ToDictionary(fact => fact.Tenant, fact => fact.Users);
        int[] served = [.. office.Facts.OfType<TenantServed>().Select(fact => users[fact.Tenant])];
        Assert.That(served.Skip(1), order is "largest first" or "most users first" ? Is.Ordered.Descending : Is.Ordered.Ascending, "whoever comes first meets a crew that is free");
        return served[1] > served[^1];
    }

    private static Office With(string crew, string task, int size = 2, int deleted = 1, string noticed = "1s", string tenants = "users: 10, data per user: 1 MB") => new Office
    {
        Crews = $"team: {{ size: {size}, {crew} }}", Deleted = deleted, Noticed = noticed, Tenants = tenants, Plans = Office.Plan($"task: {{ {task}, crew: 1 of team }}"),
    }.Run();
}
