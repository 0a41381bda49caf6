using Simulator.Experiments.Statistics.Sampling;
using Simulator.Kernel.Randomness;
using Simulator.Models.Language;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>Reads an axis that is a sample over several paths: <c>{ sample: 40, a path: from 1h to 24h, another path: lognormal(median 50 GB p95 1 TB) }</c>.</summary>
/// <param name="problems">Where problems go.</param>
/// <param name="seed">The scenario's seed: the points are drawn from it by the names of the axis and of the path.</param>
internal sealed class SampleReader(Problems problems, ulong seed)
{
    /// <summary>The key that tells a sample from named changes.</summary>
    public const string Size = "sample";

    /// <summary>Whether an axis is meant to be a sample.</summary>
    public static bool IsMeant(MapNode map) => map.Find(Size)?.Value is TextNode;

    /// <summary>Reads one; null with a problem where it is none.</summary>
    /// <param name="name">The name of the axis.</param>
    /// <param name="map">What stands under it.</param>
    /// <param name="shown">Its path in messages.</param>
    /// <param name="isPath">Whether a path may be varied here; tells why not.</param>
    public Axis? Read(Entry name, MapNode map, string shown, Func<Entry, bool> isPath)
    {
        var size = (TextNode)map.Find(Size)!.Value;
        if (!int.TryParse(size.Text, out int points) || points is < 2 or > Combinations.Most)
        {
            problems.Add(size.At, $"{shown}.{Size}", $"a sample has 2 to {Combinations.Most} points: '{size.Text}' is no such number", "vary:sample size");
            return null;
        }
        if (!ValueNames.IsGood($"{name.Key} {points}")) problems.Add(name.KeyAt, shown, ValueNames.Problem($"{name.Key} {points}"), "vary:name");
        Entry[] paths = [.. map.Entries.Where(entry => entry.Key != Size)];
        if (paths.Length == 0) problems.Add(map.At, shown, "there is nothing to vary: write at least one path with a range or a distribution", "vary:nothing to vary");
        List<(Entry Path, IReadOnlyList<string> Values)> drawn = [];
        foreach (Entry path in paths)
            if (isPath(path) && Drawn(name.Key, path, $"{shown}.{path.Key}", points) is { } values) drawn.Add((path, values));
        return drawn.Count == 0 ? null : new Axis(name.Key, [.. Enumerable.Range(0, points).Select(i => Point(name, i, drawn))]) { IsSample = true };
    }

    private static AxisValue Point(Entry name, int point, List<(Entry Path, IReadOnlyList<string> Values)> drawn) => new(
        $"{name.Key} {point + 1}", name.KeyAt,
        [.. drawn.Select(axis => new Change(axis.Path.Key, axis.Path.KeyAt, new TextNode(axis.Path.Value.At, axis.Values[point], IsQuoted: false)))]);

    private IReadOnlyList<string>? Drawn(string axis, Entry path, string shown, int points)
    {
        if (path.Value is BrokenNode) return null;
        Parsed<Spread> spread = path.Value is TextNode text
            ? Spread.Parse(text.Text)
            : Parsed.No<Spread>("a range or a distribution is expected, such as from 1h to 24h or uniform(1h 24h)");
        if (spread.Problem is null)
            return [.. LatinHypercube.Axis(points, new Streams(seed, 0).Get($"sample {axis}", path.Key)).Select(share => spread.Value.ValueWithin(share, Math.Floor(share * points) / points, (Math.Floor(share * points) + 1) / points))];
        problems.Add(path.Value.At, shown, spread.Problem, "vary:sample spread");
        return null;
    }
}
