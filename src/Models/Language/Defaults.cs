namespace Simulator.Models.Language;

/// <summary>Fields of a mapping that says nothing: every key takes its default, so that a block which is left out equals an empty one.</summary>
public sealed class Defaults : Fields
{
    /// <summary>The record that an empty mapping stands for. Its keys must all have defaults.</summary>
    public static T Of<T>(Shape<T> shape) => shape.Read(new Defaults());

    /// <inheritdoc/>
    public override string Name => "";

    /// <inheritdoc/>
    public override bool Has(string key) => false;

    /// <inheritdoc/>
    public override T Required<T>(string key, Syntax<T> syntax, string meaning) =>
        throw new InvalidOperationException($"'{key}' has no default, so its block cannot be left out");

    /// <inheritdoc/>
    public override T Optional<T>(string key, Syntax<T> syntax, string fallback, string origin, string meaning)
    {
        Parsed<T> parsed = syntax.Parse(fallback);
        return parsed.Problem is null ? parsed.Value : throw new InvalidOperationException($"the default of '{key}' is wrong: {parsed.Problem}");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<T> List<T>(string key, Syntax<T> item, string meaning, bool required = false) => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Table<T>(string key, Syntax<T> item, string meaning) => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Named<IReadOnlyList<T>>> Lists<T>(string key, Syntax<T> item, string meaning) => [];

    /// <inheritdoc/>
    public override T Block<T>(string key, Shape<T> shape, string meaning) => Of(shape);

    /// <inheritdoc/>
    public override T? OptionalBlock<T>(string key, Shape<T> shape, string meaning) where T : class => null;

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Map<T>(string key, Shape<T> item, string meaning, bool required = false) => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Named<T>> Family<T>(string key, IReadOnlyList<Kind<T>> kinds, string meaning, string selector = "kind", string? standard = null) => [];

    /// <inheritdoc/>
    public override void Check(bool holds, string key, string rule, Func<string> problem)
    {
    }
}
