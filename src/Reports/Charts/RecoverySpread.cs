using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>When the last one is back in the baseline: a histogram over trials.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Total recovery time; it need not begin at zero.</param>
/// <param name="Edges">Edges of the bars, in seconds, one more than there are bars.</param>
/// <param name="Trials">How many trials are in each bar.</param>
/// <param name="Median">Median over all trials, in seconds.</param>
/// <param name="P95">95th percentile over all trials, in seconds.</param>
public sealed record RecoverySpread(
    string Title, string Caption, Axis Time, IReadOnlyList<double> Edges, IReadOnlyList<int> Trials, double Median, double P95)
    : Chart("recovery-spread", Title, Caption)
{
    /// <summary>The chart, if two trials or more of the baseline finished.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        if (result.Variants.Count == 0) yield break;
        VariantResult variant = result.Variants[0];
        List<double> sorted = RecoveryTime.Values(variant), finite = [.. sorted.Where(double.IsFinite)];
        if (finite.Count < 2 || finite[^1] <= 0) yield break;
        // Equal trials still need a bar with a width.
        int count = Math.Clamp((int)(1.5 * Math.Sqrt(finite.Count)), 5, 40);
        double width = Math.Max(finite[^1] - finite[0], finite[^1] * 1e-3) / count;
        double[] edges = [.. Enumerable.Range(0, count + 1).Select(i => finite[0] + i * width)];
        var trials = new int[count];
        foreach (double value in finite) trials[Math.Clamp((int)((value - finite[0]) / width), 0, count - 1)]++;
        string caption = $"Each bar counts trials, {finite.Count} in all."
            + " A narrow heap can be planned with; a long tail at the right is bad luck to be prepared for.";
        if (finite.Count < sorted.Count)
            caption += $" {sorted.Count - finite.Count} more never finished: infinite, not drawn, but counted in both lines.";
        yield return new RecoverySpread(
            $"When the last one is back, trial by trial: {Words.Plain(variant.Name)}", caption,
            Axis.Window(edges[0] - width, edges[^1] + width, "s"), edges, trials,
            Distribution.Quantile(sorted, 0.5), Distribution.Quantile(sorted, 0.95));
    }

    /// <inheritdoc/>
    public override int Height => 420;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys =>
    [
        new("trials", Mark.Area, Inks.Sky),
        new($"median {Humane.Format(Median, "s")}", Mark.Line, Inks.Ink, 2.5f),
        new($"95 % of trials within {Humane.Format(P95, "s")}", Mark.Line, Inks.Vermilion, 2, LinePattern.Dashed),
    ];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time from the first deletion until the last one is back");
        Axis count = Axis.Linear(Trials.Max() * 1.08, "count");
        plot.Upward(count, "trials");
        double gap = (Edges[1] - Edges[0]) * 0.05;
        for (int i = 0; i < Trials.Count; i++)
            if (Trials[i] > 0) plot.Block(Time.Place(Edges[i] + gap), Time.Place(Edges[i + 1] - gap), 0, Trials[i], Inks.Sky);
        for (int i = 0; i < 2; i++)
            if ((i == 0 ? Median : P95) is double value && double.IsFinite(value))
                plot.Line([Time.Place(value), Time.Place(value)], [0, count.High], Keys[i + 1]);
    }
}
