using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Moving;

/// <summary>The inputs of a scenario file, moved one at a time: what a figure depends on is found by moving everything and looking, not by being told.</summary>
public static class Inputs
{
    private static readonly string[] s_noInputs = ["version", "name", "question", "source", "run", "expect", "fitted"];

    /// <summary>The file's scenario with each of its quantities moved, one after the other. Where the larger value makes no sound scenario, the smaller one is taken; where neither does, the input is left out.</summary>
    /// <param name="path">A file that holds a sound scenario.</param>
    /// <param name="by">How far, as a share: 0.2 is a fifth.</param>
    public static IEnumerable<MovedInput> Moved(string path, double by)
    {
        var problems = new Problems(path);
        if (FileText.Read(path, problems) is not { } text || TreeReader.Read(text, problems) is not { } root) yield break;
        DateTime? starts = ScenarioFile.Read(path).Study?.Variants[0].Scenario.Starts;
        foreach ((string at, TextNode value, Func<string, MapNode> with) in Values(root))
            foreach (double factor in (double[])[1 + by, 1 - by])
                if (Scaled.Of(value.Text, factor, starts) is { } moved && ScenarioFile.Read(with(moved), new Problems(path)).Study is { } study)
                {
                    yield return new MovedInput(at, value.Text, moved, study);
                    break;
                }
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
