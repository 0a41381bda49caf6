using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>One follower's line in the chart of lags.</summary>
/// <param name="Look">Its entry in the key.</param>
/// <param name="Points">Seconds since the start of the run, and how far it is behind.</param>
public sealed record LagCurve(Key Look, IReadOnlyList<(double At, double Behind)> Points);

/// <summary>How far standbys and change streams are behind in the shown trials, over time: once in seconds, once in bytes.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Label">Title of the upright axis.</param>
/// <param name="Time">Time since the start of the run.</param>
/// <param name="Behind">How far behind.</param>
/// <param name="Lines">The followers.</param>
/// <param name="Moments">When faults began and ended.</param>
public sealed record Lag(
    string Name, string Title, string Caption, string Label, Axis Time, Axis Behind, IReadOnlyList<LagCurve> Lines, IReadOnlyList<Moment> Moments)
    : Chart(Name, Title, Caption)
{
    private const int MostLines = 8;

    /// <summary>Two charts, if anything was ever behind in a shown trial.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var all = result.Variants.SelectMany((v, i) => LagLine.Of(v.Shown.Facts).Select(line => (Variant: v.Name, Number: i, Line: line)))
            .Where(l => l.Line.Changes).ToList();
        if (all.Count == 0) yield break;
        // The baseline's worst first, then the worst of the others: of what is left out, no variant misses its largest lag before it is full.
        var kept = all.OrderByDescending(l => l.Line.PeakBytes).GroupBy(l => l.Number).OrderBy(g => g.Key)
            .SelectMany(g => g.Select((l, rank) => (l, rank))).OrderBy(l => l.rank).Take(MostLines).Select(l => l.l)
            .OrderBy(l => l.Number).ThenBy(l => l.Line.Databases, StringComparer.Ordinal).ThenBy(l => l.Line.Database)
            .ThenBy(l => l.Line.Follower, StringComparer.Ordinal).ToList();
        bool manyVariants = kept.Select(l => l.Number).Distinct().Count() > 1 || result.Variants.Count > 1;
        bool manyDatabases = kept.Select(l => (l.Line.Databases, l.Line.Database)).Distinct().Count() > 1;
        string NameOf(LagLine line) => Words.Plain(manyDatabases ? $"{line.Databases} {line.Database} {line.Follower}" : line.Follower);
        string left = all.Count > kept.Count ? $" {all.Count - kept.Count} more that were less far behind are left out." : "";
        Window window = Window.Around(kept.Select(l => l.Line), result.Variants[0].Shown.Facts);
        foreach (bool isTime in (bool[])[true, false])
        {
            string unit = isTime ? "s" : "B";
            double Peak(LagLine line) => isTime ? line.PeakSeconds : line.PeakBytes;
            List<LagCurve> curves = [];
            foreach (var (variant, number, line) in kept)
            {
                string name = manyVariants ? $"{Words.Plain(variant)}: {NameOf(line)}" : NameOf(line);
                int follower = manyVariants ? kept.Where(l => l.Number == number).ToList().FindIndex(l => ReferenceEquals(l.Line, line)) : 0;
                Key look = Look($"{name}, at most {Humane.Format(Peak(line), unit)}", manyVariants ? number : curves.Count + 1, follower);
                curves.Add(new(look, Extended(line, isTime, window)));
            }
            double peak = kept.Max(l => Peak(l.Line));
            if (peak <= 0) continue;
            yield return new Lag(
                isTime ? "lag" : "lag-data", isTime ? "How old the oldest write is that a copy lacks" : "How much log a copy lacks",
                CaptionOf(result, isTime) + left, isTime ? "behind" : "log not applied", window.Time, Axis.Linear(peak * 1.16, unit), curves, window.Moments);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Lines.Select(l => l.Look)];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time since the start of the run");
        plot.Upward(Behind, Label);
        foreach (LagCurve line in Lines)
            plot.Line([.. line.Points.Select(p => Time.Place(p.At))], [.. line.Points.Select(p => Behind.Place(p.Behind))], line.Look);
        plot.Moments(Time, Moments, Behind.High * 0.9, Width - Pens.Edges.Left - Pens.Edges.Right);
    }

    private static Key Look(string label, int number, int follower) =>
        new(label, Mark.Line, Inks.OfVariant(number), number == 0 ? 4.4f : 2.2f, follower == 0 ? Inks.PatternOfVariant(number) : Inks.PatternOfVariant(1 + 6 * follower));

    // Before its first change it was in step, if it was there at all, and after its last one if it has caught up.
    private static List<(double At, double Behind)> Extended(LagLine line, bool isTime, Window window)
    {
        List<(double, double)> points = [.. line.Points.Select(p => (p.At, isTime ? p.Seconds : p.Bytes))];
        double low = window.Time.Low * window.Time.Divisor, high = window.Time.High * window.Time.Divisor;
        if (points[0].Item1 > low && points[0].Item2 <= 0.05 * points.Max(p => p.Item2)) points.Insert(0, (low, points[0].Item2));
        if (line.HasCaughtUp && points[^1].Item1 < high) points.Add((high, points[^1].Item2));
        return points;
    }

    private static string CaptionOf(StudyResult result, bool isTime)
    {
        ShownTrial shown = result.Variants[0].Shown;
        string whose = result.Variants.Count == 1 ? $"Trial {shown.Trial}, the one with the median {shown.MedianOf}." : "The shown trial of each variant.";
        return whose + (isTime
            ? " What is behind here is lost if the primary goes at that moment and this copy takes over. A line of slope 1 stands still; one that falls is catching up."
            : " A rise is load above what the copy can take, a fall what it can take above the load: the steeper, the more capacity is to spare.");
    }
}
