using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Databases;

/// <summary>One table of a tenant's data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Its share of the tenant's bytes.</param>
/// <param name="Parents">Tables that its foreign keys point to: they must be loaded before it.</param>
public sealed record Table(string Name, Share Share, IReadOnlyList<string> Parents);

/// <summary>The tables of a tenant and the foreign keys between them.</summary>
/// <param name="Tables">All tables in an order in which they can be loaded: parents first, else as in the file.</param>
public sealed record Schema(IReadOnlyList<Table> Tables)
{
    /// <summary>A schema that nobody described: one table with everything in it.</summary>
    public static readonly Schema Whole = new([new Table("data", new Share(1), [])]);

    /// <summary>How a schema is written.</summary>
    public static readonly Shape<Schema> Shape = new("schema", "The tables of a tenant and the foreign keys between them.", Read);

    private static Schema Read(Fields fields)
    {
        IReadOnlyList<Named<Share>> shares = fields.Table("tables", Syntaxes.Share, "Each table's share of a tenant's bytes; together 100%.");
        IReadOnlyList<Named<IReadOnlyList<string>>> references = fields.Lists("references", Syntaxes.Name, "For a table, the tables that its foreign keys point to.");
        double sum = shares.Sum(share => share.Value.Fraction);
        fields.Check(shares.Count == 0 || Math.Abs(sum - 1) < 1e-9, "tables", "shares add up", () => $"the shares add up to {sum * 100:0.##} %; together the tables must hold 100 %");

        Dictionary<string, IReadOnlyList<string>> parents = references.GroupBy(r => r.Name).ToDictionary(g => g.Key, g => g.First().Value);
        HashSet<string> known = [.. shares.Select(share => share.Name)];
        List<string> unknown = [.. references.SelectMany(r => r.Value.Prepend(r.Name)).Where(table => !known.Contains(table)).Distinct()];
        fields.Check(unknown.Count == 0, "references", "foreign key to a table",
            () => $"{string.Join(" and ", unknown)}: no such table; the tables are {string.Join(", ", known)}");

        List<Table> tables = [.. shares.Select(share => new Table(share.Name, share.Value, parents.GetValueOrDefault(share.Name) ?? []))];
        List<Table>? order = unknown.Count == 0 ? Order.ByNeeds(tables, table => table.Name, table => table.Parents) : tables;
        fields.Check(order is not null, "references", "cyclic foreign keys",
            () => $"the foreign keys go round in a circle: {string.Join(" -> ", Order.Cycle(tables, table => table.Name, table => table.Parents))}; "
                + "rows could never be loaded parents first");
        return tables.Count == 0 ? Whole : new Schema(order ?? tables);
    }
}
