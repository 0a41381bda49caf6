using Simulator.Experiments.Replays;
using Simulator.Reports.Charts;
using Simulator.Reports.Page;

namespace Simulator.Reports;

/// <summary>Writes what people look at after a replay: one page over all incidents, and its picture.</summary>
public static class ReplayReport
{
    /// <summary>Writes <c>report.html</c>, <c>charts/figures.png</c> and <c>charts/figures.svg</c> into an existing folder.</summary>
    /// <param name="rows">The figures.</param>
    /// <param name="fitted">The inputs of each incident that were fitted, by its name.</param>
    /// <param name="folder">The folder; files of the same names are replaced.</param>
    public static void Write(IReadOnlyList<ReplayRow> rows, IReadOnlyDictionary<string, IReadOnlyList<string>> fitted, string folder)
    {
        IReadOnlyList<Chart> charts = [.. PublishedFigures.Of(rows)];
        Report.Write(charts, ReplayPage.Of(rows, fitted, charts), folder);
    }
}
