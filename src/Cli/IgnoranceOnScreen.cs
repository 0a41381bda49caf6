using Simulator.Experiments.Results;
using Simulator.Reports;
using Simulator.Reports.Series;
using Spectre.Console;

namespace Simulator.Cli;

/// <summary>What a person sees of a run in which something is uncertain: how much is luck, how much ignorance, and what would be worth measuring.</summary>
internal static class IgnoranceOnScreen
{
    public static void Show(StudyResult result)
    {
        if (result.Study.Uncertainty is null) return;
        Table table = new Table().Border(TableBorder.Simple).AddColumns("variant", "figure", "by luck", "by ignorance", "share of ignorance", "worth measuring first");
        foreach (VariantResult variant in SweepFigure.IsMany(result) ? result.Variants.Take(1) : result.Variants)
        {
            string name = variant.Name;
            foreach (Ignorance figure in variant.Ignorance.Where(figure => figure.Split is { Within: > 0 } or { Between: > 0 }))
            {
                string share = Humane.Format(figure.Split!.Share, "share") + (figure.Split.ShareInterval is { } interval ? $" ({Humane.Format(interval, "share")})" : "");
                string first = figure.Inputs.Count == 0 ? "–" : $"{string.Join('.', figure.Inputs[0].Path.Split('.').TakeLast(3))}: {Humane.Format(figure.Inputs[0].Share, "share")}";
                table.AddRow(new Text(name), new Text(figure.Figure), new Text("± " + Humane.Format(Math.Sqrt(figure.Split.Within), figure.Unit)),
                    new Text("± " + Humane.Format(Math.Sqrt(figure.Split.Between), figure.Unit)), new Text(share), new Text(first));
                name = "";
            }
        }
        AnsiConsole.Write(table);
    }
}
