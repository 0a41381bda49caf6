using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Distributions;

/// <summary>
/// Reads distributions: a bare quantity, <c>family(parameters)</c> with the parameters separated by spaces, a <c>mix</c>, or an <c>empirical</c> file. The table below is the only
/// registration of a family.
/// </summary>
public static class Law
{
    private static readonly IReadOnlyList<(string Family, Func<Parameters, Parsed<Distribution>> Read)> s_families =
    [
        ("fixed", Fixed.Read), ("exponential", Exponential.Read), ("uniform", Uniform.Read), ("normal", Normal.Read),
        ("lognormal", Lognormal.Read), ("pareto", Pareto.Read), ("weibull", Weibull.Read),
    ];

    /// <summary>The words that may stand before a parenthesis.</summary>
    public static readonly IReadOnlyList<string> Families = [.. s_families.Select(entry => entry.Family), "mix", "empirical"];

    /// <summary>Reads a distribution of something measured.</summary>
    public static Parsed<Distribution> Parse(string text, Measure measure)
    {
        string trimmed = text.Trim();
        int open = trimmed.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return Bare(trimmed, measure);
        if (trimmed.Contains(',', StringComparison.Ordinal)) return Parsed.No<Distribution>($"'{trimmed}' has a comma: parameters are separated by spaces alone");
        if (!IsClosed(trimmed)) return Parsed.No<Distribution>($"'{trimmed}' has parentheses that do not pair up");
        string family = trimmed[..open].Trim(), inside = trimmed[(open + 1)..^1].Trim();
        if (family == "empirical") return Empirical.Read(trimmed, inside, measure);
        if (family == "mix") return MixReader.Read(trimmed, inside, measure);
        foreach ((string known, Func<Parameters, Parsed<Distribution>> read) in s_families)
            if (known == family) return Inside(trimmed, family, inside, measure).Then(read);
        return Parsed.No<Distribution>($"'{family}' is not a distribution, which is one of {string.Join(' ', Families)}{Near.Hint(family, Families)}");
    }

    private static Parsed<Distribution> Bare(string text, Measure measure)
    {
        string word = text.Split(' ')[0];
        if (Families.Contains(word)) return Parsed.No<Distribution>($"'{text}' lacks its parentheses: write {word}(...)");
        return measure.Read(text).Then(value => Parsed.Ok<Distribution>(new Fixed(value)));
    }

    /// <summary>Whether the first parenthesis closes at the end and not before.</summary>
    private static bool IsClosed(string text)
    {
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && text[i] == ')' && i < text.Length - 1)) return false;
        }
        return depth == 0;
    }

    /// <summary>A label takes everything up to the next label; without labels, each token that begins with a digit begins a value.</summary>
    private static Parsed<Parameters> Inside(string text, string family, string inside, Measure measure)
    {
        List<(string Label, List<string> Tokens)> groups = [];
        foreach (string token in inside.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Labels.Knows(token)) groups.Add((token, []));
            else if (groups.Count == 0 || (groups[^1].Label.Length == 0 && char.IsAsciiDigit(token[0]))) groups.Add(("", [token]));
            else groups[^1].Tokens.Add(token);
        }
        List<double> bare = [];
        List<(string Label, double Value)> labelled = [];
        foreach ((string label, List<string> tokens) in groups)
        {
            string value = string.Join(' ', tokens);
            if (labelled.Exists(entry => label.Length > 0 && entry.Label == label)) return Parsed.No<Parameters>($"'{text}' gives {label} twice");
            Parsed<double> read = Labels.IsBare(family, label) ? Numbers.Bare(value, $"the {label} of a {family}", "0.8") : Value(label, value, measure);
            if (read.Problem is { } problem) return Parsed.No<Parameters>($"in '{text}': {(label.Length > 0 ? label + ": " : "")}{problem}");
            if (label.Length > 0) labelled.Add((label, read.Value));
            else bare.Add(read.Value);
        }
        return Parsed.Ok(new Parameters(text, family, bare, labelled, measure));
    }

    private static Parsed<double> Value(string label, string value, Measure measure)
    {
        if (label.Length == 0 && value.Length > 0 && char.IsAsciiLetter(value[0]) && value != "never")
            return Parsed.No<double>($"'{value.Split(' ')[0]}' is not a parameter, which is one of {string.Join(' ', Labels.Words)}{Near.Hint(value.Split(' ')[0], Labels.Words)}");
        return measure.Read(value).Then(read => double.IsInfinity(read) ? Parsed.No<double>("'never' stands alone, without a distribution around it") : Parsed.Ok(read));
    }
}
