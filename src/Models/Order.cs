namespace Simulator.Models;

/// <summary>Orders of things that need each other.</summary>
public static class Order
{
    /// <summary>
    /// Sorts so that everything comes after what it needs, and otherwise stays in the given order; null where needs go round in a circle.
    /// Needs that name nothing in the list are ignored.
    /// </summary>
    public static List<T>? ByNeeds<T>(IReadOnlyList<T> items, Func<T, string> name, Func<T, IReadOnlyList<string>> needs)
    {
        HashSet<string> known = [.. items.Select(name)];
        HashSet<string> placed = [];
        List<T> sorted = [];
        while (sorted.Count < items.Count)
        {
            int next = -1;
            for (int i = 0; i < items.Count && next < 0; i++)
                if (!placed.Contains(name(items[i])) && needs(items[i]).All(need => placed.Contains(need) || !known.Contains(need))) next = i;
            if (next < 0) return null;
            placed.Add(name(items[next]));
            sorted.Add(items[next]);
        }
        return sorted;
    }

    /// <summary>One circle of names, first and last the same; empty where there is none.</summary>
    public static IReadOnlyList<string> Cycle<T>(IReadOnlyList<T> items, Func<T, string> name, Func<T, IReadOnlyList<string>> needs)
    {
        Dictionary<string, IReadOnlyList<string>> edges = items.GroupBy(name).ToDictionary(group => group.Key, group => needs(group.First()));
        foreach (string start in items.Select(name))
        {
            List<string> path = [start];
            if (Follow(start, start, edges, path, [])) return path;
        }
        return [];
    }

    private static bool Follow(string from, string goal, Dictionary<string, IReadOnlyList<string>> edges, List<string> path, HashSet<string> seen)
    {
        foreach (string next in edges.GetValueOrDefault(from) ?? [])
        {
            path.Add(next);
            if (next == goal || (seen.Add(next) && Follow(next, goal, edges, path, seen))) return true;
            path.RemoveAt(path.Count - 1);
        }
        return false;
    }
}
