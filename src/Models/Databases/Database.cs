using Simulator.Models.Backups;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Workloads;

namespace Simulator.Models.Databases;

/// <summary>A collection of like databases, each shared by many tenants.</summary>
/// <param name="Count">How many there are, dedicated ones not counted.</param>
/// <param name="Zone">Where the primaries stand.</param>
/// <param name="Data">Bytes of data of each.</param>
/// <param name="Writes">Bytes of log that each writes per second.</param>
/// <param name="Standbys">Second copies.</param>
/// <param name="Failover">How a standby takes over; null if none does by itself.</param>
/// <param name="Backups">Copies from which a past moment can be brought back.</param>
/// <param name="Restoring">What restoring one of them takes.</param>
/// <param name="Schema">The tables of a tenant.</param>
public sealed record Database(
    int Count, Placement Zone, Distribution Data, Workload Writes, IReadOnlyList<Named<Standby>> Standbys, Failover? Failover,
    IReadOnlyList<Named<BackupPolicy>> Backups, Restoring Restoring, Schema Schema)
{
    /// <summary>How a collection of databases is written.</summary>
    public static readonly Shape<Database> Shape = new("database", "A collection of like databases.", Read);

    private static Database Read(Fields fields)
    {
        int count = fields.Optional("count", Syntaxes.Count.Where("1 to 1000000", n => n is >= 1 and <= 1_000_000), "1", "one database unless more are asked for", "How many there are.");
        Placement zone = fields.Required("zone", Placement.Syntax, "Where the primaries stand.");
        fields.Check(zone.Spread != Spread.Another, "zone", "primary in another zone", () => "a primary cannot stand in 'another' zone: that is a word for its standbys; write one of <region>.zones");
        Distribution data = fields.Required("data", Syntaxes.Sizes, "Bytes of data of each database.");
        Workload writes = fields.Required("writes", Syntaxes.DataWorkload, "Bytes of log that each database writes.");
        IReadOnlyList<Named<Standby>> standbys = fields.Map("standbys", Standby.Shape, "Second copies that follow the primary.");
        Failover? failover = fields.OptionalBlock("failover", Failover.Shape, "How a standby takes over by itself.");
        fields.Check(failover is null || standbys.Count > 0, "failover", "failover without standby", () => "there is no standby to fail over to; add one under standbys, or leave failover out");
        IReadOnlyList<Named<BackupPolicy>> backups = fields.Family("backups", BackupPolicy.Kinds, "Copies from which a past moment can be brought back.");
        BackupRules.Check(fields, backups, [.. standbys.Select(standby => standby.Name)]);
        Restoring restoring = fields.OptionalBlock("restore", Restoring.Shape, "What restoring one of them takes.") ?? Standard;
        Schema schema = fields.OptionalBlock("schema", Schema.Shape, "The tables of a tenant and their foreign keys.") ?? Schema.Whole;
        return new Database(count, zone, data, writes, standbys, failover, backups, restoring, schema);
    }

    private static readonly Restoring Standard = Defaults.Of(Restoring.Shape);
}
