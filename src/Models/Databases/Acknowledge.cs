using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Databases;

/// <summary>Of how many of the standbys that a commit waits for the answers are needed: <c>all</c>, <c>any 2</c>, <c>first 1</c>.</summary>
/// <param name="Needed">How many; null for all.</param>
/// <param name="InOrder">Whether the first ones in the order of the file are meant that are there, rather than whichever answer first.</param>
public sealed record Acknowledge(int? Needed, bool InOrder)
{
    /// <summary>Every one.</summary>
    public static readonly Acknowledge All = new(null, false);

    /// <summary>How it is written.</summary>
    public static readonly Syntax<Acknowledge> Syntax = new("a number of answers", @"^(all|(any|first) [1-9][0-9]*)$", "any 1", Parse);

    /// <summary>As in a scenario.</summary>
    public override string ToString() => Needed is { } needed ? string.Create(CultureInfo.InvariantCulture, $"{(InOrder ? "first" : "any")} {needed}") : "all";

    private static Parsed<Acknowledge> Parse(string text)
    {
        if (text == "all") return Parsed.Ok(All);
        string[] parts = text.Split(' ', 2);
        if (parts.Length != 2 || parts[0] is not ("any" or "first")) return Parsed.No<Acknowledge>($"'{text}' is not a number of answers: write all, any 2 or first 1");
        return Syntaxes.Count.Parse(parts[1]).Then(count => count >= 1
            ? Parsed.Ok(new Acknowledge(count, parts[0] == "first"))
            : Parsed.No<Acknowledge>($"'{text}' waits for nobody: write at least any 1, or a standby that is not waited for"));
    }
}
