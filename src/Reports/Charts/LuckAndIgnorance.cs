using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>The distribution of a figure within each draw of what is uncertain, against that over all of them.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Label">The figure.</param>
/// <param name="Values">The figure's values.</param>
/// <param name="Places">Places along the axis at which the curves are known.</param>
/// <param name="Low">The 5th percentile over draws of the share of trials that is no larger.</param>
/// <param name="High">The 95th percentile.</param>
/// <param name="Pooled">The share over all trials of all draws.</param>
/// <param name="Reach">How far 90 % of the draws would lie from it, to either side, if they differed by luck alone.</param>
public sealed record LuckAndIgnorance(
    string Name, string Title, string Caption, string Label, Axis Values, IReadOnlyList<double> Places, IReadOnlyList<double> Low, IReadOnlyList<double> High, IReadOnlyList<double> Pooled, IReadOnlyList<double> Reach)
    : Chart(Name, Title, Caption)
{
    private const int Most = 4, Steps = 300;
    private const double OuterScore = 1.645; // normal quantile of 0.95

    /// <summary>The charts of the baseline's figures; none where everything is known.</summary>
    public static IEnumerable<Chart> Of(StudyResult result) => result.Study.Uncertainty is null
        ? []
        : result.Variants[0].Ignorance.Where(figure => figure.Split is { Within: > 0 } or { Between: > 0 }).Take(Most).Select(figure => Of(result, figure)).OfType<Chart>();

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [PooledLook, new("90 % of the draws lie in here", Mark.Area, Inks.Sky.WithAlpha(0.4)), LuckLook with { Label = "where 90 % would lie by luck alone" }];

    private static Key LuckLook => new("", Mark.Line, Inks.Ink, 1.5f, LinePattern.Dotted);

    private static Key PooledLook => new("all draws together", Mark.Line, Inks.Blue, 3);

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Values, Words.Plain(Label, 70));
        plot.ShareAxis("share of trials that are no larger");
        var band = plot.Add.FillY([.. Places], [.. Low], [.. High]);
        (band.FillColor, band.LineWidth) = (Inks.Sky.WithAlpha(0.4), 0);
        plot.Line([.. Places], [.. Pooled.Zip(Reach, (share, reach) => Math.Max(0, share - reach))], LuckLook);
        plot.Line([.. Places], [.. Pooled.Zip(Reach, (share, reach) => Math.Min(1, share + reach))], LuckLook);
        plot.Line([.. Places], [.. Pooled], PooledLook);
    }

    private static LuckAndIgnorance? Of(StudyResult result, Ignorance figure)
    {
        double[][] draws = [.. result.Variants[0].Rows.DrawsOf(figure.Column, result.Study.Trials).Select(draw => draw.Order().ToArray())];
        double[] all = [.. draws.SelectMany(draw => draw).Order()];
        if (all.Length == 0 || all[^1] <= 0) return null;
        double smallest = all.First(value => value > 0);
        Axis axis = Axis.Between(smallest, all[^1], figure.Unit, hasZero: all[0] <= 0);
        double[] values = [.. Enumerable.Range(0, Steps + 1).Select(i => axis.IsLogarithmic ? smallest * Math.Pow(all[^1] / smallest, (double)i / Steps) : all[^1] * i / Steps)];
        if (axis.IsLogarithmic && all[0] <= 0) values = [0, .. values];
        double[][] shares = [.. values.Select(value => draws.Select(draw => ShareUpTo(draw, value)).Order().ToArray())];
        string variants = result.Variants.Count == 1 ? "" : $" Of the baseline, \"{Words.Plain(result.Variants[0].Name)}\".";
        string share = Humane.Format(figure.Split!.Share, "share");
        string caption = $"Where the band is wider than the dotted lines, what is not known decides; where it is not, luck does. Ignorance is {share} of the variance"
            + (figure.Inputs.Count > 0 ? $"; worth measuring first: {figure.Inputs[0].Path}." : ".")
            + $" The dotted lines are those of {result.Study.Trials} independent trials a draw (normal approximation)." + variants;
        double[] pooled = [.. values.Select(value => ShareUpTo(all, value))];
        return new LuckAndIgnorance(
            $"ignorance-{Words.Slug(figure.Figure)}", $"Luck or ignorance: {Words.Plain(figure.Figure, 60)}", caption, figure.Figure, axis,
            [.. values.Select(axis.Place)], [.. shares.Select(s => Distribution.Quantile(s, 0.05))], [.. shares.Select(s => Distribution.Quantile(s, 0.95))], pooled, [.. pooled.Select(share => OuterScore * Math.Sqrt(share * (1 - share) / result.Study.Trials))]);
    }

    private static double ShareUpTo(double[] sorted, double value)
    {
        int place = Array.BinarySearch(sorted, value);
        if (place < 0) return (double)~place / sorted.Length;
        while (place + 1 < sorted.Length && sorted[place + 1].Equals(value)) place++;
        return (place + 1.0) / sorted.Length;
    }
}
