using Simulator.Models.Language;

namespace Simulator.Models.Recovery;

/// <summary>How a number of something by its name is written: <c>2 of engineers</c>, or <c>none</c>.</summary>
internal static class SomeOf
{
    public const string Form = "^(none|[0-9]+ of [a-z][a-z0-9-]*)$";

    /// <summary>Reads the number and the name; 0 and no name for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="noun">What it is, with its article: "a number of people".</param>
    /// <param name="example">How it is written.</param>
    public static Parsed<(int Number, string Name)> Parse(string text, string noun, string example)
    {
        if (text == "none") return Parsed.Ok((0, ""));
        string[] parts = text.Split(" of ", 2);
        if (parts.Length != 2 || Syntaxes.Name.Parse(parts[1]).Problem is not null)
            return Parsed.No<(int, string)>($"'{text}' is not {noun}: write it as {example}");
        return Syntaxes.Count.Parse(parts[0]).Then(number => number >= 1
            ? Parsed.Ok((number, parts[1]))
            : Parsed.No<(int, string)>($"'{text}' is none at all: leave it out, or write it as {example}"));
    }
}
