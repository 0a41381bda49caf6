namespace Simulator.Models.Language;

/// <summary>Names that may be left open.</summary>
public static class NoneSyntax
{
    /// <summary>The same names, or <c>none</c>, which reads as the empty text and mentions nothing.</summary>
    public static Syntax<string> OrNone(this Syntax<string> names) => new(
        $"{names.Name} or none",
        names.Pattern,
        names.Example,
        text => text.Trim() == "none" ? Parsed.Ok("") : names.Parse(text),
        name => name.Length == 0 ? [] : names.Refers(name));
}
