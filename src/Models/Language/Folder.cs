namespace Simulator.Models.Language;

/// <summary>
/// The folder of a scenario file: other files that it names stand there or below. A file is read once, however many variants name it.
/// Not safe to use from several threads; what is read must be.
/// </summary>
/// <param name="path">Its path; empty for the current one.</param>
public sealed class Folder(string path)
{
    private readonly List<(string Name, string Meant, object Outcome)> _read = [];

    /// <summary>What is wrong with the name of a file of the folder, to follow the name in a message; null where nothing is.</summary>
    /// <param name="name">Its path from the folder.</param>
    /// <param name="ending">How it must end.</param>
    /// <param name="example">A path that is right, below another folder.</param>
    public static string? Misnamed(string name, string ending = ".csv", string example = "traces/faults.csv") =>
        !name.EndsWith(ending, StringComparison.Ordinal) || name.Contains(' ', StringComparison.Ordinal) ? $"names no file: write the name of a {ending[1..].ToUpperInvariant()} file in the folder of the scenario, such as {Path.GetFileName(example)}"
        : Path.IsPathRooted(name) || name.Contains('\\', StringComparison.Ordinal) ? $"names a file of this machine alone: write its path from the folder of the scenario, such as {example}"
        : null;

    /// <summary>What a file of the folder holds, or what is wrong with it.</summary>
    /// <param name="name">Its path from the folder.</param>
    /// <param name="meant">What is read from it: the same file may be read as several things.</param>
    /// <param name="read">Reads it, given its full path.</param>
    public Parsed<T> Open<T>(string name, string meant, Func<string, Parsed<T>> read)
    {
        foreach ((string known, string as_, object outcome) in _read)
            if (known == name && as_ == meant && outcome is Parsed<T> found) return found;
        Parsed<T> opened = read(Path.Combine(path, name));
        _read.Add((name, meant, opened));
        return opened;
    }
}
