using Simulator.Experiments;
using Simulator.Models;
using Simulator.ScenarioFiles.Bases;
using Simulator.ScenarioFiles.Moving;
using Simulator.ScenarioFiles.Reading;
using Simulator.ScenarioFiles.Tree;
using Simulator.ScenarioFiles.Varying;

namespace Simulator.ScenarioFiles;

/// <summary>A scenario file whose inputs can be given other values: what a search or a sensitivity analysis tries. Safe to use from several threads.</summary>
public sealed class Template
{
    private readonly string _file;
    private readonly MapNode _root;

    internal Template(string file, MapNode root)
    {
        _file = file;
        _root = root;
    }

    /// <summary>The file with the values of one of its variants put in; null where the file cannot be read, which reading the study tells.</summary>
    /// <param name="path">The file.</param>
    /// <param name="variant">Name of the variant; null for the baseline.</param>
    public static Template? Read(string path, string? variant = null)
    {
        var problems = new Problems(path);
        if (BasedTree.Read(path, problems) is not { } root) return null;
        IReadOnlyList<VariedTree> variants = ScenarioFile.VariantsOf(root, problems);
        return variants.Where(known => variant is null || known.Name == variant).Select(known => new Template(path, known.Root)).FirstOrDefault();
    }

    /// <summary>Every quantity of the file that a setting can change: its path, and its text. What stands in a list has no path.</summary>
    public IReadOnlyList<(string Path, string Text)> Quantities => [.. Inputs.Texts(_root).Where(found => Scaled.Of(found.Text, 1.2, null) is not null)];

    /// <summary>What the file says at a path; null where no text stands there.</summary>
    public string? TextAt(string path) => Ranged.TextAt(_root, path);

    /// <summary>What is wrong with figures that are asked of the file but do not stand in it, such as a name that it does not define.</summary>
    /// <param name="figures">The figures, each as a <see cref="Response"/> is written.</param>
    public IReadOnlyList<Problem> ProblemsOf(IEnumerable<string> figures)
    {
        var at = new Position(1, 1);
        var asked = new Entry("of", at, new ListNode(at, [.. figures.Select(figure => new TextNode(at, figure, IsQuoted: true))]));
        return ScenarioFile.Read(_root.With(new Entry("sensitivity", at, new MapNode(at, [asked]))), new Problems(_file)).Problems;
    }

    /// <summary>The scenario with some inputs set. A path must lead to a value that is there, or to a key of a block that is.</summary>
    /// <exception cref="UnsoundDesignException">A path leads nowhere, or the values make no sound scenario.</exception>
    public Scenario With(IReadOnlyList<Setting> settings)
    {
        MapNode changed = _root;
        foreach (Setting setting in settings)
        {
            var at = new Position(1, 1);
            changed = new Change(setting.Path, at, new TextNode(at, setting.Value, IsQuoted: false)).Apply(changed, out string? problem);
            if (problem is not null) throw new UnsoundDesignException($"{setting.Path}: {problem}");
        }
        return ScenarioOf(changed, _file);
    }

    /// <summary>The scenario of a tree in which everything is decided: what is asked of it plays no part.</summary>
    /// <exception cref="UnsoundDesignException">It is no sound scenario.</exception>
    internal static Scenario ScenarioOf(MapNode tree, string file)
    {
        ReadStudy read = ScenarioFile.Read(StudyKeys.WorldOf(tree), new Problems(file));
        return read.Study?.Variants[0].Scenario ?? throw new UnsoundDesignException(string.Join('\n', read.Problems.Select(problem => $"{problem.Path}: {problem.Message}")));
    }
}
