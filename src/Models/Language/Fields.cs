namespace Simulator.Models.Language;

/// <summary>
/// The keys of one mapping of a scenario, as a record's reading function sees them. A key that is missing or wrong is remembered as a problem and
/// answered with the syntax's example, so that a reading function always gets valid values and never has to ask whether something went wrong:
/// what it makes is thrown away when there was a problem. Every key that is not asked for is an unknown key.
/// </summary>
public abstract class Fields
{
    /// <summary>The name under which the record stands in its collection; empty where it stands in none.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the file has the key; false while the language describes itself.</summary>
    public abstract bool Has(string key);

    /// <summary>A scalar that must be given.</summary>
    /// <param name="key">The key.</param>
    /// <param name="syntax">How its value is written.</param>
    /// <param name="meaning">One sentence: what it says about the world.</param>
    public abstract T Required<T>(string key, Syntax<T> syntax, string meaning);

    /// <summary>A scalar with a default.</summary>
    /// <param name="key">The key.</param>
    /// <param name="syntax">How its value is written.</param>
    /// <param name="fallback">The default, written as in a file.</param>
    /// <param name="origin">Where the default comes from.</param>
    /// <param name="meaning">One sentence: what it says about the world.</param>
    public abstract T Optional<T>(string key, Syntax<T> syntax, string fallback, string origin, string meaning);

    /// <summary>A list of scalars; empty where the key is absent, unless it is required.</summary>
    public abstract IReadOnlyList<T> List<T>(string key, Syntax<T> item, string meaning, bool required = false);

    /// <summary>A mapping from names to scalars, in the order of the file; empty where the key is absent.</summary>
    public abstract IReadOnlyList<Named<T>> Table<T>(string key, Syntax<T> item, string meaning);

    /// <summary>A mapping from names to lists of scalars, in the order of the file; empty where the key is absent.</summary>
    public abstract IReadOnlyList<Named<IReadOnlyList<T>>> Lists<T>(string key, Syntax<T> item, string meaning);

    /// <summary>A nested record that must be given.</summary>
    public abstract T Block<T>(string key, Shape<T> shape, string meaning);

    /// <summary>A nested record that may be left out, or switched off with <c>none</c>: then it is null.</summary>
    public abstract T? OptionalBlock<T>(string key, Shape<T> shape, string meaning) where T : class;

    /// <summary>A collection of records by name, in the order of the file; empty where the key is absent. A member <c>none</c> is switched off.</summary>
    public abstract IReadOnlyList<Named<T>> Map<T>(string key, Shape<T> item, string meaning, bool required = false);

    /// <summary>A collection of records of one family, told apart by the key <c>kind</c>.</summary>
    /// <param name="key">The key of the collection.</param>
    /// <param name="kinds">The family: every kind there is.</param>
    /// <param name="meaning">One sentence: what the collection says about the world.</param>
    /// <param name="selector">The key that tells the kinds apart.</param>
    /// <param name="standard">The kind of a member that names none; null where each must name one.</param>
    public abstract IReadOnlyList<Named<T>> Family<T>(string key, IReadOnlyList<Kind<T>> kinds, string meaning, string selector = "kind", string? standard = null);

    /// <summary>Reports a rule between keys that does not hold.</summary>
    /// <param name="holds">Whether it holds; while the language describes itself the answer is ignored and the rule is listed.</param>
    /// <param name="key">
    /// The key at which the problem is shown, or a dotted path below one (<c>steps.open.crew</c>). Of several rules about one key the first that
    /// is broken is told, and none where something in the record could not be read.
    /// </param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="rule">A short, constant name of the rule, by which a bad file can be found for it: <c>cyclic steps</c>.</param>
    public abstract void Check(bool holds, string key, string rule, Func<string> problem);
}
