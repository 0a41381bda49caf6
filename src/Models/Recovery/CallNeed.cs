using Simulator.Models.Language;

namespace Simulator.Models.Recovery;

/// <summary>How many calls under a limit a step makes before its own work: <c>3 of restore-api</c>, or <c>none</c>.</summary>
/// <param name="Calls">How many; 0 for none.</param>
/// <param name="Limit">The limit's name; empty for none.</param>
public sealed record CallNeed(int Calls, string Limit)
{
    /// <summary>No calls.</summary>
    public static readonly CallNeed None = new(0, "");

    /// <summary>How it is written.</summary>
    public static readonly Syntax<CallNeed> Syntax = new Syntax<CallNeed>("a number of calls", SomeOf.Form, "1 of restore-api", Parse)
        .Naming(need => need.Calls == 0 ? [] : [new Reference("limits", need.Limit)]);

    private static Parsed<CallNeed> Parse(string text) =>
        SomeOf.Parse(text, "a number of calls", "3 of restore-api").Then(some => Parsed.Ok(new CallNeed(some.Number, some.Name)));
}
