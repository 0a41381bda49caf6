namespace Simulator.Models.Language;

/// <summary>
/// How one kind of value is written in a scenario: its name in messages, its pattern for editors, an example that is always valid, and its parser.
/// </summary>
public sealed class Syntax<T>
{
    private readonly Func<string, Parsed<T>> _parse;
    private readonly Func<T, Folder, Parsed<T>>? _load;
    private readonly Func<T, bool> _waits;

    /// <summary>Defines a way of writing.</summary>
    /// <param name="name">What the value is called in a message: "a duration".</param>
    /// <param name="pattern">Regular expression of the whole text, for editors; coarse is fine, the parser decides.</param>
    /// <param name="example">A valid text; it documents the syntax and stands in for a value that could not be read.</param>
    /// <param name="parse">Turns text into a value or a problem.</param>
    /// <param name="refers">What the value mentions that must be defined elsewhere.</param>
    public Syntax(string name, string pattern, string example, Func<string, Parsed<T>> parse, Func<T, IEnumerable<Reference>>? refers = null)
        : this(name, pattern, example, parse, refers ?? (_ => []), [], null)
    {
    }

    private Syntax(
        string name, string pattern, string example, Func<string, Parsed<T>> parse, Func<T, IEnumerable<Reference>> refers, IReadOnlyList<string> rules,
        Func<T, Folder, Parsed<T>>? load, Func<T, bool>? waits = null)
    {
        _waits = waits ?? (_ => false);
        _load = load;
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

    /// <summary>Completes a value by what stands in files beside the scenario; most values need none.</summary>
    public Parsed<T> Load(T value, Folder folder) => _load is null ? Parsed.Ok(value) : _load(value, folder);

    /// <summary>The same syntax in a narrower range.</summary>
    /// <param name="rule">The range in words, following "must be": "more than 0 s".</param>
    /// <param name="holds">Whether a value is inside.</param>
    /// <param name="example">A valid text of the narrower range, where the wider one's example is not.</param>
    public Syntax<T> Where(string rule, Func<T, bool> holds, string? example = null) =>
        new(Name, Pattern, example ?? Example,
            text => _parse(text).Then(value => _waits(value) || holds(value) ? Parsed.Ok(value) : OutOfRange(text, rule)),
            Refers, [.. Rules, rule],
            _load is null ? null : (value, folder) => _load(value, folder).Then(loaded => !_waits(value) || holds(loaded) ? Parsed.Ok(loaded) : OutOfRange($"{value}", rule)),
            _waits);

    /// <summary>The same syntax where one word more is allowed, such as <c>unlimited</c>.</summary>
    /// <param name="word">The word.</param>
    /// <param name="meant">The value that it stands for.</param>
    public Syntax<T> Or(string word, T meant) =>
        new($"{Name} or '{word}'", $"{Pattern}|^{word}$", Example, text => text.Trim() == word ? Parsed.Ok(meant) : _parse(text), Refers, Rules, _load, _waits);

    /// <summary>The same syntax where values also mention something that must be defined elsewhere.</summary>
    public Syntax<T> Naming(Func<T, IEnumerable<Reference>> refers) => new(Name, Pattern, Example, _parse, refers, Rules, _load, _waits);

    /// <summary>The same syntax where values may name a file beside the scenario, which is read after the text.</summary>
    /// <param name="load">Reads the file.</param>
    /// <param name="waits">Whether a value has nothing to hold against a range before its file was read; none where left out.</param>
    public Syntax<T> Loading(Func<T, Folder, Parsed<T>> load, Func<T, bool>? waits = null) => new(Name, Pattern, Example, _parse, Refers, Rules, load, waits);

    private Parsed<T> OutOfRange(string text, string rule) =>
        new(default!, $"'{text}' is out of range: {Name} here must be {rule}") { Rule = rule };
}
