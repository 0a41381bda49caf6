using Simulator.Experiments.Fitting;
using Simulator.Reports.Charts;
using Simulator.Reports.Charts.Fitting;
using Simulator.Reports.Page;

namespace Simulator.Reports;

/// <summary>Writes what people look at after a fit.</summary>
public static class FitReport
{
    /// <summary>Writes <c>report.html</c> and <c>charts/</c> with the Q-Q chart and the cumulative distributions into an existing folder.</summary>
    /// <param name="result">What was fitted.</param>
    /// <param name="folder">The folder; files of the same names are replaced.</param>
    public static void Write(FitResult result, string folder)
    {
        IReadOnlyList<Chart> charts = [.. QuantilePlot.Of(result), .. FittedShares.Of(result)];
        Report.Write(charts, FitPage.Of(result, charts), folder);
    }
}
