using Simulator.Experiments.Expectations;
using Simulator.Experiments.Results;

namespace Simulator.Experiments.Running;

/// <summary>Holds expectations against the trials of a variant.</summary>
internal static class Judging
{
    /// <summary>The verdict on an expectation.</summary>
    internal static ExpectationResult Judge(Expectation expectation, VariantTrials trials)
    {
        TrialValues values = ValuesOf(expectation, trials);
        if (values.AtMost.Count == 0)
            return new ExpectationResult(
                expectation.Text, Verdict.NotEnoughEvidence, null, null, values.Unit, "no trial has a value of it: nothing that it speaks of happened");
        Judgement judgement = expectation.Statistic.Judge(values, expectation.Test.Limits);
        bool isPartial = values.Missing > 0 && judgement.Verdict == Verdict.Met;
        return new ExpectationResult(
            expectation.Text,
            isPartial ? Verdict.NotEnoughEvidence : judgement.Verdict,
            judgement.Estimate.Value,
            judgement.Estimate.Interval,
            judgement.Unit,
            isPartial ? $"{Missing(values)}; the others: {judgement.Reason}" : judgement.Reason);
    }

    private static string Missing(TrialValues values) =>
        $"{Figures.Count(values.Missing)} of {Figures.Count(values.Trials)} trials have no value of it";

    /// <summary>The points of published curves in expectations, for the variants that they speak of.</summary>
    internal static IReadOnlyList<PublishedPoint> Published(Study study) =>
        [.. study.Variants.SelectMany(v => study.Expectations.Where(e => e.SpeaksOf(v.Name) && e.Test.Published is not null).Select(e => PointOf(e, v.Name)))];

    /// <summary>The values that an expectation speaks of.</summary>
    internal static TrialValues ValuesOf(Expectation expectation, VariantTrials trials)
    {
        var figure = new Figure(expectation.Measure, expectation.Subject);
        return expectation.Test.Reaches is { } share ? trials.FirstReached(figure, share) : trials.Values(figure, expectation.Reduce);
    }

    private static PublishedPoint PointOf(Expectation expectation, string variant)
    {
        PublishedMoment published = expectation.Test.Published!.Value;
        return new PublishedPoint(
            variant, expectation.Measure.Word, expectation.Subject.ToString(), expectation.Test.Reaches!.Value, published.At, published.Within);
    }
}
