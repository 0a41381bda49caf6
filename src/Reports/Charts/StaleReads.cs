using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>Which share of the reads of a shown trial was stale, over time.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Time since the start of the run.</param>
/// <param name="Lines">Entry in the key, and shares by time.</param>
/// <param name="Moments">When faults began and ended.</param>
public sealed record StaleReads(string Caption, Axis Time, IReadOnlyList<(Key Look, IReadOnlyList<(double At, double Share)> Points)> Lines, IReadOnlyList<Moment> Moments)
    : Chart("stale-reads", "How many reads are stale", Caption)
{
    private const int Slots = 48;
    private const int MostLines = 8;

    /// <summary>The chart, if reads were followed over a shown trial and any was stale.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var all = result.Variants.SelectMany((v, i) => Followed(v.Shown.Facts).Select(reads => (Variant: v.Name, Number: i, Reads: reads))).ToList();
        if (all.All(l => l.Reads.Stale == 0)) yield break;
        var kept = all.Take(MostLines).ToList();
        double length = kept.Max(l => l.Reads.At.SinceStart.TotalSeconds);
        bool manyVariants = result.Variants.Count > 1, manyDatabases = kept.Select(l => l.Reads.Databases).Distinct().Count() > 1;
        string NameOf(string variant, string databases) => Words.Plain((manyVariants, manyDatabases) switch { (true, true) => $"{variant}, {databases}", (true, _) => variant, _ => databases });
        var lines = kept.Select((l, i) => (Look(NameOf(l.Variant, l.Reads.Databases), i, l.Reads), Shares(l.Reads, length))).ToList();
        ReadsFollowed first = kept[0].Reads;
        string left = all.Count > kept.Count ? $" {all.Count - kept.Count} more are left out." : "";
        string caption = $"The share of the followed reads that miss a write acknowledged {Humane.Format(first.After.TotalSeconds, "s")} before them, in slots of a {Slots}th of the shown trial."
            + " A standby that falls behind makes all reads of it stale until it has caught up; one that is down is not read." + left;
        yield return new StaleReads(caption, Axis.Linear(length, "s"), lines, [.. Window.Faults(result.Variants[0].Shown.Facts)]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Lines.Select(l => l.Look)];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time since the start of the run");
        plot.ShareAxis("share of reads that are stale");
        foreach ((Key look, IReadOnlyList<(double At, double Share)> points) in Lines)
            plot.Line([.. points.Select(p => Time.Place(p.At))], [.. points.Select(p => p.Share)], look);
        plot.Moments(Time, Moments, 0.95, Width - Pens.Edges.Left - Pens.Edges.Right);
    }

    // The delay that comes last in the file tells backlogs from what the way alone makes late.
    private static IEnumerable<ReadsFollowed> Followed(IReadOnlyList<Fact> facts) =>
        facts.OfType<ReadsFollowed>().Where(reads => reads.Sampled.Count > 0).GroupBy(reads => (reads.Databases, reads.Database)).Select(same => same.Last());

    private static IReadOnlyList<(double At, double Share)> Shares(ReadsFollowed reads, double length) =>
        [.. reads.Sampled.GroupBy(read => Math.Min(Slots - 1, (int)(read.At.SinceStart.TotalSeconds / length * Slots))).OrderBy(slot => slot.Key)
            .Select(slot => ((slot.Key + 0.5) * length / Slots, slot.Count(read => read.StaleFor > reads.After.TotalSeconds) / (double)slot.Count()))];

    private static Key Look(string name, int number, ReadsFollowed reads) =>
        Key.OfVariant($"{name}: {100.0 * reads.Stale / reads.Reads:0.#} % of all", number, bold: 3);
}
