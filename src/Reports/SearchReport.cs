using Simulator.Experiments.Searching;
using Simulator.Reports.Charts;
using Simulator.Reports.Page;

namespace Simulator.Reports;

/// <summary>Writes what people look at after a search: one page, and its pictures.</summary>
public static class SearchReport
{
    /// <summary>Writes <c>report.html</c>, <c>charts/*.png</c> and <c>charts/*.svg</c> into an existing folder.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="file">Name of the scenario's file, for the command that repeats it.</param>
    /// <param name="folder">The folder; files of the same names are replaced.</param>
    public static void Write(SearchResult result, string file, string folder)
    {
        IReadOnlyList<Chart> charts = [.. DesignValues.Of(result), .. Front.Of(result), .. TrialsSpent.Of(result)];
        Report.Write(charts, SearchPage.Of(result, file, charts), folder);
    }
}
