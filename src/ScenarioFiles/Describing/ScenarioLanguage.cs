using System.Globalization;
using Simulator.Experiments;
using Simulator.ScenarioFiles.Searching;

namespace Simulator.ScenarioFiles.Describing;

/// <summary>The whole scenario language, as the records describe it.</summary>
public static class ScenarioLanguage
{
    /// <summary>The top level of a scenario file.</summary>
    public static RecordForm Describe()
    {
        RecordForm study = DescribingFields.Describe(StudyForm.Shape).Form;
        string version = ScenarioFile.Version.ToString(CultureInfo.InvariantCulture);
        var first = new KeyForm("version", Shapes.Text, true, "The version of the scenario language; it is read first.") { Text = new TextForm("a version", $"^{version}$", version, [], []) };
        var vary = new KeyForm("vary", Shapes.Table, false,
            "What is tried in several ways: <path>: [values], or <axis>: { <name>: { <path>: <value> } }. A value replaces its block whole, none switches it off, {} "
            + "changes nothing; the first value of each axis is the baseline, and several axes make every combination.");
        List<KeyForm> keys = [first, .. study.Keys];
        keys.Insert(keys.FindIndex(key => key.Key == "expect"), vary);
        return study with { Keys = [.. keys.Select(key => key.Key == KnobReader.Search ? WithKnobs(key) : key)] };
    }

    /// <summary>A search has knobs, which are read as the axes of <c>vary</c> are.</summary>
    private static KeyForm WithKnobs(KeyForm search)
    {
        var knobs = new KeyForm(KnobReader.Knobs, Shapes.Table, true,
            "What can be chosen, written as vary is: <path>: [values], or <knob>: { <name>: { <path>: <value> } }. A design has one value of each; the first ones are what the search begins at.");
        return search with { Record = search.Record! with { Keys = [knobs, .. search.Record!.Keys] } };
    }

    /// <summary>Every rule that a file can break, as <see cref="RuleNames"/> names them.</summary>
    public static IReadOnlyList<string> Rules() =>
        [.. RuleNames.General.Concat(Describe().Rules("")).Where(rule => rule != RuleNames.Value("version")).Distinct().Order(StringComparer.Ordinal)];
}
