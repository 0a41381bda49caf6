using System.Text;
using Simulator.Experiments.Results;
using Simulator.Reports.Charts;
using Simulator.Reports.Drawing;
using Simulator.Reports.Page;

namespace Simulator.Reports;

/// <summary>Writes what people look at: the charts as files, and one page with all of them.</summary>
public static class Report
{
    /// <summary>Writes <c>report.html</c>, <c>charts/*.png</c> and <c>charts/*.svg</c> into an existing folder.</summary>
    /// <param name="result">What the study gave.</param>
    /// <param name="folder">The folder; files of the same names are replaced.</param>
    public static void Write(StudyResult result, string folder)
    {
        IReadOnlyList<Chart> charts = Gallery.Of(result);
        Write(charts, ReportPage.Of(result, charts), folder);
    }

    /// <summary>Writes a page as <c>report.html</c> and its charts as files of their own.</summary>
    /// <param name="charts">The charts.</param>
    /// <param name="page">The page that shows them.</param>
    /// <param name="folder">The folder; files of the same names are replaced.</param>
    internal static void Write(IReadOnlyList<Chart> charts, string page, string folder)
    {
        WritePictures(charts, folder);
        File.WriteAllText(Path.Combine(folder, "report.html"), page, new UTF8Encoding(false));
    }

    /// <summary>Writes each chart as <c>charts/*.png</c> and <c>charts/*.svg</c>.</summary>
    private static void WritePictures(IReadOnlyList<Chart> charts, string folder)
    {
        string pictures = Path.Combine(folder, "charts");
        if (charts.Count > 0) Directory.CreateDirectory(pictures);
        foreach (Chart chart in charts)
        {
            var sheet = new Sheet(chart, IsFramed: true);
            File.WriteAllBytes(Path.Combine(pictures, chart.Name + ".png"), sheet.Png());
            File.WriteAllText(Path.Combine(pictures, chart.Name + ".svg"), sheet.Svg() + "\n", new UTF8Encoding(false));
        }
    }
}
