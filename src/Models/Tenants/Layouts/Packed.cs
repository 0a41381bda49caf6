using Simulator.Models.Language;

namespace Simulator.Models.Tenants.Layouts;

/// <summary>
/// Bin packing by size: the tenants, from the one with the most data to the one with the least, each into the database that is the emptiest then (Graham's
/// longest processing time first, 1969: the fullest has at most 4/3 of what the best packing would give it).
/// </summary>
public sealed record Packed : TenantLayout
{
    /// <summary>Its word in a scenario.</summary>
    public const string Word = "size";

    /// <inheritdoc/>
    public override void Home(Ground ground, int tenant, Span<int> homes) => homes[0] = ground.BySize[tenant];

    /// <inheritdoc/>
    public override string ToString() => Word;

    /// <summary>The database of each tenant. Takes 16 B a tenant while it is computed, and keeps 4.</summary>
    /// <param name="tenants">How many there are.</param>
    /// <param name="databases">How many databases share them.</param>
    /// <param name="data">Bytes of data of each; less than 0 for one that does not live there.</param>
    internal static int[] Pack(int tenants, int databases, Func<int, double> data)
    {
        double[] sizes = new double[tenants];
        int[] order = new int[tenants], homes = new int[tenants];
        for (int tenant = 0; tenant < tenants; tenant++) (sizes[tenant], order[tenant]) = (-data(tenant), tenant);
        Array.Sort(sizes, order);
        SortTies(sizes, order);
        PriorityQueue<int, (double Bytes, int Database)> emptiest = new(databases);
        for (int database = 0; database < databases; database++) emptiest.Enqueue(database, (0, database));
        for (int i = 0; i < tenants && sizes[i] <= 0; i++)
        {
            emptiest.TryPeek(out int database, out (double Bytes, int) load);
            homes[order[i]] = database;
            emptiest.DequeueEnqueue(database, (load.Bytes - sizes[i], database));
        }
        return homes;
    }

    /// <summary>Of tenants of one size the first comes first: the sort does not keep their order by itself.</summary>
    private static void SortTies(double[] sizes, int[] order)
    {
        for (int from = 0, to; from < sizes.Length; from = to)
        {
            for (to = from + 1; to < sizes.Length && sizes[to].Equals(sizes[from]);) to++;
            if (to > from + 1) Array.Sort(order, from, to - from);
        }
    }

    internal static Parsed<TenantLayout> Read(IReadOnlyList<string> words) => Plain(words, new Packed());
}
