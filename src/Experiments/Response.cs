using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Models.Language;

namespace Simulator.Experiments;

/// <summary>A figure that is asked for, one number over all trials: <c>p99 loss of worst site</c>. It is an expectation without its test.</summary>
/// <param name="Text">The sentence as it is written.</param>
/// <param name="Statistic">What is made of the trials' values.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Subject">Of what.</param>
/// <param name="Reduce">How the members of a trial become one value first.</param>
public sealed record Response(string Text, Statistic Statistic, Measure Measure, Subject Subject, Reduce Reduce)
{
    /// <summary>How a response is written; it mentions its subject.</summary>
    public static Syntax<Response> Syntax { get; } = new(
        "a figure", "^.+$", "p99 loss of worst site", ExpectationParser.ParseResponse,
        response => new Expectation(response.Text, response.Statistic, response.Measure, response.Subject, response.Reduce, new Test(Limits.None), []).References);

    /// <summary>The figure that trials must keep for it.</summary>
    public Figure Figure => new(Measure, Subject);

    /// <summary>Unit of its value: "money" where <see cref="VariantTrials.UnitOf"/> knows the currency.</summary>
    public string Unit => Statistic is ShareOfTrials ? "share" : Measure.Unit;

    /// <summary>Its value and bounds; null where no trial has a value of it.</summary>
    public Estimate? Of(VariantTrials trials)
    {
        TrialValues values = trials.Values(Figure, Reduce);
        return values.AtMost.Count == 0 ? null : Statistic.Of(values);
    }
}
