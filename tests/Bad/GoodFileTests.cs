using Simulator.ScenarioFiles;
using Simulator.ScenarioFiles.Describing;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.Tests.Bad;

/// <summary>The file that all bad ones are made of: what it does not use cannot be made wrong.</summary>
public sealed class GoodFileTests
{
    // Variants would make several problems of each, and so would draws; and the file stands alone.
    private static readonly string[] s_elsewhere = ["vary", "uncertain", "run.draws", "base"];

    [Test]
    public void It_uses_every_key_of_the_language()
    {
        MapNode root = TreeReader.Read(File.ReadAllText(Path.Combine(BadFile.Folder, "good.yaml")), new Problems("good.yaml"))!;
        Assert.That(Unused(ScenarioLanguage.Describe().Keys, "", [root]).Distinct().Except(s_elsewhere), Is.Empty);
    }

    /// <summary>The keys that none of some mappings has, and those that none of the mappings below them has; a key of several kinds may be used in any of them.</summary>
    private static IEnumerable<string> Unused(IEnumerable<KeyForm> keys, string path, IReadOnlyList<MapNode> nodes)
    {
        foreach (KeyForm key in keys)
        {
            Node[] values = [.. nodes.Select(node => node.Find(key.Key)?.Value).OfType<Node>()];
            if (values.Length == 0) yield return path + key.Key;
            if (key.Record is null && key.Kinds.Count == 0) continue;
            IEnumerable<MapNode> below = values.OfType<MapNode>();
            bool isCollection = key.Shape is Shapes.Collection or Shapes.Family;
            MapNode[] members = [.. isCollection ? below.SelectMany(map => map.Entries).Select(entry => entry.Value).OfType<MapNode>() : below];
            IEnumerable<KeyForm> inside = key.Record?.Keys ?? key.Kinds.SelectMany(kind => kind.Record.Keys);
            foreach (string unused in Unused(inside, $"{path}{key.Key}.{(isCollection ? "*." : "")}", members)) yield return unused;
            string[] words = [.. members.Select(member => member.Find(key.Selector ?? "")?.Value).OfType<TextNode>().Select(text => text.Text)];
            foreach ((string word, _) in key.Kinds)
                if (!words.Contains(word)) yield return $"{path}{key.Key}: {word}";
        }
    }
}
