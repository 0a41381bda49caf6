using Simulator.Models.Language;

namespace Simulator.Models.Workloads;

/// <summary>
/// Reads workloads: a bare rate, <c>kind(labels and values)</c>, or several with <c>+</c> between them. The table below is the only registration of a
/// kind.
/// </summary>
public static class Course
{
    private static readonly IReadOnlyList<(string Kind, Func<Arguments, Parsed<Workload>> Read)> s_kinds =
    [
        ("daily", Daily.Read), ("weekly", Weekly.Read), ("bursts", Bursts.Read), ("batch", Batch.Read), ("trace", Trace.Read),
    ];

    /// <summary>The words that may stand before a parenthesis.</summary>
    public static readonly IReadOnlyList<string> Kinds = [.. s_kinds.Select(entry => entry.Kind)];

    /// <summary>How one of them looks to an editor: coarse, the parser decides.</summary>
    public static readonly string Form = $"({string.Join('|', Kinds)})\\([^,]+\\)";

    /// <summary>Reads a workload.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rates">In what rates are told.</param>
    public static Parsed<Workload> Parse(string text, Rates rates)
    {
        List<Workload> parts = [];
        foreach (string part in Split(text.Trim()))
        {
            Parsed<Workload> read = One(part, rates);
            if (read.Problem is not null) return read;
            parts.Add(read.Value);
        }
        return Parsed.Ok(parts.Count == 1 ? parts[0] : new Sum(parts));
    }

    private static Parsed<Workload> One(string text, Rates rates)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return Bare(text, rates);
        string kind = text[..open].Trim();
        foreach ((string known, Func<Arguments, Parsed<Workload>> read) in s_kinds)
        {
            if (known != kind) continue;
            if (text.Contains(',', StringComparison.Ordinal)) return Parsed.No<Workload>($"'{text}' has a comma: parameters are separated by spaces alone");
            return IsClosed(text, open) ? read(new Arguments(text, kind, text[(open + 1)..^1].Trim(), rates)) : Parsed.No<Workload>($"'{text}' has parentheses that do not pair up");
        }
        return Parsed.No<Workload>($"'{kind}' is not a workload: write a rate such as {rates.Example}, or one of {string.Join(' ', Kinds)}, each with (...){Near.Hint(kind, Kinds)}");
    }

    private static Parsed<Workload> Bare(string text, Rates rates)
    {
        string word = text.Split(' ')[0];
        if (Kinds.Contains(word)) return Parsed.No<Workload>($"'{text}' lacks its parentheses: write {word}(...)");
        Parsed<double> constant = rates.Read(text);
        return constant.Problem is null
            ? Parsed.Ok<Workload>(new Constant(constant.Value))
            : Parsed.No<Workload>($"{constant.Problem} ({rates.Noun}, or daily(low {rates.Example} high {rates.Example} peak 15h))");
    }

    /// <summary>The parts between <c>+</c> signs that stand outside of all parentheses.</summary>
    private static List<string> Split(string text)
    {
        List<string> parts = [];
        int depth = 0, from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth != 0 || text[i] != '+') continue;
            parts.Add(text[from..i].Trim());
            from = i + 1;
        }
        parts.Add(text[from..].Trim());
        return parts;
    }

    private static bool IsClosed(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0) return i == text.Length - 1;
        }
        return false;
    }
}
