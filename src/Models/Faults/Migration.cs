using Simulator.Models.Databases;
using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Guards;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Faults;

/// <summary>
/// A migration, or a statement typed into the wrong window, empties some tables of a database or writes wrong values into them. It is a change like any other:
/// committed, on every copy that applies it, and in every backup that is cut from then on. The rest of the database goes on, so it can be made good by tables or rows from a copy beside
/// it; or everything goes back, as after a <see cref="Corruption"/>.
/// </summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when.</param>
/// <param name="Target">The databases.</param>
/// <param name="Tables">Names of the tables.</param>
/// <param name="IsTruncated">Whether they are emptied, rather than filled with wrong values.</param>
/// <param name="Rows">The share of their rows that is harmed.</param>
public sealed record Migration(Timing When, Noticing Noticed, Target Target, IReadOnlyList<string> Tables, bool IsTruncated, Share Rows)
    : Disruption(When, Noticed, Target, Delay.Always(TimeSpan.MaxValue))
{
    /// <summary>How a migration is written.</summary>
    public static readonly Shape<Fault> Shape = new("migration", "A change empties tables of databases, or writes wrong values into them, on all copies alike.", Read);

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => DisruptionKind.Rollout;

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Databases];

    /// <inheritdoc/>
    public override bool CanEnd => false;

    /// <inheritdoc/>
    public override bool HarmsTables => true;

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        foreach (DatabaseRun database in Reach.DatabasesOf(fault, Target))
            database.HarmTables(fault, new Harm([.. database.Database.Schema.Tables.Where(table => Tables.Contains(table.Name))], Rows));
        return () => { };
    }

    /// <inheritdoc/>
    protected override void CheckOwn(Fields fields, string path, Scenario scenario)
    {
        IReadOnlyList<Table>? known = scenario.Databases.Where(databases => databases.Name == Target.First).Select(databases => databases.Value.Schema.Tables).FirstOrDefault();
        List<string> unknown = [.. Tables.Where(name => known?.All(table => table.Name != name) == true)];
        fields.Check(unknown.Count == 0, $"{path}.tables", "harm to a table that there is",
            () => $"{string.Join(" and ", unknown)}: no such table in the schema of {Target.First}; the tables are {string.Join(", ", known!.Select(table => table.Name))}");
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => $"{string.Join(" and ", Tables)} of {Target} {(Tables.Count == 1 ? "is" : "are")} {(IsTruncated ? "emptied" : "filled with wrong values")}";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => "";

    private static Migration Read(Fields fields)
    {
        Migration migration = new(
            Begins(fields), Notice(fields), Struck(fields, "The databases, such as shard or 10% of shard."),
            fields.List("tables", Syntaxes.Name, "The tables of the schema that it harms.", required: true),
            fields.Optional("does", Syntaxes.Choice("a harm", ("truncate", true), ("wrong values", false)), "truncate", "the plainest of such mistakes", "truncate: the tables are emptied; wrong values: what they hold is overwritten."),
            fields.Optional("rows", Syntaxes.Share.Where("more than 0%", share => share.Fraction > 0), "100%", "a statement without a condition hits every row", "The share of their rows that is harmed."))
        {
            Operation = Operation.Read(fields),
        };
        fields.Check(!migration.IsTruncated || migration.Rows.Fraction >= 1, "rows", "truncate of all rows", () => "a truncate takes every row: leave 'rows' out, or write does: wrong values");
        return migration;
    }
}
