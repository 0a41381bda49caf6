using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Experiments.Searching;
using Simulator.Experiments.Statistics;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>The first objective of each design with its interval, where one design is looked for.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Label">The objective.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Scale">Its axis.</param>
/// <param name="Rows">The designs.</param>
public sealed record DesignValues(string Caption, string Label, string Unit, Axis Scale, IReadOnlyList<(string Name, DesignStatus Status, Estimate Estimate)> Rows)
    : Chart("designs", "What the designs cost", Caption)
{
    private const int Most = 30;

    /// <summary>The chart, if one design is looked for by a figure.</summary>
    public static IEnumerable<Chart> Of(SearchResult result)
    {
        Objective objective = result.Search.Minimise[0];
        if (!result.IsOne || objective.Knob is not null) yield break;
        DesignResult[] finite = [.. SearchWords.Sorted(result).Where(design => design.Objectives.Count > 0 && double.IsFinite(design.Objectives[0].Value))];
        if (finite.Length < 2) yield break;
        DesignResult[] shown = [.. finite.Take(Most)];
        double[] values = [.. shown.SelectMany(design => Ends(design.Objectives[0])).Where(double.IsFinite)];
        string caption = "Further left is better; the bar is the 95 % interval of each design alone. Designs are compared trial by trial under the same luck, so two whose bars overlap may be told apart all the same."
            + (finite.Length <= Most ? "" : $" {finite.Length - Most} more have no room here.") + (finite.Length == result.Designs.Count ? "" : $" {result.Designs.Count - finite.Length} have no finite value.");
        yield return new DesignValues(caption, Words.Plain(objective.Text, 70), objective.Unit, Axis.Between(values.Where(value => value > 0).DefaultIfEmpty(1).Min(), values.Max(), objective.Unit, values.Any(value => value <= 0)),
            [.. shown.Select(design => (Words.Plain(design.Name, 60), design.Status, design.Objectives[0]))]);
    }

    /// <inheritdoc/>
    public override int Height => 80 + 24 * Rows.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Rows.Select(row => row.Status).Distinct().Order().Select(status => new Key(SearchFiles.Word(status), Mark.Point, DesignInks.Of(status)))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Scale, Label);
        plot.NamedRows([.. Rows.Select(row => row.Name)], [.. Rows.Select(row => Humane.Format(row.Estimate.Value, Unit))], "");
        for (int i = 0; i < Rows.Count; i++)
        {
            Color ink = DesignInks.Of(Rows[i].Status);
            double x = Scale.Place(Rows[i].Estimate.Value);
            if (Rows[i].Estimate.Interval is { } ends && double.IsFinite(ends.High)) plot.Whisker(x, Scale.Place(Math.Max(0, ends.Low)), Scale.Place(ends.High), -i - 0.5, ink);
            plot.Add.Marker(x, -i - 0.5, MarkerShape.FilledCircle, 9, ink);
        }
    }

    private static double[] Ends(Estimate estimate) => estimate.Interval is { } ends ? [estimate.Value, ends.Low, ends.High] : [estimate.Value];
}
