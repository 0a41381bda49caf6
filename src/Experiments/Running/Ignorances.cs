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
        IEnumerable<(Figure Figure, Reduce Reduce)> expected = study.Expectations.Where(e => e.Test.Reaches is null)
            .Select(e => (new Figure(e.Measure, e.Subject), e.Reduce == Reduce.Each && e.Measure.HasMembers ? Reduce.Worst : e.Reduce));
        IEnumerable<(Figure, Reduce)> headline = trials.Figures.SelectMany(f => f.Measure.Shown.Where(r => !f.Measure.HasMembers || r != Reduce.Each).Select(r => (f, r)))
            .Where(c => Headline.Is(c.f.Measure.Word, Summaries.SubjectText(c.f, c.r)));
        return [.. expected.Concat(headline).Distinct().Select(c => Of(uncertainty, study.Seed, trials, c.Item1, c.Item2)).OfType<Ignorance>()];
    }

    private static Ignorance? Of(Uncertainty uncertainty, ulong seed, VariantTrials trials, Figure figure, Reduce reduce)
    {
        if (trials.Values(figure, reduce).AtMost.Count == 0) return null;
        double[][] draws = [.. trials.Trials.Select(trial => Summaries.Cell(trial, figure, reduce)).Chunk(trials.PerDraw)];
        VarianceSplit? split = VarianceSplit.Of(draws);
        return new Ignorance(figure.Measure.Word, Summaries.SubjectText(figure, reduce), figure.Measure.Unit, Summaries.Head(figure, reduce), split,
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
