using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>Names of variants: a value is called by one name over all axes, which expectations may use alone.</summary>
internal static class ValueNames
{
    private const int Longest = 60;

    /// <summary>Whether a value may be called so: its name goes into tables and expectations, and no spreadsheet may take it for a formula.</summary>
    public static bool IsGood(string name) => name.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(name[0]) && name[^1] != ' '
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '.' or '%' or '/') && !name.Contains("  ", StringComparison.Ordinal);

    /// <summary>What is wrong with a name that is not good.</summary>
    public static string Problem(string name) =>
        $"'{name}' cannot name a variant: letters, digits, spaces, '-', '.', '/' and '%', beginning with a letter or digit, at most {Longest}; "
        + "a value of another form needs a name, as in <axis>: { <name>: { <path>: <value> } }";

    /// <summary>
    /// The axes with names that differ. Where two paths have a value of the same text, the end of the path goes before it: <c>size 2</c> and <c>count 2</c>.
    /// Values that still share a name are told.
    /// </summary>
    public static IReadOnlyList<Axis> Distinct(IReadOnlyList<Axis> axes, Problems problems)
    {
        Axis[] paths = [.. axes.Where(axis => axis.IsPath)];
        Axis[] alike = [.. paths.Where(axis => paths.Any(other => other.Name != axis.Name && other.Values.Any(value => axis.Values.Any(own => own.Name == value.Name))))];
        IReadOnlyList<Axis> named = [.. axes.Select(axis => alike.Contains(axis) ? Prefixed(axis, alike) : axis)];
        Dictionary<string, Position> known = [];
        foreach ((Axis axis, AxisValue value) in named.SelectMany(axis => axis.Values.Select(value => (axis, value))))
            if (!known.TryAdd(value.Name, value.At))
                problems.Add(value.At, $"vary.{axis.Name}", $"'{value.Name}' names two variants (see line {known[value.Name].Line}): each needs a name of its own, over all axes", "vary:name twice");
        return named;
    }

    private static Axis Prefixed(Axis axis, Axis[] alike)
    {
        int words = 1, all = axis.Name.Count(c => c == '.') + 1;
        while (words < all && alike.Any(other => other != axis && End(other.Name, words) == End(axis.Name, words))) words++;
        return axis with { Values = [.. axis.Values.Select(value => value with { Name = $"{End(axis.Name, words)} {value.Name}" })] };
    }

    private static string End(string path, int words) => string.Join('.', path.Split('.').TakeLast(words));
}
