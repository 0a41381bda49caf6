using Simulator.Models.Language;

namespace Simulator.Models.Places;

/// <summary>What must hold between the links of a scenario.</summary>
internal static class LinkRules
{
    /// <summary>Checks that no two links join the same two places: nobody could tell which of them is taken.</summary>
    public static void Check(Fields fields, IReadOnlyList<Named<Link>> links)
    {
        foreach (Named<Link> link in links)
        {
            Named<Link>? twin = links.TakeWhile(other => other.Name != link.Name).Where(other => Joins(other.Value, link.Value)).Select(other => (Named<Link>?)other).FirstOrDefault();
            fields.Check(twin is null, $"links.{link.Name}.between", "one link between two places",
                () => $"{twin!.Value.Name} joins {string.Join(" and ", link.Value.Between)} already: give that one more bandwidth, or join zones");
        }
    }

    private static bool Joins(Link one, Link other) => one.Between.Count == 2 && other.Between.Count == 2 && one.Between.All(other.Between.Contains);
}
