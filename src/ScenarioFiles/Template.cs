using Simulator.Experiments;
using Simulator.Models;
using Simulator.ScenarioFiles.Bases;
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
        _root = root.Without("expect").Without("uncertain");
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
        ReadStudy read = ScenarioFile.Read(changed, new Problems(_file));
        return read.Study?.Variants[0].Scenario ?? throw new UnsoundDesignException(string.Join('\n', read.Problems.Select(problem => $"{problem.Path}: {problem.Message}")));
    }
}
