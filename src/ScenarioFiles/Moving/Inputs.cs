using Simulator.ScenarioFiles.Bases;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Moving;

/// <summary>The inputs of a scenario file, moved one at a time: what a figure depends on is found by moving everything and looking, not by being told.</summary>
public static class Inputs
{
    // What a variant changes is an input of that variant.
    private static readonly string[] s_noInputs = [.. StudyKeys.Sections.Except(["vary"]), "run"];

    /// <summary>
    /// The file's scenario with each of its quantities moved, one after the other; each is read when it is asked for. Where the larger value makes no sound scenario, the smaller one
    /// is taken; where neither does, it is null.
    /// </summary>
    /// <param name="path">A file that holds a sound scenario.</param>
    /// <param name="by">How far, as a share: 0.2 is a fifth.</param>
    public static IReadOnlyList<Func<MovedInput?>> Of(string path, double by)
    {
        var problems = new Problems(path);
        if (BasedTree.Read(path, problems) is not { } root) return [];
        DateTime? starts = ScenarioFile.Read(path).Study?.Variants[0].Scenario.Starts;
        return [.. Values(root).Select(place => (Func<MovedInput?>)(() => Moved(path, place, [1 + by, 1 - by], starts)))];
    }

    private static MovedInput? Moved(string file, (string Path, TextNode Value, Func<string, MapNode> With) place, double[] factors, DateTime? starts)
    {
        foreach (double factor in factors)
            if (Scaled.Of(place.Value.Text, factor, starts) is { } moved && ScenarioFile.Read(place.With(moved), new Problems(file)).Study is { } study)
                return new MovedInput(place.Path, place.Value.Text, moved, study);
        return null;
    }

    /// <summary>The texts below a root that have a path of their own, but for those that say what is asked.</summary>
    internal static IEnumerable<(string Path, string Text)> Texts(MapNode root)
    {
        static IEnumerable<(string Path, string Text)> Below(string path, Node node) => node switch
        {
            TextNode text => [(path, text.Text)],
            MapNode map => map.Entries.SelectMany(entry => Below($"{path}.{entry.Key}", entry.Value)),
            _ => [],
        };
        return root.Entries.Where(entry => !s_noInputs.Contains(entry.Key)).SelectMany(entry => Below(entry.Key, entry.Value));
    }

    private static IEnumerable<(string Path, TextNode Value, Func<string, MapNode> With)> Values(MapNode root) =>
        root.Entries.Where(entry => !s_noInputs.Contains(entry.Key)).SelectMany(entry => Below(entry.Key, entry.Value, changed => root.With(entry with { Value = changed })));

    private static IEnumerable<(string Path, TextNode Value, Func<string, MapNode> With)> Below(string path, Node node, Func<Node, MapNode> with) => node switch
    {
        TextNode text => [(path, text, moved => with(text with { Text = moved }))],
        MapNode map => map.Entries.SelectMany(entry => Below($"{path}.{entry.Key}", entry.Value, changed => with(map.With(entry with { Value = changed })))),
        ListNode list => list.Items.SelectMany((item, index) => Below(path, item, changed => with(list with { Items = [.. list.Items.Select((other, i) => i == index ? changed : other)] }))),
        _ => [],
    };
}
