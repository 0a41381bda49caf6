using Simulator.Experiments.Measures;
using Simulator.Models.Costs;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Experiments.Costs;

/// <summary>
/// What one trial costs, line by line: what stands there in a month, and what had come up by the end of the run because something happened. Every line is
/// a quantity that the trial's facts tell, times a price that the scenario's list has; what no price is named for is a line all the same.
/// </summary>
/// <param name="Currency">The currency of all prices.</param>
/// <param name="Monthly">The bill of a month in which nothing happens.</param>
/// <param name="Incident">What recoveries used, and what being down and losing data costs.</param>
public sealed record Bill(string Currency, IReadOnlyList<BillLine> Monthly, IReadOnlyList<BillLine> Incident)
{
    private const double SecondsOfHour = 3600, BytesOfGB = 1e9;

    /// <summary>What a component of the bill of incidents is called, in its order.</summary>
    public static readonly IReadOnlyList<string> Components = ["engineers", "reading", "moving", "downtime", "loss"];

    /// <summary>Every word for a component, of either bill.</summary>
    public static readonly IReadOnlyList<string> Words = [.. MonthlyBill.Components, .. Components];

    /// <summary>The bill of a trial; null where the scenario has no costs.</summary>
    public static Bill? Of(Outcome outcome)
    {
        if (outcome.Drawn is not { } drawn) return null;
        CostPlan costs = drawn.Costs;
        List<BillLine> lines = [.. Used(outcome, costs)];
        foreach (string databases in outcome.Databases.Select(d => d.Databases).Distinct())
            lines.AddRange(Harm(costs, CostPlan.Of(costs.Databases, databases)?.Harm, databases, OfDatabases(outcome, databases)));
        foreach (string population in outcome.Populations)
            lines.AddRange(Harm(costs, CostPlan.Of(costs.Tenants, population), population, OfTenants(outcome, population)));
        return new Bill(costs.Currency, drawn.Monthly, [.. Components.SelectMany(component => lines.Where(line => line.Component == component && line.Used > 0))]);
    }

    /// <summary>The lines of a component, or of what it is paid for; all of them where no word is given.</summary>
    public static IEnumerable<BillLine> Of(IReadOnlyList<BillLine> lines, string word) =>
        word.Length == 0 ? lines : lines.Where(line => line.Component == word || (!Words.Contains(word) && line.Owner == word));

    private static IEnumerable<BillLine> Used(Outcome outcome, CostPlan costs)
    {
        foreach (CrewWorked fact in outcome.Used.OfType<CrewWorked>())
            yield return new BillLine("engineers", fact.Crew, fact.Crew, Priced.Time, fact.Worked.TotalHours, costs.Find(CostPlan.Of(costs.Crews, fact.Crew)));
        foreach (StoreRead fact in outcome.Used.OfType<StoreRead>())
        {
            StoreCosts priced = CostPlan.Of(costs.Stores, fact.Store) ?? StoreCosts.None;
            yield return new BillLine("reading", $"bytes out of {fact.Store}", fact.Store, Priced.Data, fact.Bytes / BytesOfGB, costs.Find(priced.Restore));
            yield return new BillLine("reading", $"requests to {fact.Store}", fact.Store, Priced.Requests, fact.Requests, costs.Find(priced.Reads));
        }
        foreach (BytesCarried fact in outcome.Used.OfType<BytesCarried>())
            yield return new BillLine("moving", fact.Way, "", Priced.Data, fact.Bytes / BytesOfGB, costs.Find(costs.Transfer.Price(fact.Way)));
    }

    private static IEnumerable<BillLine> Harm(CostPlan costs, HarmCosts? named, string owner, (double Down, double Window, double Bytes, double Writes) harm)
    {
        yield return new BillLine("downtime", owner, owner, Priced.Time, harm.Down / SecondsOfHour, costs.Find(named?.Down));
        Named<Price>? lost = costs.Find(named?.Lost);
        (Priced of, double much) = lost?.Value.Rate.Unit.Of switch
        {
            Priced.Data => (Priced.Data, harm.Bytes / BytesOfGB),
            Priced.Writes => (Priced.Writes, harm.Writes),
            _ => (Priced.Time, harm.Window / SecondsOfHour),
        };
        yield return new BillLine("loss", owner, owner, of, much, lost);
    }

    private static (double Down, double Window, double Bytes, double Writes) OfDatabases(Outcome outcome, string databases)
    {
        DatabaseOutcome[] all = [.. outcome.DatabasesOf(databases)];
        return (all.Sum(d => (d.Down + (d.DownSince is { } since ? outcome.End - since : TimeSpan.Zero)).TotalSeconds), all.SelectMany(d => d.Losses).Sum(l => l.Seconds), all.SelectMany(d => d.Losses).Sum(l => l.Bytes), 0);
    }

    private static (double Down, double Window, double Bytes, double Writes) OfTenants(Outcome outcome, string population)
    {
        TenantOutcome[] all = [.. outcome.TenantsOf(population)];
        Loss[] losses = [.. all.Select(t => t.Loss).OfType<Loss>()];
        return (all.Sum(t => ((t.Served ?? outcome.End) - t.Deleted).TotalSeconds), losses.Sum(l => l.Seconds), losses.Sum(l => l.Bytes), losses.Sum(l => l.Writes));
    }
}
