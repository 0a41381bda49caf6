using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Databases.Commits;

/// <summary>Which copies a read asks: <c>primary</c>, <c>any</c> one of them, each alike, or all N of which the first R answers count: <c>2 of 3</c>.</summary>
/// <param name="Answers">R; 1 where one copy is asked.</param>
/// <param name="Copies">N; 0 where one copy is asked.</param>
/// <param name="IsPrimary">Whether that one is the primary.</param>
public readonly record struct ReadFrom(int Answers, int Copies, bool IsPrimary)
{
    private const int MostCopies = 100;

    /// <summary>The copy that takes the writes.</summary>
    public static readonly ReadFrom Primary = new(1, 0, true);

    /// <summary>Any one copy, each alike.</summary>
    public static readonly ReadFrom Any = new(1, 0, false);

    /// <summary>How it is written.</summary>
    public static readonly Syntax<ReadFrom> Syntax = new("a choice of copies", "^(primary|any|[1-9][0-9]* of [1-9][0-9]*)$", "2 of 3", Parse);

    /// <summary>Whether all copies are asked and the first answers count.</summary>
    public bool IsQuorum => Copies > 0;

    /// <summary>As in a scenario.</summary>
    public override string ToString() => IsPrimary ? "primary" : IsQuorum ? string.Create(CultureInfo.InvariantCulture, $"{Answers} of {Copies}") : "any";

    private static Parsed<ReadFrom> Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed == "primary") return Parsed.Ok(Primary);
        if (trimmed == "any") return Parsed.Ok(Any);
        string[] parts = trimmed.Split(" of ", 2);
        if (parts.Length != 2) return Parsed.No<ReadFrom>($"'{text}' is not a choice of copies: write primary, any or 2 of 3{Near.Hint(trimmed, ["primary", "any"])}");
        return Syntaxes.Count.Parse(parts[0]).Then(answers => Syntaxes.Count.Parse(parts[1]).Then(copies =>
            answers >= 1 && answers <= copies && copies <= MostCopies
                ? Parsed.Ok(new ReadFrom(answers, copies, false))
                : Parsed.No<ReadFrom>($"'{text}' cannot be: of 1 to {MostCopies} copies, from 1 to all answer")));
    }
}
