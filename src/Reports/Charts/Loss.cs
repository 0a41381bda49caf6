using ScottPlot;
using Simulator.Experiments;
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

/// <summary>What each tenant or database lost for good: histogram and cumulative curve, a row for each variant in which anything was lost.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Window">Loss window.</param>
/// <param name="Rows">The variants with losses.</param>
public sealed record Loss(string Title, string Caption, Axis Window, IReadOnlyList<LossRow> Rows)
    : Chart("loss", Title, Caption)
{
    // So many times the usual loss is a tail that no linear axis shows.
    private const double MostBeyondUsual = 40;

    /// <summary>The chart, if anything was lost in any variant.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var samples = Picked.Of(result, "loss").Select(p => (Picked: p, Values: Distribution.Of(p.Sample.Sorted))).ToList();
        var lossy = samples.Where(s => s.Values.Largest > 0).ToList();
        if (lossy.Count == 0) yield break;
        double largest = lossy.Max(s => Math.Max(s.Values.Largest, LimitOf(result.Study, s.Picked) ?? 0));
        // Only a baseline that would be squeezed into a corner is worth a logarithmic axis: on it, an even spread looks like a heap.
        double typical = lossy[0].Values.Largest, smallest = Math.Max(lossy.Min(s => s.Values.Smallest), typical / 1000);
        bool hasTail = lossy.Max(s => s.Values.Largest) > MostBeyondUsual * lossy.Select(s => Usual(s.Picked)).Order().ElementAt(lossy.Count / 2);
        Axis window = hasTail || largest > typical * Axis.LargestLinearRatio
            ? Axis.Between(smallest, largest, "s", lossy.Any(s => s.Values.Points[0].Value < smallest)) : Axis.Linear(largest, "s");
        var rows = lossy.Select(s => Row(s.Picked, s.Values, window) with { Limit = LimitOf(result.Study, s.Picked) }).ToList();
        bool ofTenants = samples.Any(s => !s.Picked.IsOfDatabases), ofDatabases = samples.Any(s => s.Picked.IsOfDatabases && s.Values.Largest > 0);
        string caption = CaptionOf(samples.Select(s => (Words.Plain(s.Picked.Label), s.Values)), rows.Any(r => r.Limit is not null), ofTenants, ofDatabases);
        if (result.Variants.Any(v => v.Measures.Any(m => m.Measure == "stranded"))) caption += " What is stranded on a copy that no longer serves is counted, although people may still fetch it from there.";
        yield return new Loss(ofTenants ? "What was lost for good: the last moments before the deletion" : "What was lost for good: the last acknowledged writes", caption, window, rows);
    }

    /// <inheritdoc/>
    public override int Height => 100 + Math.Max(2, Rows.Count) * Math.Clamp(640 / Rows.Count, 76, 170);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys =>
    [
        new("histogram, tallest bar = full height", Mark.Area, Inks.Sky),
        new("share that lost no more (bottom 0 %, top 100 % of the row)", Mark.Line, Inks.Blue, 2.5f),
        .. Rows.Any(r => r.Limit is not null) ? [LimitLook] : (Key[])[],
    ];

    private static Key LimitLook => new("limit of an expectation", Mark.Line, Inks.Vermilion, 2, LinePattern.Dashed);

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Window, "loss window of each one");
        plot.NamedRows([.. Rows.Select(r => r.Variant)], [.. Rows.Select(r => r.Remark)], "");
        for (int i = 0; i < Rows.Count; i++) DrawRow(plot, Rows[i], bottom: -i - 1);
    }

    private void DrawRow(Plot plot, LossRow row, double bottom)
    {
        const double Full = 0.86;
        double width = BarWidth(Window), tallest = row.Bars.Max();
        for (int i = 0; i < row.Bars.Count; i++)
        {
            double left = Window.Low + i * width, high = bottom + Full * row.Bars[i] / tallest;
            if (row.Bars[i] > 0) plot.Block(left + 0.06 * width, left + 0.94 * width, bottom, high, Inks.Sky);
        }
        (double[] xs, double[] ys) = row.Values.Steps(Window.Place);
        plot.Line([.. xs, Window.High], [.. ys.Append(ys[^1]).Select(y => bottom + Full * y)], new Key("", Mark.Line, Inks.Blue, 2.5f));
        plot.Line([Window.Low, Window.High], [bottom, bottom], new Key("", Mark.Line, Inks.Ink, 1));
        if (row.Limit is { } limit) plot.Line([Window.Place(limit), Window.Place(limit)], [bottom, bottom + 0.95], LimitLook);
    }

    private static double Usual(Picked picked) => Distribution.Quantile(picked.Sample.Sorted, 0.5) is var half && double.IsFinite(half) ? half : double.MaxValue;

    /// <summary>The largest loss window that an expectation allows, in seconds; null if none does. One of other databases says nothing of these.</summary>
    private static double? LimitOf(Study study, Picked picked) => study.Expectations
        .Where(e => e.Measure is { Word: "loss", Unit: "s" } && e.Test.Reaches is null && e.SpeaksOf(picked.Variant))
        .Where(e => !picked.IsOfDatabases || picked.Sample.Subject == $"each {e.Subject.Name}")
        .Select(e => e.Test.Limits.High).FirstOrDefault(high => high is { } value && double.IsFinite(value));

    // A whole number of bars between ticks, so that limits fall on their edges; a bar holds its right edge, so that what just meets a limit
    // stands left of it.
    private static double BarWidth(Axis window) =>
        window.IsLogarithmic || window.Ticks.Count < 2 ? (window.High - window.Low) / 60
        : (window.Ticks[1].Place - window.Ticks[0].Place) / Math.Max(1, 60 / window.Ticks.Count / 2 * 2);

    private static LossRow Row(Picked picked, Distribution values, Axis window)
    {
        IReadOnlyList<double> sorted = picked.Sample.Sorted;
        double width = BarWidth(window);
        var bars = new double[(int)Math.Ceiling((window.High - window.Low) / width)];
        foreach (double value in sorted.Take(sorted.Count - values.Infinite))
        {
            int bar = (int)Math.Ceiling((window.Place(value) - window.Low) / width - 1e-9) - 1;
            bars[Math.Clamp(bar, 0, bars.Length - 1)] += 1.0 / sorted.Count;
        }
        string remark = $"half ≤ {Humane.Format(Distribution.Quantile(sorted, 0.5), "s")}, worst {Humane.Format(sorted[^1], "s")}";
        return new(Words.Plain(picked.Label), picked.Number, values, bars, null, remark);
    }

    private static string CaptionOf(IEnumerable<(string Variant, Distribution Values)> samples, bool hasLimit, bool ofTenants, bool ofDatabases)
    {
        var all = samples.ToList();
        string what = (ofTenants, ofDatabases) switch
        {
            (true, false) => "time from its restore point to its own deletion",
            (false, _) => "time whose acknowledged writes a database lost, by failing over or by going back to a restore point",
            _ => "time from a tenant's restore point to its own deletion; of a database, time whose acknowledged writes it lost",
        };
        string caption = $"All members of all trials; {what}." + (hasLimit ? " A limit is one of the statistic that its expectation names: of each, the worst, or a quantile." : "")
            + " A flat spread up to an edge is the cadence of the backup; a second heap is another source of restore points.";
        var none = all.Where(s => s.Values.Largest == 0).Select(s => s.Variant).ToList();
        if (none.Count > 0) caption += $" Nothing was lost in: {string.Join(", ", none)}.";
        foreach ((string variant, Distribution values) in all.Where(s => s.Values.Infinite > 0))
        {
            string everything = Humane.Format((double)values.Infinite / values.Count, "share");
            caption += $" In {variant}, {everything} lost everything (no restore point left); they are not drawn.";
        }
        return caption;
    }
}
