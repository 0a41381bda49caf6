using Simulator.Models.Quantities;

namespace Simulator.Models.Databases.Run;

/// <summary>What a change has made wrong in a database that is right otherwise: rows of some tables.</summary>
/// <param name="Tables">The tables, parents first.</param>
/// <param name="Rows">The share of their rows.</param>
public sealed record Harm(IReadOnlyList<Table> Tables, Share Rows)
{
    /// <summary>The tables' share of the database's bytes, and of what is written to it.</summary>
    public double OfTables => Tables.Sum(table => table.Share.Fraction);

    /// <summary>The share of a table's bytes that has to be put back.</summary>
    /// <param name="asTables">Whether tables are put back whole, rather than the rows that are harmed.</param>
    public double OfEach(bool asTables) => asTables ? 1 : Rows.Fraction;
}
