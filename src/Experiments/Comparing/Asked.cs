using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Running;
using Simulator.Models.Language;

namespace Simulator.Experiments.Comparing;

/// <summary>A measure that is to be compared: one value a trial, and what is made of the values of all trials.</summary>
/// <param name="Column">The values.</param>
/// <param name="Statistic">A mean, a quantile or a share of trials.</param>
/// <param name="Text">What it is, in words: "mean loss of worst site".</param>
public sealed record Asked(TrialColumn Column, Statistic Statistic, string Text)
{
    /// <summary>How a measure is asked for: <c>p95 loss of worst site</c>; the mean where no statistic is named.</summary>
    /// <param name="text">The words.</param>
    public static Parsed<Asked> Parse(string text)
    {
        Parsed<Response> named = Response.Syntax.Parse(text), meant = named.Problem is null ? named : Response.Syntax.Parse($"mean {text}");
        if (meant.Problem is not null) return Parsed.No<Asked>(named.Problem!);
        Response response = meant.Value;
        if (response.Statistic is MaxOfTrials) return Parsed.No<Asked>($"'{text}': the largest value is a fact of the trials that were run, not of the scenario; compare a quantile such as p99, or the mean");
        if (response.Measure.HasMembers && response.Reduce == Reduce.Each)
            return Parsed.No<Asked>($"'{text}': a trial has many values of '{response.Measure.Word}'; say which counts, as in '{response.Measure.Word} of worst {response.Subject}'");
        return Parsed.Ok(new Asked(new TrialColumn(response.Figure, response.Reduce), response.Statistic, response.Text));
    }

    /// <summary>The mean of a column.</summary>
    public static Asked MeanOf(TrialColumn column) => new(column, new MeanOfTrials(), $"mean {column.Text}");

    /// <summary>The measures of expectations, each once, as means over trials of one value a trial: of each member the worst.</summary>
    public static IReadOnlyList<Asked> Of(IEnumerable<Expectation> expectations) => [.. expectations
        .Select(e => new TrialColumn(new Figure(e.Measure, e.Subject), e.Measure.HasMembers && e.Reduce == Reduce.Each ? Instead(e.Measure) : e.Reduce)).Distinct().Select(MeanOf)];

    private static Reduce Instead(Measure measure) => measure.Shown.Contains(Reduce.Worst) || !measure.Shown.Contains(Reduce.Median) ? Reduce.Worst : Reduce.Median;
}
