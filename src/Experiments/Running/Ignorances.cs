using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Running;

/// <summary>Tells ignorance from luck in the trials of a variant.</summary>
internal static class Ignorances
{
    /// <summary>The figures that are expected or shown first, with one value a trial; none where nothing is uncertain.</summary>
    /// <param name="study">The study.</param>
    /// <param name="trials">The trials of one of its variants.</param>
    internal static IReadOnlyList<Ignorance> Of(Study study, VariantTrials trials)
    {
        if (study.Uncertainty is not { } uncertainty || trials.PerDraw < 2) return [];
        IEnumerable<TrialColumn> expected = study.Expectations.Where(e => e.Test.Reaches is null)
            .Select(e => new TrialColumn(new Figure(e.Measure, e.Subject), e.Reduce == Reduce.Each && e.Measure.HasMembers ? Reduce.Worst : e.Reduce) { Unit = trials.UnitOf(e.Measure) });
        IEnumerable<TrialColumn> headline = TrialColumn.Natural(trials).Where(column => Headline.Is(column.Figure.Measure.Word, column.SubjectText));
        return [.. expected.Concat(headline).Distinct().Select(column => Of(uncertainty, study.Seed, trials, column)).OfType<Ignorance>()];
    }

    private static Ignorance? Of(Uncertainty uncertainty, ulong seed, VariantTrials trials, TrialColumn column)
    {
        if (trials.Values(column.Figure, column.Reduce).AtMost.Count == 0) return null;
        double[][] draws = [.. trials.Trials.Select(column.Of).Chunk(trials.PerDraw)];
        VarianceSplit? split = VarianceSplit.Of(draws);
        return new Ignorance(column.Figure.Measure.Word, column.SubjectText, column.Unit, column.Head, split,
            split is null ? [] : [.. Inputs(uncertainty, seed, draws, split.Within / trials.PerDraw).OrderByDescending(input => input.Share)]);
    }

    private static IEnumerable<InputShare> Inputs(Uncertainty uncertainty, ulong seed, double[][] draws, double luck)
    {
        double[] means = [.. draws.Select(Student.Mean)];
        foreach (UncertainInput input in uncertainty.Inputs)
            if (CorrelationRatio.Of([.. Enumerable.Range(0, draws.Length).Select(draw => Uncertainty.ShareOf(input, seed, draw))], means, luck) is var (share, interval))
                yield return new InputShare(input.Path, share, interval);
    }
}
