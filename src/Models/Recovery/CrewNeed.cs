using Simulator.Models.Language;

namespace Simulator.Models.Recovery;

/// <summary>How many people of a crew a step needs from its beginning to its end: <c>2 of engineers</c>, or <c>none</c>.</summary>
/// <param name="Hands">How many; 0 for none.</param>
/// <param name="Crew">The crew's name; empty for none.</param>
public sealed record CrewNeed(int Hands, string Crew)
{
    /// <summary>How it is written.</summary>
    public static readonly Syntax<CrewNeed> Syntax = new Syntax<CrewNeed>("a number of people", SomeOf.Form, "1 of engineers", Parse)
        .Naming(need => need.Hands == 0 ? [] : [new Reference("crews", need.Crew)]);

    private static Parsed<CrewNeed> Parse(string text) =>
        SomeOf.Parse(text, "a number of people", "2 of engineers").Then(some => Parsed.Ok(new CrewNeed(some.Number, some.Name)));
}
