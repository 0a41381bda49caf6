namespace Simulator.Models.Language;

/// <summary>
/// How one kind of value is written in a scenario: its name in messages, its pattern for editors, an example that is always valid, and its parser.
/// </summary>
public sealed class Syntax<T>
{
    private readonly Func<string, Parsed<T>> _parse;

    /// <summary>Defines a way of writing.</summary>
    /// <param name="name">What the value is called in a message: "a duration".</param>
    /// <param name="pattern">Regular expression of the whole text, for editors; coarse is fine, the parser decides.</param>
    /// <param name="example">A valid text; it documents the syntax and stands in for a value that could not be read.</param>
    /// <param name="parse">Turns text into a value or a problem.</param>
    /// <param name="refers">What the value mentions that must be defined elsewhere.</param>
    public Syntax(string name, string pattern, string example, Func<string, Parsed<T>> parse, Func<T, IEnumerable<Reference>>? refers = null)
        : this(name, pattern, example, parse, refers ?? (_ => []), [])
    {
    }

    private Syntax(string name, string pattern, string example, Func<string, Parsed<T>> parse, Func<T, IEnumerable<Reference>> refers, IReadOnlyList<string> rules)
    {
        Name = name;
        Pattern = pattern;
        Example = example;
        _parse = parse;
        Refers = refers;
        Rules = rules;
    }

    /// <summary>What the value is called in a message, with its article: "a duration".</summary>
    public string Name { get; }

    /// <summary>Regular expression of the whole text.</summary>
    public string Pattern { get; }

    /// <summary>A valid text.</summary>
    public string Example { get; }

    /// <summary>The ranges that a value must keep to beyond its form, each in words: "more than 0 s".</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>What a value mentions that must be defined elsewhere.</summary>
    public Func<T, IEnumerable<Reference>> Refers { get; }

    /// <summary>Reads a text.</summary>
    public Parsed<T> Parse(string text) => _parse(text);

    /// <summary>The same syntax in a narrower range.</summary>
    /// <param name="rule">The range in words, following "must be": "more than 0 s".</param>
    /// <param name="holds">Whether a value is inside.</param>
    /// <param name="example">A valid text of the narrower range, where the wider one's example is not.</param>
    public Syntax<T> Where(string rule, Func<T, bool> holds, string? example = null) =>
        new(Name, Pattern, example ?? Example,
            text => _parse(text).Then(value => holds(value) ? Parsed.Ok(value) : OutOfRange(text, rule)),
            Refers, [.. Rules, rule]);

    /// <summary>The same syntax where one word more is allowed, such as <c>unlimited</c>.</summary>
    /// <param name="word">The word.</param>
    /// <param name="meant">The value that it stands for.</param>
    public Syntax<T> Or(string word, T meant) =>
        new($"{Name} or '{word}'", $"{Pattern}|^{word}$", Example, text => text.Trim() == word ? Parsed.Ok(meant) : _parse(text), Refers, Rules);

    /// <summary>The same syntax where values also mention something that must be defined elsewhere.</summary>
    public Syntax<T> Naming(Func<T, IEnumerable<Reference>> refers) => new(Name, Pattern, Example, _parse, refers, Rules);

    private Parsed<T> OutOfRange(string text, string rule) =>
        new(default!, $"'{text}' is out of range: {Name} here must be {rule}") { Rule = rule };
}
