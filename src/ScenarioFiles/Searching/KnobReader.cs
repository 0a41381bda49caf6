using Simulator.Experiments;
using Simulator.Experiments.Searching;
using Simulator.Models;
using Simulator.ScenarioFiles.Tree;
using Simulator.ScenarioFiles.Varying;

namespace Simulator.ScenarioFiles.Searching;

/// <summary>Reads the knobs of a search: axes as those of <c>vary</c>, of which every combination is a design. Designs are read when they are asked for.</summary>
internal sealed class KnobReader
{
    /// <summary>The key of a search.</summary>
    public const string Search = "search";

    /// <summary>The key of its knobs.</summary>
    public const string Knobs = "knobs";

    private const string Section = $"{Search}.{Knobs}";
    private readonly IReadOnlyList<Axis> _axes = [];
    private readonly IReadOnlyList<Constraint> _constraints = [];
    private readonly Problems _problems;
    private readonly Position _at = new(1, 1);

    /// <summary>Reads the axes.</summary>
    /// <param name="root">The top level of the file.</param>
    /// <param name="seed">The scenario's seed, from which samples are drawn.</param>
    /// <param name="problems">Where problems go.</param>
    public KnobReader(MapNode root, ulong seed, Problems problems)
    {
        _problems = problems;
        if (root.Find(Search)?.Value is not MapNode search) return;
        _at = root.Find(Search)!.KeyAt;
        if (search.Find(Knobs) is not { } knobs)
        {
            problems.Add(_at, Search, $"key '{Knobs}' is missing: what can be chosen, a path with a list of values or a name with a mapping from values to changes", RuleNames.Missing(Section));
            return;
        }
        _at = knobs.KeyAt;
        var reader = new VaryReader(problems, seed, Section);
        _axes = reader.Read(knobs.Value);
        _constraints = reader.Constraints(knobs.Value);
    }

    /// <summary>The tree as its records read it.</summary>
    public static MapNode WithoutKnobs(MapNode root) =>
        root.Find(Search) is { Value: MapNode search } entry ? root.With(entry with { Value = search.Without(Knobs) }) : root;

    /// <summary>The space of designs. Each value is read once, beside the first values of the other knobs: what is wrong with it is a problem of the file.</summary>
    /// <param name="baseline">The tree of the baseline, in which nothing is wrong.</param>
    public Space Read(MapNode baseline)
    {
        var space = new Space([.. _axes.Select(axis => new Knob(axis.Name, [.. axis.Values.Select(value => value.Name)]))],
            choice => Build(baseline, choice), choice => [.. Chosen(choice).SelectMany(one => one.Value.Changes).Select(Setting)]);
        if (space.Count > Space.MostDesigns)
            _problems.Add(_at, Section, $"the knobs make {space.Count} designs: at most {Space.MostDesigns} are looked through; of more, write a sample as in vary, or take values away", RuleNames.ManyDesigns);
        else if (_problems.Count == 0) Check(baseline);
        return space;
    }

    private Scenario Build(MapNode baseline, IReadOnlyList<int> choice)
    {
        VariedTree made = Made(baseline, choice, new Problems(_problems.File));
        foreach (Constraint constraint in _constraints)
            if (!constraint.Any.Any(comparison => comparison.Holds(made))) throw new UnsoundDesignException($"left out by where: {constraint.Text}");
        return Template.ScenarioOf(made.Root, _problems.File);
    }

    private void Check(MapNode baseline)
    {
        int[] first = new int[_axes.Count];
        List<(string, IReadOnlyList<Problem>)> found = [];
        for (int knob = 0; knob < _axes.Count; knob++)
            for (int value = knob == 0 ? 0 : 1; value < _axes[knob].Values.Count; value++)
            {
                int[] choice = [.. first.Select((_, other) => other == knob ? value : 0)];
                var problems = new Problems(_problems.File);
                MapNode tree = Made(baseline, choice, problems).Root;
                found.Add((_axes[knob].Values[value].Name, problems.Count > 0 ? problems.Found : ScenarioFile.Read(tree.Without("expect").Without("uncertain").Without(Search), problems).Problems));
            }
        foreach (Problem problem in Problems.Merge([("", []), .. found], "with the knob at"))
            _problems.Add(new Position(problem.Line, problem.Column), problem.Path, problem.Message, problem.Rules);
        CheckConstraints(Made(baseline, first, new Problems(_problems.File)));
    }

    private void CheckConstraints(VariedTree first)
    {
        string[] names = [.. _axes.Select(axis => axis.Name)];
        foreach (Constraint constraint in _constraints)
            if (constraint.Any.Select(comparison => comparison.Problem(first, names)).FirstOrDefault(problem => problem is not null) is { } problem)
                _problems.Add(constraint.At, $"{Section}.where", problem, "vary:where names nothing");
    }

    private IEnumerable<(Axis Axis, AxisValue Value)> Chosen(IReadOnlyList<int> choice) => _axes.Select((axis, knob) => (axis, axis.Values[choice[knob]]));

    private VariedTree Made(MapNode tree, IReadOnlyList<int> choice, Problems problems) => Chosen(choice).Aggregate(
        new VariedTree("", tree, []), (made, one) => Combinations.Joined(made, one.Axis, one.Value, problems, Section));

    private static string Setting(Change change) => $"{change.Path}: {Written.Of(change.Value)}";
}
