using Simulator.Models.Language;

namespace Simulator.Models.Recovery;

/// <summary>How many people of a crew a step needs from its beginning to its end: <c>2 of engineers</c>, or <c>none</c>.</summary>
/// <param name="Hands">How many; 0 for none.</param>
/// <param name="Crew">The crew's name; empty for none.</param>
public sealed record CrewNeed(int Hands, string Crew)
{
    /// <summary>How it is written.</summary>
    public static readonly Syntax<CrewNeed> Syntax = new Syntax<CrewNeed>(
        "a number of people", @"^(none|[0-9]+ of [a-z][a-z0-9-]*)$", "1 of engineers", Parse)
        .Naming(need => need.Hands == 0 ? [] : [new Reference("crews", need.Crew)]);

    private static Parsed<CrewNeed> Parse(string text)
    {
        if (text == "none") return Parsed.Ok(new CrewNeed(0, ""));
        string[] parts = text.Split(" of ", 2);
        if (parts.Length != 2 || Syntaxes.Name.Parse(parts[1]).Problem is not null)
            return Parsed.No<CrewNeed>($"'{text}' is not a number of people: write it as 2 of engineers");
        return Syntaxes.Count.Parse(parts[0]).Then(hands => hands >= 1
            ? Parsed.Ok(new CrewNeed(hands, parts[1]))
            : Parsed.No<CrewNeed>($"'{text}' needs nobody: leave crew out for a step that needs no hands"));
    }
}
