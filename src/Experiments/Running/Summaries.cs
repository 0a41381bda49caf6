using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Running;

/// <summary>Turns the trials of a variant into tables.</summary>
internal static class Summaries
{
    private static readonly string[] s_sampled = ["loss", "lost writes", "downtime", "time to last", "rolled back writes", "commit latency"];

    /// <summary>One summary for every figure and reduction that has a value.</summary>
    internal static IReadOnlyList<MeasureSummary> Measures(VariantTrials trials) =>
        [.. trials.Figures.SelectMany(f => f.Measure.Shown.Select(r => (Figure: f, Reduce: r)))
            .Select(c => (c.Figure, c.Reduce, Values: trials.Values(c.Figure, c.Reduce)))
            .Where(c => c.Values.AtMost.Count > 0)
            .Select(c => Summary(c.Figure, c.Reduce, c.Values))];

    /// <summary>The values behind the measures whose distribution is worth a picture.</summary>
    internal static IReadOnlyList<Sample> Samples(VariantTrials trials) =>
        [.. trials.Figures.Where(f => s_sampled.Contains(f.Measure.Word))
            .Select(f => (Figure: f, Values: trials.Values(f, Reduce.Each)))
            .Where(s => s.Values.AtMost.Count > 0)
            .Select(s => new Sample(s.Figure.Measure.Word, SubjectText(s.Figure, Reduce.Each), s.Figure.Measure.Unit, s.Values.Sorted))];

    /// <summary>One row of values a trial: every figure with one value a trial. A trial in which a figure has no value has NaN.</summary>
    internal static TrialTable Rows(VariantTrials trials)
    {
        (Figure Figure, Reduce Reduce)[] columns =
            [.. trials.Figures.SelectMany(f => f.Measure.Shown.Where(r => !f.Measure.HasMembers || r != Reduce.Each).Select(r => (f, r)))];
        IReadOnlyList<double>[] rows = [.. trials.Trials.Select(t => (IReadOnlyList<double>)[.. columns.Select(c => Cell(t, c.Figure, c.Reduce))])];
        return new TrialTable([.. columns.Select(c => Head(c.Figure, c.Reduce, trials))], rows);
    }

    private static double Cell(TrialNumbers trial, Figure figure, Reduce reduce) =>
        trial.ValuesOf(figure).Reduced(reduce, figure.Measure.IfNone)?.AtMost ?? double.NaN;

    private static string Head(Figure figure, Reduce reduce, VariantTrials trials) => $"{figure.Measure.Word} of {SubjectText(figure, reduce)} [{trials.UnitOf(figure.Measure)}]";

    private static string SubjectText(Figure figure, Reduce reduce) =>
        figure.Measure.HasMembers ? $"{reduce.Word()} {figure.Subject}" : figure.Subject.ToString();

    private static MeasureSummary Summary(Figure figure, Reduce reduce, TrialValues values)
    {
        Estimate mean = values.Mean;
        return new MeasureSummary(
            figure.Measure.Word, SubjectText(figure, reduce), values.Unit, values.AtMost.Count, mean.Value, mean.Interval,
            values.Quantile(0.50).AsQuantile, values.Quantile(0.95).AsQuantile, values.Quantile(0.99).AsQuantile, values.Max.Value);
    }
}
