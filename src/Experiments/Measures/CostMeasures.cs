using Simulator.Experiments.Costs;
using Simulator.Models.Costs;

namespace Simulator.Experiments.Measures;

/// <summary>Measures of money: sums of a trial's bill.</summary>
public static class CostMeasures
{
    /// <summary>The unit of amounts, whatever currency the scenario's prices are in.</summary>
    public const string Money = "money";

    /// <summary>The measures.</summary>
    internal static readonly IReadOnlyList<Measure> All =
    [
        new("monthly cost", Money, Subjects.All | Subjects.Costs, "what stands there costs in a month in which nothing happens; of a component of the bill, or of databases or a store",
            (o, s) => Sum(o, s, bill => bill.Monthly)) { Natural = o => Natural(o, bill => bill.Monthly), IfNone = null },
        new("incident cost", Money, Subjects.All | Subjects.Costs, "what the faults of a run have cost by its end: people, reading, moving, being down, losing; of a component of the bill, or of databases, a store, a crew or tenants",
            (o, s) => Sum(o, s, bill => bill.Incident)) { Natural = o => Natural(o, bill => bill.Incident), IfNone = null },
    ];

    private static Members Sum(Outcome outcome, Subject subject, Func<Bill, IReadOnlyList<BillLine>> of) =>
        outcome.Bill is { } bill ? Members.One(BillLine.Sum(Bill.Of(of(bill), subject.Name))) : Members.None;

    /// <summary>All of it, and every component, whether there is a line of it in this trial or not: what did not happen costs nothing.</summary>
    private static IEnumerable<Subject> Natural(Outcome outcome, Func<Bill, IReadOnlyList<BillLine>> of)
    {
        if (outcome.Bill is not { } bill) return [];
        IReadOnlyList<string> components = ReferenceEquals(of(bill), bill.Monthly) ? MonthlyBill.Components : Bill.Components;
        return [Subject.All, .. components.Where(component => of(bill).Any(line => line.Component == component)).Select(component => new Subject(component))];
    }
}
