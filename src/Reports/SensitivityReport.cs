using Simulator.Experiments.Sensitivity;
using Simulator.Reports.Charts;
using Simulator.Reports.Charts.Sensitivity;
using Simulator.Reports.Page;

namespace Simulator.Reports;

/// <summary>Writes what people look at after a sensitivity analysis.</summary>
public static class SensitivityReport
{
    /// <summary>Writes <c>report.html</c> and <c>charts/</c> into an existing folder.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="folder">The folder; files of the same names are replaced.</param>
    public static void Write(SensitivityResult result, string folder)
    {
        IReadOnlyList<Chart> charts = [.. Tornado.Of(result), .. EffectBars.Of(result), .. EffectSpread.Of(result)];
        Report.Write(charts, SensitivityPage.Of(result, charts), folder);
    }
}
