using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>How long commits take: the cumulative distribution over the followed commits of all trials, in every variant.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Latency.</param>
/// <param name="Lines">Entry in the key, and distribution.</param>
public sealed record CommitLatency(string Caption, Axis Time, IReadOnlyList<(Key Look, Distribution Values)> Lines)
    : Chart("commit-latency", "How long a commit takes", Caption)
{
    /// <summary>The chart, if commits were followed in any variant.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var samples = result.Variants.SelectMany((v, i) => v.Samples.Where(s => Measures.IsOfEach(s, Measures.CommitLatency)).Select(s => (v.Name, Number: i, Sample: s))).ToList();
        var drawn = samples.Select(s => (s.Name, s.Number, s.Sample, Values: Distribution.Of(s.Sample.Sorted))).Where(s => s.Values.Largest > 0).ToList();
        if (drawn.Count == 0) yield break;
        bool manySubjects = drawn.Select(d => d.Sample.Subject).Distinct().Count() > 1, manyVariants = result.Variants.Count > 1;
        string NameOf(string variant, Sample sample) => Words.Plain(
            (manyVariants, manySubjects) switch { (true, true) => $"{variant}, {sample.Subject["each ".Length..]}", (true, _) => variant, _ => sample.Subject["each ".Length..] });
        var lines = drawn.Select((d, i) => (Look(NameOf(d.Name, d.Sample), manyVariants && !manySubjects ? d.Number : i, d.Sample.Sorted), d.Values)).ToList();
        Axis time = Axis.Logarithmic(drawn.Min(d => d.Values.Smallest), drawn.Max(d => d.Values.Largest), "s", drawn.Any(d => d.Values.Points[0].Value <= 0));
        string caption = "Commits of all trials that were followed one by one, from the client's commit to its acknowledgement. Each step along the axis is a factor."
            + " The distance between two lines is the price of waiting for another copy; a tail at the right is a slow link, or the time-out before going on without a standby.";
        yield return new CommitLatency(caption, time, lines);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Lines.Select(l => l.Look)];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "commit latency");
        plot.ShareAxis("share of commits acknowledged within this");
        foreach ((Key look, Distribution values) in Lines)
        {
            (double[] xs, double[] ys) = values.Steps(Time.Place);
            plot.Line([Time.Low, .. xs, Time.High], [0, .. ys, ys[^1]], look);
        }
    }

    private static Key Look(string name, int number, IReadOnlyList<double> sorted)
    {
        string half = Humane.Format(Distribution.Quantile(sorted, 0.5), "s"), most = Humane.Format(Distribution.Quantile(sorted, 0.99), "s");
        return Key.OfVariant($"{name}: half within {half}, 99 % within {most}", number, bold: 3);
    }
}
