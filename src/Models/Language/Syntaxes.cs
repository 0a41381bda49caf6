using System.Globalization;

namespace Simulator.Models.Language;

/// <summary>Every way in which a value is written: words, names and counts here, quantities and laws of chance in the other files of this type.</summary>
public static partial class Syntaxes
{
    private const int LongestName = 60;
    private const int LongestSentence = 1000;

    /// <summary>One line of text.</summary>
    public static Syntax<string> Sentence { get; } = new("a line of text", "^[^\\r\\n]+$", "What is lost, and for how long?", ParseSentence);

    /// <summary>A kebab-case name; it can stand in a path and as a file name.</summary>
    public static Syntax<string> Name { get; } = new("a name", "^[a-z][a-z0-9-]{0,59}$", "main", ParseName);

    /// <summary>The dotted path of something in the same file, in its keys and names.</summary>
    public static Syntax<string> Path { get; } = new("a path", "^[a-z][a-z0-9 -]*([.][a-z0-9][a-z0-9 -]*)+$", "databases.main.restore.copy", text =>
        text.Split('.') is { Length: > 1 } words && words.All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or ' ')) && char.IsAsciiLetter(text[0])
            ? Parsed.Ok(text)
            : Parsed.No<string>($"'{text}' is no path: write the keys and names that lead there with dots between them, as in databases.main.restore.copy"));

    /// <summary>A bare whole number, 0 to 2147483647.</summary>
    public static Syntax<int> Count { get; } = new("a count", "^[0-9]+$", "4", text =>
        ParseDigits(text, "a count", int.MaxValue).Then(value => Parsed.Ok((int)value)));

    /// <summary>A bare whole number, 0 to 18446744073709551615.</summary>
    public static Syntax<ulong> Whole { get; } = new("a whole number", "^[0-9]+$", "1", text => ParseDigits(text, "a whole number", ulong.MaxValue));

    /// <summary><c>true</c> or <c>false</c>, and no other word for either.</summary>
    public static Syntax<bool> Switch { get; } = new("true or false", "^(true|false)$", "true", text => text switch
    {
        "true" => Parsed.Ok(true),
        "false" => Parsed.Ok(false),
        _ => Parsed.No<bool>($"'{text}' is not a switch: write true or false"),
    });

    /// <summary>The name of something defined in a section of the same scenario.</summary>
    /// <param name="section">A top-level section, or the dotted path of a collection; see <see cref="Reference"/>.</param>
    public static Syntax<string> NameOf(string section) => new(
        $"a name in {section}", Name.Pattern, Name.Example, ParseName, name => [new Reference(section, name)]);

    /// <summary>One of several words.</summary>
    /// <param name="name">What the choice is called in a message, with its article: "an order".</param>
    /// <param name="words">The words and what each stands for; the first is the example.</param>
    public static Syntax<T> Choice<T>(string name, params (string Word, T Value)[] words)
    {
        string[] known = [.. words.Select(word => word.Word)];
        return new Syntax<T>(name, $"^({string.Join('|', known)})$", known[0], text =>
        {
            foreach ((string word, T value) in words)
                if (word == text) return Parsed.Ok(value);
            return Parsed.No<T>($"'{text}' is not {name}, which is {AnyOf(known)}{Near.Hint(text, known)}");
        });
    }

    private static Parsed<string> ParseSentence(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0) return Parsed.No<string>("nothing is written: a line of text is expected");
        if (trimmed.Length > LongestSentence) return Parsed.No<string>($"the text has {trimmed.Length} characters: at most {LongestSentence} are read");
        return trimmed.Any(char.IsControl) ? Parsed.No<string>("the text has line breaks or control characters: one line is expected") : Parsed.Ok(trimmed);
    }

    private static Parsed<string> ParseName(string text)
    {
        if (text.Length > LongestName) return Parsed.No<string>($"the name has {text.Length} characters: at most {LongestName} are allowed");
        bool good = text.Length > 0 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (good) return Parsed.Ok(text);
        string kebab = string.Concat(text.ToLowerInvariant().Select(c => c is ' ' or '_' or '.' ? '-' : c)).Trim('-');
        bool helps = kebab.Length > 0 && char.IsAsciiLetterLower(kebab[0]) && kebab.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return Parsed.No<string>($"'{text}' is not a name: lower-case letters, digits and hyphens, beginning with a letter" + (helps ? $"; did you mean '{kebab}'?" : ""));
    }

    private static Parsed<ulong> ParseDigits(string text, string noun, ulong largest)
    {
        string trimmed = text.Trim();
        if (trimmed.Length > 0 && trimmed.All(char.IsAsciiDigit))
            return ulong.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) && value <= largest
                ? Parsed.Ok(value)
                : Parsed.No<ulong>($"'{trimmed}' is too large: {noun} is at most {largest}");
        return Parsed.No<ulong>(trimmed switch
        {
            "" => $"nothing is written: {noun} is expected, such as 4",
            ['-', ..] => $"'{trimmed}' is negative: {noun} is 0 or more",
            [>= '0' and <= '9', ..] => $"'{trimmed}' is not {noun}: write digits alone, without point, exponent, separator or unit",
            _ => $"'{trimmed}' is not {noun}: write digits alone, such as 4",
        });
    }

    private static string AnyOf(string[] words) =>
        words.Length == 1 ? $"'{words[0]}'" : $"{string.Join(", ", words.Take(words.Length - 1).Select(word => $"'{word}'"))} or '{words[^1]}'";
}
