using Simulator.Experiments.Results;
using Simulator.Reports;
using Simulator.Reports.Series;
using Spectre.Console;

namespace Simulator.Cli;

/// <summary>What a person sees of a run with very many variants: how many meet what is expected, and one row a variant.</summary>
internal static class VariantsOnScreen
{
    private const int MostRows = 60;

    public static void Show(StudyResult result)
    {
        foreach (IGrouping<string, ExpectationResult> sentence in result.Variants.SelectMany(variant => variant.Expectations).GroupBy(expectation => expectation.Text))
            Console.Out.WriteLine($"{sentence.Key}: met in {sentence.Count(e => e.Verdict == Verdict.Met)} of {sentence.Count()} variants, breached in {sentence.Count(e => e.Verdict == Verdict.Breached)}");
        IReadOnlyList<SweepAxis> axes = SweepAxis.Of(result.Study);
        IReadOnlyList<SweepFigure> figures = SweepFigure.Of(result);
        Table table = new Table().Border(TableBorder.Simple).AddColumns([.. axes.Select(axis => new TableColumn(new Text(ShortOf(axis)))), .. figures.Select(figure => new TableColumn(new Text(figure.Label)).RightAligned())]);
        Dictionary<string, SweepPoint>[] points = [.. figures.Select(figure => figure.Points.ToDictionary(point => point.Variant))];
        foreach (VariantResult variant in result.Variants.Take(MostRows))
            table.AddRow([.. axes.Select(axis => new Text(axis.LevelOf(result.Study, variant.Name)?.Text ?? "")), .. figures.Select((figure, i) => Cell(figure, points[i].GetValueOrDefault(variant.Name)))]);
        AnsiConsole.Write(table);
        if (result.Variants.Count > MostRows) Console.Out.WriteLine($"{result.Variants.Count - MostRows} more variants are in variants.csv.");
    }

    private static Text Cell(SweepFigure figure, SweepPoint? point) => point is null ? new Text("–") : new Text(Humane.Format(point.Value, figure.Unit), point.Verdict switch
    {
        Verdict.Met => new Style(Color.Green),
        Verdict.Breached => new Style(Color.Red),
        Verdict.NotEnoughEvidence => new Style(Color.Yellow),
        _ => Style.Plain,
    });

    private static string ShortOf(SweepAxis axis) => string.Join('.', axis.Name.Split('.').TakeLast(2));
}
