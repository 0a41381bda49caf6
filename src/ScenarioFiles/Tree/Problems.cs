namespace Simulator.ScenarioFiles.Tree;

/// <summary>Collects what is wrong with one file.</summary>
/// <param name="file">The file, as it was named.</param>
internal sealed class Problems(string file)
{
    private const int Longest = 600;
    private const int Most = 200;
    private readonly List<Problem> _found = [];

    /// <summary>The file, as it was named.</summary>
    public string File => file;

    /// <summary>How many there are.</summary>
    public int Count => _found.Count;

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<Problem> Found => _found;

    /// <summary>Adds one at a place.</summary>
    public void Add(Position at, string path, string message, params IReadOnlyList<string> rules) =>
        _found.Add(new Problem(at.File ?? file, at.Line, at.Column, Shown(path), Shown(message), rules));

    /// <summary>Adds one that concerns the whole file.</summary>
    public void Add(string message, string rule) => _found.Add(new Problem(file, 0, 0, "", message, [rule]));

    /// <summary>Adds what was found in another file that this one stands on.</summary>
    public void Add(Problems other) => _found.AddRange(other._found);

    /// <summary>Forgets all but the first ones: those that followed from one that is already known.</summary>
    public void Forget(int keep) => _found.RemoveRange(keep, _found.Count - keep);

    /// <summary>In the order of the file, each once; problems that only a variant has say so.</summary>
    /// <param name="perVariant">What is wrong in each variant, the baseline first.</param>
    /// <param name="in">What a variant is called.</param>
    public static IReadOnlyList<Problem> Merge(IEnumerable<(string Variant, IReadOnlyList<Problem> Found)> perVariant, string @in = "in variant")
    {
        var known = new HashSet<(string, int, int, string, string)>();
        List<Problem> merged = [];
        bool isBaseline = true;
        foreach ((string variant, IReadOnlyList<Problem> found) in perVariant)
        {
            foreach (Problem problem in found)
                if (known.Add((problem.File, problem.Line, problem.Column, problem.Path, problem.Message)))
                    merged.Add(isBaseline ? problem : problem with { Message = $"{problem.Message} ({@in} '{variant}')" });
            isBaseline = false;
        }
        return Sorted(merged);
    }

    /// <summary>In the order of the file; of very many the first ones and how many more there are.</summary>
    public static IReadOnlyList<Problem> Sorted(IEnumerable<Problem> found)
    {
        Problem[] sorted = [.. found.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Message, StringComparer.Ordinal)];
        if (sorted.Length <= Most) return sorted;
        Problem first = sorted[Most];
        return [.. sorted.Take(Most), first with { Path = "", Message = $"from here on {sorted.Length - Most} more problems", Rules = [] }];
    }

    /// <summary>A message quotes the file: what would move a terminal's cursor or fill its screen is left out.</summary>
    private static string Shown(string text)
    {
        string plain = text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
        return plain.Length <= Longest ? plain : $"{plain[..(Longest / 2)]} ... {plain[^(Longest / 2)..]}";
    }
}
