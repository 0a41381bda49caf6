using Simulator.Experiments.Results;
using Simulator.Models.Costs;

namespace Simulator.Reports.Charts;

/// <summary>What each variant costs in a month in which nothing happens, by component.</summary>
public sealed record MonthlyCost : StackedRows
{
    private MonthlyCost(string unit, IReadOnlyList<string> words, IReadOnlyList<StackedRow> rows)
        : base("monthly-cost", "What it costs a month", "A month of 730 h in which nothing happens, by component of the bill. What no price is named for is in no bar: the bill lists it.",
            unit, "cost a month", words, rows)
    {
    }

    /// <summary>The chart, if a variant has a bill with prices.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        VariantResult[] billed = [.. result.Variants.Where(variant => variant.Bill is { } bill && bill.Monthly.Any(line => line.Amount > 0))];
        if (billed.Length == 0) yield break;
        string[] components = [.. MonthlyBill.Components.Where(component => billed.Any(variant => variant.Bill!.Monthly.Any(line => line.Component == component && line.Amount > 0)))];
        yield return new MonthlyCost(billed[0].Bill!.Costs.Currency, components, [.. billed.Select(variant => new StackedRow(Drawing.Words.Plain(variant.Name),
            [.. components.Select((component, part) => (part, BillLine.Sum(variant.Bill!.Monthly.Where(line => line.Component == component)))).Where(part => part.Item2 > 0)]))]);
    }
}
