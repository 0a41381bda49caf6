using System.Text.RegularExpressions;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>
/// What every variant must fulfil: comparisons of axes or paths with each other or with values, of which one must hold:
/// <c>databases.shop.backups.log.every &lt; databases.shop.backups.nightly.every</c>, <c>mode = soft delete or crews.operators.size &gt; 2</c>.
/// </summary>
/// <param name="At">Where it is written.</param>
/// <param name="Text">The text.</param>
/// <param name="Any">The comparisons.</param>
internal sealed partial record Constraint(Position At, string Text, IReadOnlyList<Comparison> Any)
{
    /// <summary>Where constraints stand.</summary>
    public const string Section = "vary.where";

    /// <summary>Reads one; null with a problem where it is none.</summary>
    /// <param name="node">What is written.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="section">The path of the list in which it stands.</param>
    public static Constraint? Read(Node node, Problems problems, string section)
    {
        if (node is BrokenNode) return null;
        List<Comparison> any = [];
        foreach (string part in node is TextNode text ? text.Text.Split(" or ") : [""])
        {
            Match found = Form().Match(part.Trim());
            if (!found.Success)
            {
                problems.Add(node.At, section, "a comparison is expected: an axis or a path, one of < <= = != >= >, and another or a value, as in crews.operators.size >= 2; several may be joined by 'or'", "vary:where form");
                return null;
            }
            any.Add(new Comparison(found.Groups["left"].Value, found.Groups["sign"].Value, found.Groups["right"].Value));
        }
        return new Constraint(node.At, ((TextNode)node).Text, any);
    }

    /// <summary>The variants that fulfil all constraints. One that nothing fulfils, or that leaves nothing out, is told.</summary>
    public static List<VariedTree> Kept(IReadOnlyList<Constraint> constraints, IReadOnlyList<Axis> axes, List<VariedTree> variants, Problems problems)
    {
        string[] names = [.. axes.Select(axis => axis.Name)];
        foreach (Constraint constraint in constraints)
        {
            if (constraint.Any.Select(comparison => comparison.Problem(variants[0], names)).FirstOrDefault(problem => problem is not null) is { } problem)
            {
                problems.Add(constraint.At, Section, problem, "vary:where names nothing");
                continue;
            }
            List<VariedTree> kept = [.. variants.Where(variant => constraint.Any.Any(comparison => comparison.Holds(variant)))];
            if (kept.Count == variants.Count) problems.Add(constraint.At, Section, "this leaves no combination out: take it away, or write what was meant", "vary:where leaves all");
            if (kept.Count == 0) problems.Add(constraint.At, Section, "this leaves every combination out, so that nothing can be tried", "vary:where leaves nothing");
            if (kept.Count > 0) variants = kept;
        }
        return variants;
    }

    [GeneratedRegex("^(?<left>[^<>=!]+?) (?<sign><=|>=|!=|=|<|>) (?<right>[^<>=!]+)$")]
    private static partial Regex Form();
}

/// <summary>A comparison of two things that variants may have differently.</summary>
/// <param name="Left">An axis, a path or a value.</param>
/// <param name="Sign">One of &lt; &lt;= = != &gt;= &gt;.</param>
/// <param name="Right">An axis, a path or a value.</param>
internal sealed record Comparison(string Left, string Sign, string Right)
{
    /// <summary>What is wrong with it, as seen in one variant; null where nothing is.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="axes">The names of all axes.</param>
    public string? Problem(VariedTree variant, IReadOnlyList<string> axes)
    {
        foreach (string side in (string[])[Left, Right])
            if (IsPath(side) && Found(variant, side) is null) return $"'{side}' is neither an axis nor the path of a value in the scenario";
        if (Found(variant, Left) is null && Found(variant, Right) is null)
            return $"neither '{Left}' nor '{Right}' is an axis or a path: the axes are {Reading.Context.Listed(axes)}{Models.Language.Near.Hint(Left, axes)}";
        (WrittenQuantity? left, WrittenQuantity? right) = (WrittenQuantity.Of(TextOf(variant, Left)), WrittenQuantity.Of(TextOf(variant, Right)));
        bool areOrdered = left is not null && right is not null && left.Kind == right.Kind;
        if (areOrdered || (Sign is "=" or "!=" && left is null == right is null && left is null)) return null;
        return $"'{TextOf(variant, Left)}' and '{TextOf(variant, Right)}' cannot be compared: {(left?.Kind.Noun ?? "a word")} is held against {(right?.Kind.Noun ?? "a word")}{(left is null && right is null ? $", and words are not in order: use = or !=" : "")}";
    }

    /// <summary>Whether it holds in a variant.</summary>
    public bool Holds(VariedTree variant)
    {
        string left = TextOf(variant, Left), right = TextOf(variant, Right);
        if (WrittenQuantity.Of(left) is not { } a || WrittenQuantity.Of(right) is not { } b || a.Kind != b.Kind) return Sign == "=" ? left == right : Sign == "!=" && left != right;
        return Sign switch
        {
            "<" => a.Value < b.Value,
            "<=" => a.Value <= b.Value,
            "=" => a.Value.Equals(b.Value),
            "!=" => !a.Value.Equals(b.Value),
            ">=" => a.Value >= b.Value,
            _ => a.Value > b.Value,
        };
    }

    private static bool IsPath(string side) => char.IsAsciiLetterLower(side[0]) && side.Contains('.', StringComparison.Ordinal);

    private static string TextOf(VariedTree variant, string side) => Found(variant, side) ?? side;

    private static string? Found(VariedTree variant, string side) =>
        variant.Levels.FirstOrDefault(level => level.Axis == side)?.Text
        ?? (IsPath(side) ? (side.Split('.').Aggregate((Node?)variant.Root, (node, word) => (node as MapNode)?.Find(word)?.Value) as TextNode)?.Text : null);
}
