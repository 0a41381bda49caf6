using System.Globalization;
using System.Text.RegularExpressions;
using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>One variant's row in the chart of losses.</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Values">The loss windows.</param>
/// <param name="Bars">Share of all values in each of the equally wide bars of the axis.</param>
/// <param name="Limit">The largest loss window that an expectation allows, in seconds; null if none does.</param>
/// <param name="Remark">Median and largest, in words.</param>
public sealed record LossRow(string Variant, int Number, Distribution Values, IReadOnlyList<double> Bars, double? Limit, string Remark);

/// <summary>What each tenant lost for good: histogram and cumulative curve, a row for each variant in which anything was lost.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Window">Loss window.</param>
/// <param name="Rows">The variants with losses.</param>
public sealed partial record Loss(string Caption, Axis Window, IReadOnlyList<LossRow> Rows)
    : Chart("loss", "What was lost for good: the last moments before the deletion", Caption)
{
    // A whole number of bars between ticks, so that limits fall on their edges; a bar holds its right edge, so that what just meets a limit stands left of it.
    private static double BarWidth(Axis window) =>
        window.IsLogarithmic || window.Ticks.Count < 2 ? (window.High - window.Low) / 60
        : (window.Ticks[1].Place - window.Ticks[0].Place) / Math.Max(1, 60 / window.Ticks.Count / 2 * 2);

    /// <summary>The chart, if anything was lost in any variant.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var samples = result.Variants.Select((v, i) => (Variant: v, Number: i, v.Samples.FirstOrDefault(Concerns)?.Sorted))
            .Where(s => s.Sorted is not null).Select(s => (s.Variant, s.Number, Sorted: s.Sorted!, Values: Distribution.Of(s.Sorted!))).ToList();
        var lossy = samples.Where(s => s.Values.Largest > 0).ToList();
        if (lossy.Count == 0) yield break;
        double largest = lossy.Max(s => Math.Max(s.Values.Largest, LimitOf(s.Variant) ?? 0));
        // Only a baseline that would be squeezed into a corner is worth a logarithmic axis: on it, an even spread looks like a heap.
        double typical = lossy[0].Values.Largest, smallest = Math.Max(lossy.Min(s => s.Values.Smallest), typical / 1000);
        Axis window = largest > typical * Axis.LargestLinearRatio
            ? Axis.Between(smallest, largest, "s", lossy.Any(s => s.Values.Points[0].Value < smallest)) : Axis.Linear(largest, "s");
        var rows = lossy.Select(s => Row(s.Variant, s.Number, s.Sorted, s.Values, window)).ToList();
        yield return new Loss(CaptionOf(samples.Select(s => (Words.Plain(s.Variant.Name), s.Values))), window, rows);
    }

    /// <inheritdoc/>
    public override int Height => 100 + Math.Max(2, Rows.Count) * Math.Clamp(640 / Rows.Count, 76, 170);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys =>
    [
        new("histogram, tallest bar = full height", Mark.Area, Inks.Sky),
        new("share that lost no more (bottom 0 %, top 100 % of the row)", Mark.Line, Inks.Blue, 2.5f),
        .. Rows.Any(r => r.Limit is not null) ? [new Key("limit of an expectation", Mark.Line, Inks.Vermilion, 2, LinePattern.Dashed)] : (Key[])[],
    ];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Window, "loss window of each one");
        plot.NamedRows([.. Rows.Select(r => r.Variant)], [.. Rows.Select(r => r.Remark)], "");
        double width = BarWidth(Window);
        for (int i = 0; i < Rows.Count; i++)
        {
            LossRow row = Rows[i];
            double bottom = -i - 1, tallest = row.Bars.Max();
            for (int bar = 0; bar < row.Bars.Count; bar++)
                if (row.Bars[bar] > 0)
                    plot.Block(Window.Low + (bar + 0.06) * width, Window.Low + (bar + 0.94) * width, bottom, bottom + 0.86 * row.Bars[bar] / tallest, Inks.Sky);
            (double[] xs, double[] ys) = row.Values.Steps(Window.Place);
            plot.Line([.. xs, Window.High], [.. ys.Append(ys[^1]).Select(y => bottom + 0.86 * y)], new Key("", Mark.Line, Inks.Blue, 2.5f));
            plot.Line([Window.Low, Window.High], [bottom, bottom], new Key("", Mark.Line, Inks.Ink, 1));
            if (row.Limit is { } limit)
                plot.Line([Window.Place(limit), Window.Place(limit)], [bottom, bottom + 0.95], new Key("", Mark.Line, Inks.Vermilion, 2, LinePattern.Dashed));
        }
    }

    /// <summary>The largest loss window that an expectation of a variant allows, in seconds; null if none speaks of it.</summary>
    public static double? LimitOf(VariantResult variant)
    {
        foreach (ExpectationResult expectation in variant.Expectations)
        {
            Match match = LossLimit().Match(expectation.Text);
            if (match.Success) return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * SecondsOf(match.Groups[2].Value);
        }
        return null;
    }

    private static LossRow Row(VariantResult variant, int number, IReadOnlyList<double> sorted, Distribution values, Axis window)
    {
        double width = BarWidth(window);
        var bars = new double[(int)Math.Ceiling((window.High - window.Low) / width)];
        foreach (double value in sorted.Take(sorted.Count - values.Infinite))
            bars[Math.Clamp((int)Math.Ceiling((window.Place(value) - window.Low) / width - 1e-9) - 1, 0, bars.Length - 1)] += 1.0 / sorted.Count;
        string remark = $"half ≤ {Humane.Format(Distribution.Quantile(sorted, 0.5), "s")}, worst {Humane.Format(sorted[^1], "s")}";
        return new(Words.Plain(variant.Name), number, values, bars, LimitOf(variant), remark);
    }

    private static bool Concerns(Sample sample) =>
        sample.Measure == "loss" && sample.Unit == "s" && sample.Subject.StartsWith("each", StringComparison.Ordinal) && sample.Sorted.Count > 0;

    private static string CaptionOf(IEnumerable<(string Variant, Distribution Values)> samples)
    {
        var all = samples.ToList();
        string caption = "All members of all trials; time from the restore point to the own deletion. Nothing may stand right of the limit."
            + " A flat spread up to an edge is the cadence of the backup; a second heap is another source of restore points.";
        var none = all.Where(s => s.Values.Largest == 0).Select(s => s.Variant).ToList();
        if (none.Count > 0) caption += $" Nothing was lost in: {string.Join(", ", none)}.";
        foreach ((string variant, Distribution values) in all.Where(s => s.Values.Infinite > 0))
            caption += $" In {variant}, {Humane.Format((double)values.Infinite / values.Count, "share")} lost everything (no restore point left); they are not drawn.";
        return caption;
    }

    private static double SecondsOf(string unit) => unit switch { "ms" => 1e-3, "s" => 1, "m" => 60, "h" => 3600, "d" => 86400, _ => 7 * 86400 };

    [GeneratedRegex(@"\bloss\b.*<=?\s*([0-9.]+)\s*(ms|s|m|h|d|w)\b")]
    private static partial Regex LossLimit();
}
