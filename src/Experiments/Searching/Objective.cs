using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Models.Language;

namespace Simulator.Experiments.Searching;

/// <summary>What a search wants as little of as possible.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Response">The figure; null where the place of a knob's value counts.</param>
/// <param name="Knob">The knob whose values stand from the least to the most unwelcome; null where a figure counts.</param>
public sealed record Objective(string Text, Response? Response, string? Knob)
{
    private const string KnobWord = "knob ";

    /// <summary>How an objective is written.</summary>
    public static Syntax<Objective> Syntax { get; } = new Syntax<Objective>(
        "a figure, or 'knob' and its name", "^.+$", "mean downtime of worst site", Parse,
        objective => objective.Knob is { } knob ? [new Reference("search.knobs", knob)] : Response.Syntax.Refers(objective.Response!))
        .Where("a mean, a quantile or a share of trials: what has bounds", objective => objective.Response?.Statistic is not MaxOfTrials);

    /// <summary>The currency of the scenario's prices; empty where nothing is priced.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Unit of its value, of money the currency; the place of a knob's value is a count.</summary>
    public string Unit => Response is null ? "count" : Response.Unit == CostMeasures.Money && Currency.Length > 0 ? Currency : Response.Unit;

    private static Parsed<Objective> Parse(string text)
    {
        string trimmed = text.Trim();
        return trimmed.StartsWith(KnobWord, StringComparison.Ordinal) && trimmed[KnobWord.Length..].Trim() is { Length: > 0 } knob
            ? Parsed.Ok(new Objective(trimmed, null, knob))
            : Response.Syntax.Parse(text).Then(response => Parsed.Ok(new Objective(trimmed, response, null)));
    }
}
