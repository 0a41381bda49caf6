using Simulator.Experiments.Results;

namespace Simulator.Reports.Page;

/// <summary>The answer to the study's question in two or three sentences, made from the measures of the baseline.</summary>
public static class Answer
{
    /// <summary>The sentences; never empty.</summary>
    public static string Of(StudyResult result)
    {
        if (result.Variants.Count == 0) return "Nothing was tried.";
        VariantResult variant = result.Variants[0];
        List<string> sentences = [];
        if (Find(variant, m => m.Measure == Measures.TimeToLast) is { } last) sentences.Add(Back(last));
        if (Find(variant, m => Measures.IsWorst(m, "loss")) is { } loss) sentences.Add(Lost(loss));
        if (sentences.Count == 0 || Find(variant, m => m.Measure == Measures.TimeToLast) is null) sentences.AddRange(OfDatabases(variant));
        if (sentences.Count == 0 && Find(variant, _ => true) is { } first) sentences.Add(Plain(first));
        if (sentences.Count == 0) sentences.Add("No measure of the baseline has a value.");
        return $"{string.Join(" ", sentences)} {Verdicts(result)}".TrimEnd();
    }

    private static MeasureSummary? Find(VariantResult variant, Func<MeasureSummary, bool> holds) => variant.Measures.FirstOrDefault(m => m.Count > 0 && holds(m));

    /// <summary>What a study says whose databases nobody shares.</summary>
    private static IEnumerable<string> OfDatabases(VariantResult variant)
    {
        if (Find(variant, m => Measures.IsWorst(m, "downtime")) is { } down)
            yield return double.IsInfinity(down.P50.Value)
                ? $"In half of the trials or more, the {down.Subject} is still down when the run ends."
                : $"The {down.Subject} is down for {Value(down.P50, down.Unit)} in the median trial.";
        if (Find(variant, m => Measures.IsWorst(m, "lag")) is { } lag)
            yield return double.IsInfinity(lag.P50.Value)
                ? $"In half of the trials or more, a copy of {Rest(lag)} has not caught up when the run ends."
                : $"The copy of {Rest(lag)} that falls furthest behind is up to {Value(lag.P50, lag.Unit)} behind in the median trial.";
        if (Find(variant, m => m.Measure == Measures.CommitLatency) is { } commit)
            yield return $"Half of all commits take no more than {Whole(commit.P50.Value, commit.Unit)}, 99\u00a0% no more than {Whole(commit.P99.Value, commit.Unit)}.";
    }

    private static string Rest(MeasureSummary summary) => summary.Subject["worst ".Length..];

    private static string Back(MeasureSummary last) => double.IsInfinity(last.P50.Value)
        ? $"In half of the trials or more, not every {last.Subject} is back before the run ends."
        : $"The last {last.Subject} is back after {Value(last.P50, last.Unit)} in the median trial,"
            + $" and in 95 % of trials within {Value(last.P95, last.Unit)}.";

    private static string Lost(MeasureSummary loss)
    {
        if (loss.Max == 0) return $"The {loss.Subject} loses nothing in any trial.";
        string most = double.IsInfinity(loss.Max)
            ? "and everything in the worst trial" : $"at most {Whole(loss.Max, loss.Unit)} in any trial";
        return double.IsInfinity(loss.P50.Value)
            ? $"In half of the trials or more, the {loss.Subject} loses everything."
            : $"The {loss.Subject} loses {Value(loss.P50, loss.Unit)} in the median trial, {most}.";
    }

    private static string Plain(MeasureSummary summary) =>
        $"The median {summary.Measure} of {summary.Subject} is {Value(summary.P50, summary.Unit)}.";

    // An interval that rounds to its own estimate says nothing more than it.
    private static string Value(Quantile quantile, string unit)
    {
        string value = Whole(quantile.Value, unit);
        if (quantile.Interval is not { } ends) return value;
        return Whole(ends.Low, unit) == value && Whole(ends.High, unit) == value ? value
            : $"{value} (95\u00a0% interval {Humane.Range(ends.Low, ends.High, unit).Replace(' ', '\u00a0')})";
    }

    // A number is not torn from its unit at the end of a line.
    private static string Whole(double value, string unit) => Humane.Format(value, unit).Replace(' ', '\u00a0');

    private static string Verdicts(StudyResult result)
    {
        List<Verdict> all = [.. result.Variants.SelectMany(v => v.Expectations).Select(e => e.Verdict)];
        if (all.Count == 0) return "";
        int good = all.Count(v => v == Verdict.Met);
        string met = good == all.Count ? $"All {good} verdicts are met" : $"{good} of {all.Count} verdicts are met";
        int breached = all.Count(v => v == Verdict.Breached), open = all.Count(v => v == Verdict.NotEnoughEvidence);
        return $"{met}{(breached > 0 ? $", {breached} breached" : "")}{(open > 0 ? $", {open} without enough evidence" : "")}.";
    }
}
