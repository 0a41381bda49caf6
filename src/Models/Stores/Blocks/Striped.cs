using Simulator.Models.Language;

namespace Simulator.Models.Stores.Blocks;

/// <summary>The volumes of a block store that a database is striped over: it takes no writes while any of them takes none. <c>4 of ebs</c>.</summary>
/// <param name="Volumes">How many, each anywhere in the store, apart from the others.</param>
/// <param name="Store">The store's name.</param>
public sealed record Striped(int Volumes, string Store)
{
    /// <summary>How it is written.</summary>
    public static readonly Syntax<Striped?> Syntax = new Syntax<Striped?>("a number of volumes", @"^(none|[0-9]+ of [a-z][a-z0-9-]*)$", "none", Parse)
        .Naming(striped => striped is null ? [] : [new Reference("stores", striped.Store)]);

    /// <summary>The chance that one of its volumes is in a state that a share of all volumes is in: 1 - (1 - p)^k.</summary>
    /// <param name="share">The share p, in [0, 1].</param>
    public double Any(double share)
    {
        double none = 1;
        for (int volume = 0; volume < Volumes; volume++) none *= 1 - share;
        return 1 - none;
    }

    private static Parsed<Striped?> Parse(string text)
    {
        if (text == "none") return Parsed.Ok<Striped?>(null);
        string[] parts = text.Split(" of ", 2);
        if (parts.Length != 2 || Syntaxes.Name.Parse(parts[1]).Problem is not null) return Parsed.No<Striped?>($"'{text}' is not a number of volumes: write it as 4 of ebs");
        return Syntaxes.Count.Parse(parts[0]).Then(count => count is >= 1 and <= 1000
            ? Parsed.Ok<Striped?>(new Striped(count, parts[1]))
            : Parsed.No<Striped?>($"'{text}' is out of range: a database is striped over 1 to 1000 volumes"));
    }
}
