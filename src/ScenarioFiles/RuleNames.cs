namespace Simulator.ScenarioFiles;

/// <summary>
/// Names of the rules that a file can break. A path has <c>*</c> for every name, and leaves out which kind of a family a key belongs to. A test holds
/// the rules that the language describes against those that the bad files break.
/// </summary>
public static class RuleNames
{
    /// <summary>Rules that hold whatever the keys are.</summary>
    public static readonly IReadOnlyList<string> General =
    [
        "file:missing", "file:directory", "file:too large", "file:not text", "file:empty", "file:not YAML", "file:several documents", "file:not a mapping", "file:too deep",
        "yaml:anchor", "yaml:alias", "yaml:tag", "yaml:merge key", "yaml:duplicate key", "yaml:no value", "yaml:comma", "yaml:key is not a word", UnknownVersion, UnknownKey, BadName, NoVariant,
        "form:text for a mapping", "form:list for a mapping", "form:mapping for a text", "form:list for a text", "form:text for a list", "form:mapping for a list",
        "vary:form", "vary:leads nowhere", "vary:not of the scenario", "vary:name", "vary:name twice", "vary:path twice", "vary:nothing to vary", "vary:too many",
        "vary:range", "vary:sample size", "vary:sample spread", "vary:where form", "vary:where names nothing", "vary:where leaves all", "vary:where leaves nothing",
        "base:form", "base:missing", "base:circle", "base:too deep", "base:leads nowhere",
        "uncertain:form", "uncertain:not of the scenario", "uncertain:varied", "uncertain:distribution", "uncertain:leads nowhere", "uncertain:not a number",
        "uncertain:one trial", "uncertain:unsound draw", "uncertain:draws of nothing",
        FittedNothing, ManyDesigns, MovesNothing,
    ];

    /// <summary>The version is one that this simulator does not know.</summary>
    public const string UnknownVersion = "unknown version";

    /// <summary>A key that the language does not have.</summary>
    public const string UnknownKey = "unknown key";

    /// <summary>A member of a collection whose name is not one.</summary>
    public const string BadName = "bad name";

    /// <summary>An expectation speaks of values of several axes that no variant has together.</summary>
    public const string NoVariant = "no variant";

    /// <summary>What is called fitted does not stand in the file.</summary>
    public const string FittedNothing = "fitted:leads nowhere";

    /// <summary>The knobs of a search make more designs than are read.</summary>
    public const string ManyDesigns = "knobs:too many";

    /// <summary>What a sensitivity analysis is to move does not stand in the file, or cannot be moved so.</summary>
    public const string MovesNothing = "sensitivity:leads nowhere";

    /// <summary>A key must be given.</summary>
    public static string Missing(string path) => $"missing:{path}";

    /// <summary>A key's value must be written in its syntax.</summary>
    public static string Value(string path) => $"value:{path}";

    /// <summary>A key's value must keep to a range.</summary>
    public static string Range(string path, string rule) => $"range:{path}:{rule}";

    /// <summary>A name must be defined.</summary>
    public static string UnknownName(string path) => $"unknown name:{path}";

    /// <summary>A kind must be one of the family's.</summary>
    public static string UnknownKind(string path) => $"unknown kind:{path}";

    /// <summary>Something is wrong inside a member of this kind.</summary>
    public static string Kind(string path, string word) => $"kind:{path}:{word}";

    /// <summary>A rule between keys.</summary>
    public static string Check(string path, string rule) => $"check:{path}:{rule}";
}
