using Simulator.Models.Language;

namespace Simulator.ScenarioFiles.Describing;

/// <summary>
/// Fields that write down what they are asked for. A reading function gets the example of every required key, the default of every optional one, and
/// one member of every collection, so that it makes a record as it does with a file.
/// </summary>
internal sealed class DescribingFields(string name) : Fields
{
    private readonly List<KeyForm> _keys = [];
    private readonly List<string> _checks = [];

    /// <summary>Lets a record describe itself.</summary>
    /// <param name="shape">The record.</param>
    /// <param name="name">Its name in its collection; empty where it stands in none.</param>
    public static (RecordForm Form, T Example) Describe<T>(Shape<T> shape, string name = "")
    {
        var fields = new DescribingFields(name);
        T example = shape.Read(fields);
        return (new RecordForm(shape.Name, shape.Meaning, fields._keys, fields._checks), example);
    }

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override bool Has(string key) => false;

    /// <inheritdoc/>
    public override T Required<T>(string key, Syntax<T> syntax, string meaning)
    {
        Add(new KeyForm(key, Shapes.Text, true, meaning) { Text = Text(syntax) });
        return Example(syntax);
    }

    /// <inheritdoc/>
    public override T Optional<T>(string key, Syntax<T> syntax, string fallback, string origin, string meaning)
    {
        Parsed<T> parsed = syntax.Parse(fallback);
        if (parsed.Problem is { } problem) throw new InvalidOperationException($"the default of '{key}' is wrong: {problem}");
        Add(new KeyForm(key, Shapes.Text, false, meaning) { Text = Text(syntax), Default = fallback, Origin = origin });
        return parsed.Value;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<T> List<T>(string key, Syntax<T> item, string meaning, bool required = false)
    {
        Add(new KeyForm(key, Shapes.List, required, meaning) { Text = Text(item) });
        return [Example(item)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Table<T>(string key, Syntax<T> item, string meaning)
    {
        Add(new KeyForm(key, Shapes.Table, false, meaning) { Text = Text(item) });
        return [];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Named<IReadOnlyList<T>>> Lists<T>(string key, Syntax<T> item, string meaning)
    {
        Add(new KeyForm(key, Shapes.Lists, false, meaning) { Text = Text(item) });
        return [];
    }

    /// <inheritdoc/>
    public override T Block<T>(string key, Shape<T> shape, string meaning)
    {
        (RecordForm form, T example) = Describe(shape);
        Add(new KeyForm(key, Shapes.Block, true, meaning) { Record = form });
        return example;
    }

    /// <inheritdoc/>
    public override T? OptionalBlock<T>(string key, Shape<T> shape, string meaning) where T : class
    {
        (RecordForm form, T example) = Describe(shape);
        Add(new KeyForm(key, Shapes.Block, false, meaning) { Record = form });
        return example;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Map<T>(string key, Shape<T> item, string meaning, bool required = false)
    {
        (RecordForm form, T example) = Describe(item, Syntaxes.Name.Example);
        Add(new KeyForm(key, Shapes.Collection, required, meaning) { Record = form });
        return [new Named<T>(Syntaxes.Name.Example, example)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Family<T>(string key, IReadOnlyList<Kind<T>> kinds, string meaning, string selector = "kind", string? standard = null)
    {
        List<(string, RecordForm)> forms = [];
        List<Named<T>> members = [];
        foreach (Kind<T> kind in kinds)
        {
            string member = kind.Word.Replace(' ', '-');
            (RecordForm form, T example) = Describe(kind.Shape, member);
            forms.Add((kind.Word, form));
            members.Add(new Named<T>(member, example));
        }
        Add(new KeyForm(key, Shapes.Family, false, meaning) { Selector = selector, StandardKind = standard, Kinds = forms });
        return members;
    }

    /// <inheritdoc/>
    public override void Check(bool holds, string key, string rule, Func<string> problem)
    {
        if (!_checks.Contains(rule)) _checks.Add(rule);
    }

    private void Add(KeyForm form)
    {
        if (!_keys.Exists(known => known.Key == form.Key)) _keys.Add(form);
    }

    private static TextForm Text<T>(Syntax<T> syntax) =>
        new(syntax.Name, syntax.Pattern, syntax.Example, syntax.Rules, [.. syntax.Refers(Example(syntax)).Select(meant => meant.Section).Distinct()]);

    private static T Example<T>(Syntax<T> syntax)
    {
        Parsed<T> parsed = syntax.Parse(syntax.Example);
        return parsed.Problem is null ? parsed.Value : throw new InvalidOperationException($"the example of {syntax.Name} is wrong: {parsed.Problem}");
    }
}
