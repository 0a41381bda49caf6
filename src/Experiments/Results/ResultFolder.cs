using System.Globalization;
using System.Text;
using Simulator.Models.Language;

namespace Simulator.Experiments.Results;

/// <summary>
/// Writes a result as a whole or not at all: into a folder of another name beside the old result, which it then replaces. What a killed run
/// leaves behind has a name that begins with a dot.
/// </summary>
public static class ResultFolder
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The folder of a run that is not the whole one that its file asks for: <c>name.part.part</c>, which can be no other scenario's.</summary>
    /// <param name="name">The name of the scenario.</param>
    /// <param name="parts">What is different, in words; none for the whole run.</param>
    public static string NameOf(string name, IEnumerable<string> parts) => string.Join('.', [name, .. parts.Select(Slug)]);

    /// <summary>Finds out before a long run whether its result could be written at all. Leaves nothing behind.</summary>
    /// <param name="root">The folder of all results.</param>
    /// <param name="name">The name of the scenario.</param>
    /// <exception cref="SurroundingsException">A folder cannot be made there.</exception>
    public static void Try(string root, string name)
    {
        string trial = Sibling(root, name, "try");
        bool hadRoot = Directory.Exists(root);
        try
        {
            Directory.CreateDirectory(trial);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SurroundingsException($"the results cannot be written to {Path.Combine(root, name)}: {failure.Message} Nothing was run.", failure);
        }
        finally
        {
            TryRemove(trial);
            // Only if it is still empty: another run may have put its result there meanwhile.
            if (!hadRoot) TryDo(() => Directory.Delete(root, recursive: false));
        }
    }

    /// <summary>Writes a result folder.</summary>
    /// <param name="root">The folder of all results; made if it is not there.</param>
    /// <param name="name">The name of the folder: the scenario's, see <see cref="NameOf"/>; nothing is written outside <paramref name="root"/>.</param>
    /// <param name="fill">Writes the files into the folder that it is given.</param>
    /// <returns>The path of the folder.</returns>
    /// <exception cref="ArgumentException">The name is no name of a scenario.</exception>
    /// <exception cref="SurroundingsException">The folder cannot be written; the old result, if any, is as it was.</exception>
    public static string Write(string root, string name, Action<string> fill)
    {
        string[] parts = name.Split('.');
        if (Syntaxes.Name.Parse(parts[0]).Problem is { } problem) throw new ArgumentException(problem, nameof(name));
        if (parts.Skip(1).Any(part => Slug(part) != part)) throw new ArgumentException($"'{name}' is no name of a folder", nameof(name));
        string target = Path.Combine(root, name), fresh = Sibling(root, name, "new"), old = Sibling(root, name, "old");
        try
        {
            Directory.CreateDirectory(root);
            Remove(fresh);
            Directory.CreateDirectory(fresh);
            fill(fresh);
            Replace(target, fresh, old);
            return target;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SurroundingsException($"the results cannot be written to {target}: {failure.Message} {Left(target, old)}", failure);
        }
        finally
        {
            TryRemove(fresh);
            if (Directory.Exists(target)) TryRemove(old);
        }
    }

    /// <summary>
    /// Writes the text files of a result into its folder: <c>summary.json</c>, <c>trials.csv</c> and <c>journal.txt</c>; <c>variants.csv</c> of a study with
    /// axes, and <c>draws.csv</c> of one in which something is uncertain.
    /// </summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void WriteTexts(StudyResult result, string folder)
    {
        using (FileStream summary = File.Create(Path.Combine(folder, "summary.json"))) SummaryFile.Write(result, summary);
        WriteText(folder, "trials.csv", to => TrialsFile.Write(result, to));
        WriteText(folder, "journal.txt", to => JournalFile.Write(result, to));
        if (VariantsFile.IsOf(result)) WriteText(folder, "variants.csv", to => VariantsFile.Write(result, to));
        if (result.Study.Uncertainty is not null) WriteText(folder, "draws.csv", to => DrawsFile.Write(result, to));
    }

    /// <summary>Words as part of a folder's name: letters, digits and hyphens.</summary>
    private static string Slug(string words)
    {
        string letters = string.Concat(words.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        string slug = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "x" : slug;
    }

    private static string Left(string target, string old) =>
        Directory.Exists(old) && !Directory.Exists(target) ? $"The old result is in {old}." : "Nothing was changed there.";

    private static void WriteText(string folder, string file, Action<TextWriter> write)
    {
        using var to = new StreamWriter(Path.Combine(folder, file), append: false, s_utf8);
        write(to);
    }

    /// <summary>Puts the new folder where the old one is; if that fails the old one goes back.</summary>
    private static void Replace(string target, string fresh, string old)
    {
        Remove(old);
        bool hadOld = Directory.Exists(target);
        if (hadOld) Directory.Move(target, old);
        try
        {
            Directory.Move(fresh, target);
        }
        catch when (hadOld)
        {
            Directory.Move(old, target);
            throw;
        }
    }

    // Two runs of one scenario at once must not write into one folder.
    private static string Sibling(string root, string name, string what) =>
        Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $".{name}.{what}-{Environment.ProcessId}"));

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private static void TryRemove(string folder) => TryDo(() => Remove(folder));

    /// <summary>Tidies up; what cannot be removed is no reason to hide the result or the first failure.</summary>
    private static void TryDo(Action tidy)
    {
        try
        {
            tidy();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
