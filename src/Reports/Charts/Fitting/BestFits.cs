using Simulator.Experiments.Fitting;
using Simulator.Reports.Drawing;

namespace Simulator.Reports.Charts.Fitting;

/// <summary>The few families that are worth a look, and how they are drawn in all charts of a fit.</summary>
internal static class BestFits
{
    private const int Most = 3;

    /// <summary>The best ranked families, each with its key.</summary>
    public static IEnumerable<(FamilyFit Fit, Key Look)> Of(FitResult result) => result.Ranked.Take(Most).Select((fit, i) =>
        (fit, new Key(fit.Text + (fit.IsRejected ? ", does not fit" : ""), Mark.Line, Inks.OfVariant(i + 1), 2.4f, Inks.PatternOfVariant(i + 1))));

    /// <summary>What was observed.</summary>
    public static string LabelOf(FitResult result) => Words.Plain(result.Column.Name.Length > 0 ? result.Column.Name : "value");
}
