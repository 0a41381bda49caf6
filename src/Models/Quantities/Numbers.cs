using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Quantities;

/// <summary>Reads plain numbers: digits, and at most one point with digits after it. No sign, exponent or separator of thousands.</summary>
internal static class Numbers
{
    /// <summary>Splits <c>4.7 MB</c> into its number and what follows it.</summary>
    /// <param name="text">The text; spaces around it do not count.</param>
    /// <param name="noun">What the whole is called in a message: "a size".</param>
    /// <param name="example">A valid text of the whole, for a message.</param>
    public static Parsed<(decimal Number, string Tail)> Split(string text, string noun, string example)
    {
        string trimmed = text.Trim();
        int end = Length(trimmed);
        if (end == 0) return Parsed.No<(decimal, string)>(NoNumber(trimmed, noun, example));
        string rest = trimmed[end..].TrimStart();
        if (rest is [',' or '_' or '\'', ..]) return Parsed.No<(decimal, string)>($"'{trimmed}' separates digits: write the number in digits alone, with a point for a fraction");
        if (rest is ['e' or 'E', >= '0' and <= '9' or '+' or '-', ..]) return Parsed.No<(decimal, string)>($"'{trimmed}' is in exponent form: write the number in digits alone");
        return decimal.TryParse(trimmed.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? Parsed.Ok((number, rest))
            : Parsed.No<(decimal, string)>($"'{trimmed}' has more digits than any real quantity: at most 28");
    }

    /// <summary>Reads a number with nothing behind it.</summary>
    public static Parsed<double> Bare(string text, string noun, string example) => Split(text, noun, example).Then(split =>
        split.Tail.Length == 0 ? Parsed.Ok((double)split.Number) : Parsed.No<double>($"'{text.Trim()}' has a unit: {noun} is a bare number, such as {example}"));

    /// <summary>How many characters at the start are a number.</summary>
    private static int Length(string text)
    {
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        if (digits == 0 || digits + 1 >= text.Length || text[digits] != '.' || !char.IsAsciiDigit(text[digits + 1])) return digits;
        digits++;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        return digits;
    }

    private static string NoNumber(string text, string noun, string example) => text switch
    {
        "" => $"nothing is written: {noun} is expected, such as {example}",
        ['-', ..] => $"'{text}' is negative: {noun} is 0 or more, such as {example}",
        ['.', ..] => $"'{text}' begins with a point: write 0{text}",
        _ => $"'{text}' is not {noun}: write one like {example}",
    };
}
