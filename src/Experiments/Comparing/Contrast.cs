using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Kernel.Randomness;

namespace Simulator.Experiments.Comparing;

/// <summary>What two sides differ by in one measure.</summary>
/// <param name="match">The sides.</param>
/// <param name="asked">The measure.</param>
/// <param name="question">How it is asked.</param>
internal sealed class Contrast(Match match, Asked asked, ComparisonQuestion question)
{
    private const int Draws = 4999; // a p-value of 0.0004, so that a dozen measures can be told together at 5 %
    private const int DrawsOfInterval = 999; // Efron and Tibshirani, section 12.5: about so many for the ends of an interval

    private Measure Measure => asked.Column.Figure.Measure;

    private bool IsPaired => match.WhyNotPaired is null;

    /// <summary>By what A is multiplied to stand where B would be worse by just the margin.</summary>
    private double Allowed => Measure.Better switch { Better.Smaller => 1 + question.Margin, Better.Larger => 1 - question.Margin, _ => 1 };

    /// <summary>One row, or two where some trials have infinite values; none where one side does not have the measure.</summary>
    /// <param name="a">The trials of the first side.</param>
    /// <param name="b">The trials of the second side.</param>
    internal IEnumerable<ComparedMeasure> Rows(ISideTrials a, ISideTrials b)
    {
        if (a.Values(asked.Column) is { } first && b.Values(asked.Column) is { } second) return Rows(first, second, a.AreAlike && b.AreAlike);
        return SummaryOf(a) is { } before && SummaryOf(b) is { } after && asked.Statistic is MeanOfTrials ? [OfSummaries(before, after)] : [];
    }

    /// <summary>Differences of the medians and the 95th percentiles, for a row about a mean.</summary>
    internal ComparedMeasure WithQuantiles(ComparedMeasure row, ISideTrials a, ISideTrials b)
    {
        if (!question.WithQuantiles || asked.Statistic is not MeanOfTrials || !row.Text.StartsWith(asked.Text, StringComparison.Ordinal) || a.Values(asked.Column) is not { } first || b.Values(asked.Column) is not { } second) return row;
        (double[] before, double[] after, _) = Known(first, second);
        return row with { OfMedians = Quantile(before, after, 0.5, DrawsOfInterval).Interval, OfP95 = Quantile(before, after, 0.95, DrawsOfInterval).Interval };
    }

    private IEnumerable<ComparedMeasure> Rows(double[] first, double[] second, bool isCertain)
    {
        (double[] a, double[] b, int left) = Known(first, second);
        if (a.Length == 0 || b.Length == 0) yield break;
        if (asked.Statistic is ShareOfTrials share)
        {
            yield return Share(asked.Text, a, b, share.Condition.Hold, DirectionOf(share.Condition), isCertain) with { LeftOut = left };
            yield break;
        }
        if (asked.Statistic is QuantileOfTrials quantile)
        {
            Difference shown = Quantile(a, b, quantile.Share, Draws), tested = question.Margin > 0 ? Quantile([.. a.Select(v => v * Allowed)], b, quantile.Share, Draws) : shown;
            yield return Row(asked.Text, Measure.Unit, Measure.Better, shown, tested, AreSame(a, b), isCertain) with { Trials = a.Length, LeftOut = left };
            yield break;
        }
        bool hasInfinite = a.Concat(b).Any(double.IsInfinity);
        if (hasInfinite) yield return Share($"share of trials with infinite {asked.Column.Text}", a, b, double.IsInfinity, Measure.Better, isCertain) with { LeftOut = left };
        (double[] finiteA, double[] finiteB) = hasInfinite ? Finite(a, b) : (a, b);
        if (finiteA.Length == 0 || finiteB.Length == 0) yield break;
        string others = hasInfinite ? IsPaired ? " where both are finite" : " where it is finite" : "";
        yield return Mean(asked.Text + others, finiteA, finiteB, isCertain) with { LeftOut = left };
    }

    private ComparedMeasure Mean(string text, double[] a, double[] b, bool isCertain)
    {
        Difference At(double[] before) => IsPaired ? MeanDifference.Paired(before, b, question.Confidence) : MeanDifference.Welch(Moments.Of(before), Moments.Of(b), question.Confidence);
        Difference shown = At(a);
        return Row(text, Measure.Unit, Measure.Better, shown, question.Margin > 0 ? At([.. a.Select(v => v * Allowed)]) : shown, AreSame(a, b), isCertain) with { Trials = Math.Min(a.Length, b.Length) };
    }

    private ComparedMeasure OfSummaries(Moments a, Moments b)
    {
        Difference shown = MeanDifference.Welch(a, b, question.Confidence), tested = MeanDifference.Welch(a.Times(Allowed), b, question.Confidence);
        return Row(asked.Text, Measure.Unit, Measure.Better, shown, tested, a.Error + b.Error == 0 && a.Mean.Equals(b.Mean), false) with { Trials = Math.Min(a.Count, b.Count) };
    }

    /// <summary>A margin is of amounts, not of shares of trials.</summary>
    private ComparedMeasure Share(string text, double[] a, double[] b, Func<double, bool> holds, Better better, bool isCertain)
    {
        bool[] before = Array.ConvertAll(a, v => holds(v)), after = Array.ConvertAll(b, v => holds(v));
        Difference share = IsPaired ? ShareDifference.Paired(before, after, question.Confidence)
            : ShareDifference.Unpaired(before.Count(hit => hit), before.Length, after.Count(hit => hit), after.Length, question.Confidence);
        bool isSame = IsPaired ? before.SequenceEqual(after) : before.Concat(after).Distinct().Count() == 1;
        return Row(text, "share", better, share, share, isSame, isCertain) with { Trials = Math.Min(a.Length, b.Length) };
    }

    /// <summary>Which share of trials is better: of those beyond a limit the one that the values beyond it are; of those that equal a value neither.</summary>
    private Better DirectionOf(Limits condition) => Measure.Better == Better.Neither || condition.AreTwoSided ? Better.Neither
        : (Measure.Better == Better.Larger) == (condition.High is null) ? Better.Larger : Better.Smaller;

    private ComparedMeasure Row(string text, string unit, Better better, Difference shown, Difference tested, bool isSame, bool isCertain)
    {
        double by = better == Better.Larger ? -tested.Value : tested.Value;
        return new ComparedMeasure(match.Name, text, unit, better, shown with { P = isCertain && by != 0 ? 0 : tested.P }) { Harm = by, IsOfMargin = !tested.Equals(shown), IsSame = isSame, IsCertain = isCertain };
    }

    private Difference Quantile(double[] a, double[] b, double share, int draws) =>
        QuantileDifference.Of(a, b, share, IsPaired, question.Confidence, Philox.Key(match.A.Seed, "compare", asked.Column.Head, "bootstrap"), draws);

    private Moments? SummaryOf(ISideTrials side) => side.Summary(asked.Column)
        ?? (side.Values(asked.Column) is { } values && Array.TrueForAll(values, double.IsFinite) ? Moments.Of(values) : null);

    /// <summary>The trials that have a value: on both sides where they are paired.</summary>
    private (double[] A, double[] B, int LeftOut) Known(double[] a, double[] b)
    {
        if (!IsPaired) return ([.. a.Where(v => !double.IsNaN(v))], [.. b.Where(v => !double.IsNaN(v))], 0);
        int[] both = [.. Enumerable.Range(0, a.Length).Where(i => !double.IsNaN(a[i]) && !double.IsNaN(b[i]))];
        return ([.. both.Select(i => a[i])], [.. both.Select(i => b[i])], Enumerable.Range(0, a.Length).Count(i => double.IsNaN(a[i]) != double.IsNaN(b[i])));
    }

    private (double[] A, double[] B) Finite(double[] a, double[] b)
    {
        if (!IsPaired) return ([.. a.Where(double.IsFinite)], [.. b.Where(double.IsFinite)]);
        int[] both = [.. Enumerable.Range(0, a.Length).Where(i => double.IsFinite(a[i]) && double.IsFinite(b[i]))];
        return ([.. both.Select(i => a[i])], [.. both.Select(i => b[i])]);
    }

    private bool AreSame(double[] a, double[] b) => IsPaired ? a.SequenceEqual(b) : a.Concat(b).Distinct().Count() == 1;
}
