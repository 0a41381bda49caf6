using Simulator.Kernel.Randomness;
using Simulator.Models.Tenants.Layouts;

namespace Simulator.Models.Tenants;

/// <summary>The databases that a population is laid out on, and its luck: everything that a layout needs to know. Shared by all trials, and by all threads.</summary>
public sealed class Ground
{
    private readonly Lazy<int[]> _bySize;

    /// <summary>Prepares the ground.</summary>
    /// <param name="tenants">How many tenants there are.</param>
    /// <param name="databases">How many databases they share.</param>
    /// <param name="cells">Into how many cells these are grouped; 1 for no cells.</param>
    /// <param name="key">Key of its luck; the databases of tenants are drawn under it.</param>
    /// <param name="data">Bytes of data of a tenant; less than 0 for one that shares no database.</param>
    public Ground(int tenants, int databases, int cells, ulong key, Func<int, double> data)
    {
        (Tenants, Databases, Cells) = (tenants, databases, cells);
        // The first is the key itself: with one database a tenant there is no other luck.
        Keys = [key, .. Enumerable.Range(1, TenantLayout.MostCopies - 1).Select(i => Philox.Key(key, (ulong)i))];
        SetKeys = [.. Enumerable.Range(0, TenantLayout.MostCopies).Select(i => Philox.Key(Philox.Key(key, "sets"), (ulong)i))];
        _bySize = new(() => Packed.Pack(tenants, databases, data));
    }

    /// <summary>How many tenants there are.</summary>
    public int Tenants { get; }

    /// <summary>How many databases they share.</summary>
    public int Databases { get; }

    /// <summary>Into how many cells the databases are grouped: consecutive numbers, as many in each, give or take one.</summary>
    public int Cells { get; }

    /// <summary>The database of each tenant, packed by size; computed once.</summary>
    public int[] BySize => _bySize.Value;

    /// <summary>Keys of the draws of a tenant, one for each of its databases.</summary>
    internal ulong[] Keys { get; }

    /// <summary>Keys of the draws of a set of databases.</summary>
    internal ulong[] SetKeys { get; }

    /// <summary>A tenant's own number in [0, 1), as good as random.</summary>
    public double Uniform(int tenant) => Philox.Uniform(Keys[0], (ulong)tenant);

    /// <summary>One database, each as likely as another.</summary>
    public int One(int tenant) => (int)(Uniform(tenant) * Databases);

    /// <summary>
    /// Several different databases of one cell: the first is any of all, the others are any that stand in its cell (one uniform each, by Floyd's method).
    /// </summary>
    /// <param name="keys">Whose luck it is, one key for each of them.</param>
    /// <param name="counter">Which draw under these keys.</param>
    /// <param name="within">Among how many, following the first in the cell as in a ring, the others are; null for the whole cell.</param>
    /// <param name="homes">Takes their numbers.</param>
    internal void Some(ulong[] keys, ulong counter, int? within, Span<int> homes)
    {
        int first = (int)(Philox.Uniform(keys[0], counter) * Databases);
        (int begin, int end) = CellAround(first);
        int size = end - begin, among = within ?? size - 1, others = homes.Length - 1;
        homes[0] = first;
        for (int i = 0; i < others; i++)
        {
            int top = among - others + i;
            int drawn = After(first, (int)(Philox.Uniform(keys[i + 1], counter) * (top + 1)), begin, size);
            homes[i + 1] = homes[..(i + 1)].Contains(drawn) ? After(first, top, begin, size) : drawn;
        }
    }

    /// <summary>The cell that a database stands in.</summary>
    public int CellOf(int database) => (int)((((long)database + 1) * Cells - 1) / Databases);

    /// <summary>The first database of a cell; of the one after the last, how many databases there are.</summary>
    public int FirstOf(int cell) => FirstOf(cell, Databases, Cells);

    /// <summary>The first of a number of databases that stands in a cell.</summary>
    /// <param name="cell">The cell, from 0.</param>
    /// <param name="databases">How many databases there are.</param>
    /// <param name="cells">How many cells.</param>
    public static int FirstOf(int cell, int databases, int cells) => (int)((long)cell * databases / cells);

    private (int Begin, int End) CellAround(int database)
    {
        if (Cells == 1) return (0, Databases);
        int cell = CellOf(database);
        return (FirstOf(cell), FirstOf(cell + 1));
    }

    private static int After(int first, int offset, int begin, int size) => begin + (first - begin + 1 + offset) % size;
}
