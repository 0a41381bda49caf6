using Simulator.Experiments;
using Simulator.Models.Language;
using Simulator.ScenarioFiles.Bases;
using Simulator.ScenarioFiles.Reading;
using Simulator.ScenarioFiles.Searching;
using Simulator.ScenarioFiles.Tree;
using Simulator.ScenarioFiles.Varying;

namespace Simulator.ScenarioFiles;

/// <summary>Reads scenario files: a study, or everything that is wrong with the file.</summary>
public static class ScenarioFile
{
    /// <summary>The version of the language that is read.</summary>
    public const int Version = 1;

    /// <summary>Reads a file. What is wrong with it is a problem, never an exception.</summary>
    /// <param name="path">Its path; messages name it so.</param>
    public static ReadStudy Read(string path)
    {
        var problems = new Problems(path);
        return FileText.Read(path, problems) is { } text ? Parse(text, path) : new ReadStudy(null, problems.Found);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text of a scenario file.</param>
    /// <param name="file">What messages call it.</param>
    public static ReadStudy Parse(string text, string file)
    {
        var problems = new Problems(file);
        MapNode? root = BasedTree.Parse(text, problems);
        return root is null ? new ReadStudy(null, Problems.Sorted(problems.Found)) : Read(root, problems);
    }

    /// <summary>Reads a tree.</summary>
    /// <param name="root">The top level.</param>
    /// <param name="problems">What was wrong with the text.</param>
    internal static ReadStudy Read(MapNode root, Problems problems)
    {
        if (!HasKnownVersion(root, problems)) return new ReadStudy(null, Problems.Sorted(problems.Found));
        root = Included.In(root, problems);
        IReadOnlyList<Axis> axes = AxesOf(root, problems);
        IReadOnlyList<VariedTree> variants = VariantsOf(root, axes, problems);
        string[] values = axes.Count == 0 ? [StudyForm.OnlyVariant] : [.. axes.SelectMany(axis => axis.Values).Select(value => value.Name)];
        var folders = new Folders(problems.File);
        List<(VariedTree Variant, Study Study, IReadOnlyList<Problem> Found)> read = [];
        var knobs = new KnobReader(root, SeedOf(root), problems);
        foreach (VariedTree variant in variants)
        {
            // A search begins at the baseline, and its knobs are no record. A variant may name another file than the others.
            var own = new Problems(problems.File);
            MapNode complete = Included.In(variant.Root, own);
            MapNode tree = read.Count == 0 ? KnobReader.WithoutKnobs(complete) : complete.Without(KnobReader.Search);
            var context = new Context(complete, values, variant.Name.Split(" + "), problems.File, folders);
            context.Problems.Add(own);
            Study study = NodeFields.Read(context, tree, new Place(new Position(1, 1), "", "", []), "", StudyForm.Shape, BasedTree.Key, "version", "vary", UncertainReader.Section);
            context.CheckMentions();
            read.Add((variant, study, context.Problems.Found));
        }
        IReadOnlyList<Problem> baseline = [.. problems.Found, .. read.Take(1).SelectMany(variant => variant.Found)];
        IReadOnlyList<Problem> all = Problems.Merge([("", baseline), .. read.Skip(1).Select(variant => (variant.Variant.Name, variant.Found))]);
        if (all.Count > 0) return new ReadStudy(null, all);
        if (read.Count == 0) return new ReadStudy(null, all);
        Study whole = read[0].Study with { Variants = [.. read.Select(variant => Variant(variant.Variant, variant.Study.Variants[0].Scenario, problems.File))] };
        whole = new UncertainReader(problems).Read(root, axes, whole);
        CheckFitted(root, problems);
        if (whole.Search is { } search) whole = whole with { Search = search with { Space = knobs.Read(variants[0].Root) } };
        foreach (string problem in whole.Problems()) problems.Add(root.Find("expect")!.Value.At, "expect", problem, RuleNames.NoVariant);
        return problems.Found.Count > 0 ? new ReadStudy(null, Problems.Sorted(problems.Found)) : new ReadStudy(whole, []);
    }

    /// <summary>The variants of a file, the baseline first, with the tree of each.</summary>
    internal static IReadOnlyList<VariedTree> VariantsOf(MapNode root, Problems problems) => VariantsOf(Included.In(root, problems), AxesOf(root, problems), problems);

    private static IReadOnlyList<Axis> AxesOf(MapNode root, Problems problems) => root.Find("vary") is { } vary ? new VaryReader(problems, SeedOf(root)).Read(vary.Value) : [];

    private static IReadOnlyList<VariedTree> VariantsOf(MapNode root, IReadOnlyList<Axis> axes, Problems problems)
    {
        MapNode rest = root.Without("vary");
        return axes.Count == 0 ? [new(StudyForm.OnlyVariant, rest, [])] : Combinations.Of(rest, axes, new VaryReader(problems, 0).Constraints(root.Find("vary")!.Value), problems);
    }

    private static Variant Variant(VariedTree tree, Models.Scenario scenario, string file) =>
        new(tree.Name, scenario) { Levels = tree.Levels, Design = new Template(file, tree.Root).With };

    /// <summary>The seed as the file says it: samples are part of what is asked, and stay when the trials are given another seed.</summary>
    private static ulong SeedOf(MapNode root) =>
        (root.Find("run")?.Value as MapNode)?.Find("seed")?.Value is TextNode text && Syntaxes.Whole.Parse(text.Text) is { Problem: null, Value: var seed } ? seed : 1;

    /// <summary>What is called fitted is a value of the file: a reader of the result looks it up there.</summary>
    private static void CheckFitted(MapNode root, Problems problems)
    {
        foreach (TextNode path in (root.Find("fitted")?.Value as ListNode)?.Items.OfType<TextNode>() ?? [])
        {
            Node? found = path.Text.Split('.').Aggregate((Node?)root, (node, word) => (node as MapNode)?.Find(word)?.Value);
            if (found is null) problems.Add(path.At, "fitted", $"'{path.Text}' does not stand in this file: write the path of an input that it gives", RuleNames.FittedNothing);
        }
    }

    private static bool HasKnownVersion(MapNode root, Problems problems)
    {
        switch (root.Find("version")?.Value)
        {
            case null:
                problems.Add(new Position(1, 1), "", $"key 'version' is missing: begin the file with version: {Version}", RuleNames.Missing("version"));
                return false;
            case TextNode { Text: "1" } or BrokenNode:
                return true;
            case TextNode text:
                problems.Add(text.At, "version", $"version '{text.Text}' of the scenario language is not known: this simulator reads version {Version}", RuleNames.UnknownVersion);
                return false;
            case var other:
                problems.Add(other.At, "version", $"a number is expected: version: {Version}", RuleNames.UnknownVersion);
                return false;
        }
    }
}
