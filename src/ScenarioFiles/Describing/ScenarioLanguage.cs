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
        var stands = new KeyForm("base", Shapes.Text, false,
            "Another scenario file on which this one stands, from this one's folder: every other key is then the dotted path of what is different, whose value replaces the base's "
            + "whole, as in vary. Version and name are each file's own.");
        var vary = new KeyForm("vary", Shapes.Table, false,
            "What is tried in several ways: <path>: [values]; <path>: from 1h to 24h in 5 steps, or in 5 steps by factor; <axis>: { <name>: { <path>: <value> } }; or a Latin hypercube, "
            + "<axis>: { sample: 40, <path>: from 1h to 24h, <path>: lognormal(median 50 GB p95 1 TB) }. A value replaces its block whole, none switches it off, {} changes nothing; "
            + "the first value of each axis is the baseline, and several axes make every combination, at most 1000. Of these stay the ones that fulfil every comparison under "
            + "where: [<path or axis> <= <path, axis or value>, <comparison> or <comparison>].");
        var uncertain = new KeyForm("uncertain", Shapes.Table, false,
            "What nobody knows exactly: <path>: the distribution of what its value may be, such as uniform(100 MB/s 300 MB/s), or times uniform(0.5 2) for a factor on what stands there. It is drawn "
            + "run.draws times, alike for all variants, and the result tells ignorance from luck.");
        List<KeyForm> keys = [first, stands, .. study.Keys];
        keys.InsertRange(keys.FindIndex(key => key.Key == "expect"), [vary, uncertain]);
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
