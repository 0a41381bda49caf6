using System.Text;

namespace Simulator.Reports.Drawing;

/// <summary>Text from a scenario, made fit for a picture: it may be of any length and hold anything.</summary>
public static class Words
{
    /// <summary>The text on one line, without control characters, shortened with an ellipsis.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">Most characters that are kept.</param>
    public static string Plain(string text, int longest = 44)
    {
        var kept = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
            kept.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString());
        string line = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest) return line;
        int cut = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..cut].TrimEnd() + "…";
    }

    /// <summary>The text as part of a file name or an id: lower-case letters, digits and hyphens.</summary>
    public static string Slug(string text)
    {
        string letters = string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        string slug = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length switch { 0 => "x", > 40 => slug[..40].TrimEnd('-'), _ => slug };
    }

    /// <summary>The text in lines that are no wider than <paramref name="width"/> pixels; a longer word stands alone.</summary>
    public static IReadOnlyList<string> Wrap(string text, float size, float width)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Lettering.Width(longer, size) > width)
            {
                lines.Add(line);
                longer = word;
            }
            line = longer;
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }
}
