using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>Once, again and again, in bursts, after another, and as a record tells.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FaultTimeStories
{
    [Test]
    public void The_next_interval_begins_when_the_fault_has_ended()
    {
        FaultTimes times = new("10d", "wear: { kind: crash, hits: shop.primary, every: 2d, noticed: 5m, lasts: 1d }");

        Assert.That(times.Begins("wear"), Is.EqualTo(new[] { 2.0, 5, 8 }));
        Assert.That(times.Facts().OfType<DatabaseDown>().Count(), Is.EqualTo(3));
    }

    [Test]
    public void Of_what_never_ends_it_begins_with_it() =>
        Assert.That(new FaultTimes("9d", "growth: { kind: load, hits: shop, factor: 1.1, every: 2d, noticed: 5m }").Begins("growth"), Is.EqualTo(new[] { 2.0, 4, 6, 8 }));

    [Test]
    public void A_script_that_runs_again_finds_others_and_nobody_is_deleted_twice()
    {
        FaultTimes times = new("30d", "script: { kind: deletion, hits: 100 of site, every: 1d, takes: 1h, noticed: 2h }");
        int[] gone = [.. times.Facts().OfType<TenantDeleted>().Select(fact => fact.Tenant)];

        Assert.That(times.Begins("script"), Has.Length.EqualTo(28), "each run takes an hour");
        Assert.That(gone, Is.Unique);
        Assert.That(gone, Has.Length.InRange(900, 980), "1000 (1 - 0.9^28) = 948");
    }

    [Test]
    public void A_burst_brings_several_within_its_time_and_each_is_drawn_anew()
    {
        FaultTimes times = new("10d", "wear: { kind: crash, hits: one of many.primary, every: 4d, burst: { count: 3, within: 6h }, noticed: 5m, lasts: 1m }");
        double[] begins = times.Begins("wear");

        Assert.That(begins, Has.Length.EqualTo(6));
        Assert.That(begins[..3], Is.All.InRange(4.0, 4.25));
        Assert.That(begins, Is.Unique);
        Assert.That(begins[3] - times.Ends("wear")[2], Is.EqualTo(4).Within(1e-9), "counted from the last of them");
        Assert.That(times.Facts().OfType<DatabaseDown>().Select(fact => fact.Database).Distinct().Count(), Is.GreaterThan(1));
    }

    [Test]
    public void What_follows_from_another_fault_begins_a_delay_after_each_beginning_of_it()
    {
        FaultTimes times = new("10d", "storm: { kind: crash, hits: home.a, every: 2d, noticed: 5m, lasts: 1d }", "rush: { kind: load, hits: many, factor: 2, after: storm, delay: 6h, noticed: 5m, lasts: 1h }",
            "late: { kind: load, hits: many, factor: 2, after: rush, delay: 6h, noticed: 5m, lasts: 1h }");

        Assert.That(times.Begins("rush"), Is.EqualTo(new[] { 2.25, 5.25, 8.25 }));
        Assert.That(times.Begins("late"), Is.EqualTo(new[] { 2.5, 5.5, 8.5 }));
    }

    [Test]
    public void With_a_chance_it_follows_in_that_share_of_the_times()
    {
        FaultTimes times = new("2000d", "storm: { kind: load, hits: shop, factor: 2, every: 1d, noticed: 5m, lasts: 1h }", "rush: { kind: load, hits: other, factor: 2, after: storm, chance: 30%, noticed: 5m, lasts: 1h }");
        double storms = times.Begins("storm").Length, share = times.Begins("rush").Length / storms;

        Assert.That(share, Is.EqualTo(0.3).Within(3 * Math.Sqrt(0.3 * 0.7 / storms)));
    }

    [Test]
    public void After_a_place_is_back_each_database_boots_for_its_own_time()
    {
        FaultTimes times = new("2d", "storm: { kind: crash, hits: home.b, at: 1h, noticed: 5m, lasts: 1h, recovers: exponential(mean 1h) }");
        double[] hours = [.. times.Facts().OfType<DatabaseUp>().Select(fact => fact.At.SinceStart.TotalHours - 2)];

        Assert.That(hours, Has.Length.EqualTo(100));
        Assert.That(hours.Average(), Is.EqualTo(1.0).Within(3 / Math.Sqrt(100)));
    }

    [Test]
    public void The_first_time_is_as_lucky_as_if_it_were_the_only_one()
    {
        const string wear = "kind: crash, hits: one of many.primary, noticed: exponential(mean 1h), lasts: exponential(mean 1h)";
        static string[] First(FaultTimes times) => [.. times.Facts().Where(fact => fact is DatabaseDown or DatabaseUp or FaultNoticed).Take(3).Select(fact => fact.Describe() + fact.At.SinceStart)];

        Assert.That(First(new FaultTimes("100d", $"wear: {{ {wear}, every: 20d }}")), Is.EqualTo(First(new FaultTimes("100d", $"wear: {{ {wear}, at: 20d }}"))));
    }

    [Test]
    public void A_record_tells_what_failed_from_when_to_when()
    {
        string folder = Directory.CreateTempSubdirectory("record").FullName;
        File.WriteAllText(Path.Combine(folder, "past.csv"), "start,target,end\r\n2022-04-01T00:00Z,home.b,2022-04-04T00:00Z\n2022-04-04T00:00Z,other.primary,2022-04-06T00:00Z\n 5d , home.a , 6d\n3d,2 of many.primary,\n");
        FaultTimes times = new(folder, "10d", ["past: { kind: crash, from: past.csv, noticed: 5m }"]);
        Directory.Delete(folder, recursive: true);

        Assert.That(times.Begins("past"), Is.EqualTo(new[] { 0.0, 3, 5 }), "what had ended before the run is left out, what had begun begins with it");
        Assert.That(times.Ends("past"), Is.EqualTo(new[] { 1.0, 6 }));
        Assert.That(times.Facts().OfType<DatabaseDown>().Count(), Is.EqualTo(1 + 2 + 2));
    }

    [TestCase("", "1: the file is empty: its first line is start,target,end")]
    [TestCase("from,what,to\n", "1: 'from,what,to' is not the first line of a record of faults: its columns are named first, start,target,end")]
    [TestCase("start,target,end\n", "1: the record ends after its first line: at least one fault is needed")]
    [TestCase("start,target,end\n1d,home.a\n", "2: '1d,home.a' has 2 columns: a start, a target and an end are expected, the end empty for that of the run")]
    [TestCase("start,target,end\n1d,home.a,2d\n\n", "3: the line is empty: each has a start, a target and an end")]
    [TestCase("start,target,end\n1d,home.a,1d\n", "2: '1d' is not after the start, '1d'")]
    [TestCase("start,target,end\n1d,home.a,2022-04-05T00:00Z\n", "2: '1d' and '2022-04-05T00:00:00Z' are an offset and a UTC instant: write both the same way")]
    [TestCase("start,target,end\n12,home.a,2d\n", "2: bare number 12: a duration needs a unit, one of us ms s m h d w y")]
    [TestCase("start,target,end\n1d,Home,2d\n", "2: 'Home' is not a target: write a region, a zone such as us-east.a, a place in it such as us-east.a.hall-1, databases, their copies such as shard.primary, links.<link>, stores.<store>, dependencies.<dependency> or accounts.<account>")]
    public void A_wrong_record_says_which_line_is_wrong(string text, string problem)
    {
        string folder = Directory.CreateTempSubdirectory("record").FullName;
        File.WriteAllText(Path.Combine(folder, "wrong.csv"), text);
        string? found = Models.Faults.Timings.Traced.Syntax.Parse("wrong.csv").Then(trace => Models.Faults.Timings.Traced.Syntax.Load(trace, new Models.Language.Folder(folder))).Problem;
        Directory.Delete(folder, recursive: true);

        Assert.That(found, Is.EqualTo($"wrong.csv:{problem}"));
    }
}
