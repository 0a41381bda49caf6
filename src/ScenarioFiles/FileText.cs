using System.Text;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles;

/// <summary>Gets the text of a file that may be anything.</summary>
internal static class FileText
{
    private const int MostBytes = 1_000_000;

    /// <summary>The text; null with a problem where the file is missing, too large, or not text.</summary>
    public static string? Read(string path, Problems problems)
    {
        if (Directory.Exists(path)) return No(problems, "this is a folder: name a scenario file in it", "file:directory");
        if (!File.Exists(path)) return No(problems, "there is no such file", "file:missing");
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] bytes = new byte[MostBytes + 1];
            int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count > MostBytes ? No(problems, "the file is larger than 1 MB: a scenario is text written by hand", "file:too large") : Text(bytes.AsSpan(0, count), problems);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return No(problems, wrong is UnauthorizedAccessException ? "the file may not be read: its permissions forbid it" : $"the file cannot be read: {wrong.Message}", "file:missing");
        }
    }

    private static string? Text(ReadOnlySpan<byte> bytes, Problems problems)
    {
        const string NotText = "the file is not text in UTF-8: a scenario is a YAML file";
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? No(problems, NotText, "file:not text") : text;
        }
        catch (DecoderFallbackException)
        {
            return No(problems, NotText, "file:not text");
        }
    }

    private static string? No(Problems problems, string message, string rule)
    {
        problems.Add(message, rule);
        return null;
    }
}
