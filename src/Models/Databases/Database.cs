using Simulator.Kernel.Randomness;
using Simulator.Models.Backups;
using Simulator.Models.Databases.Commits;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Quantities;
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
    /// <summary>Of how many of the standbys that a commit waits for the answers are needed.</summary>
    public Acknowledge Acknowledge { get; init; } = Acknowledge.All;

    /// <summary>When the primary's log is brought to its disk.</summary>
    public Flushing Flush { get; init; } = Flushing.EachCommit;

    /// <summary>Bytes of log that one write makes: turns bytes into a number of writes.</summary>
    public DataSize WriteSize { get; init; } = new(387);

    /// <summary>How much of its log the primary keeps for those who are behind.</summary>
    public LogKept LogKept { get; init; } = LogKept.Unlimited;

    /// <summary>Room for the log on the primary; null where it never fills.</summary>
    public DataSize? LogDisk { get; init; }

    /// <summary>The store whose volumes the primaries live on: what destroys it destroys them. Empty for disks of their own.</summary>
    public string Store { get; init; } = "";

    /// <summary>The volumes of a block store that the primaries are striped over; null for none.</summary>
    public Stores.Blocks.Striped? Striped { get; init; }

    /// <summary>The stores that the primaries live on: what destroys one of them destroys them.</summary>
    public IEnumerable<string> LivesOn => [.. Store.Length > 0 ? [Store] : (string[])[], .. Striped is null ? (string[])[] : [Striped.Store]];

    /// <summary>Into how many groups that share their fate they are divided: consecutive numbers, as many in each, give or take one; 1 for no groups.</summary>
    public int Cells { get; init; } = 1;

    /// <summary>What it cannot be used without.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The account that its copies belong to, unless a standby says otherwise: who deletes the account deletes them. Empty for one of its own.</summary>
    public string Account { get; init; } = "";

    /// <summary>That single commits are followed; null where bytes are enough.</summary>
    public Commits.Commits? Commits { get; init; }

    /// <summary>That single reads are followed; null where none are.</summary>
    public Reads? Reads { get; init; }

    /// <summary>Whether a copy of it cannot be used without something.</summary>
    internal bool MayNeed(string dependency) => Needs.Contains(dependency) || Standbys.Any(standby => standby.Value.Needs?.Contains(dependency) == true);

    /// <summary>Whether a copy of it belongs to an account.</summary>
    internal bool MayBelongTo(string account) => Account == account || Standbys.Any(standby => standby.Value.Account == account);

    /// <summary>Bytes of data of one of them: the same in every trial of a seed, and in whatever asks.</summary>
    /// <param name="name">The databases' name in the scenario.</param>
    /// <param name="number">The database's number.</param>
    /// <param name="seed">Seed of the study.</param>
    public double BytesOf(string name, int number, ulong seed) => Data.Quantile(Philox.Uniform(Philox.Key(seed, "databases", name, "data"), (ulong)number));

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
        return Logged(fields, new Database(count, zone, data, writes, standbys, failover, backups, restoring, schema));
    }

    private static Database Logged(Fields fields, Database read)
    {
        DataSize room = fields.Optional("log disk", Syntaxes.DataSize.Where("more than 0 B", size => size.Bytes > 0).Or("unlimited", default), "unlimited", "a disk that nobody describes does not fill", "Room for the log on the primary.");
        Database database = read with
        {
            Acknowledge = fields.Optional("acknowledge", Acknowledge.Syntax, "all", "every standby that a commit is said to wait for (PostgreSQL's FIRST with as many as are named)",
                "Of how many of the standbys that a commit waits for the answers are needed: all, any 2, or first 1 in the order of the file."),
            Flush = fields.Optional("flush", Flushing.Syntax, "each commit", "the default of PostgreSQL (synchronous_commit on) and of InnoDB (innodb_flush_log_at_trx_commit 1); "
                + "os cache every 1s is InnoDB's 2, memory every 200ms is PostgreSQL's off (up to three rounds of wal_writer_delay)", "When the primary's log is brought to its disk."),
            WriteSize = fields.Optional("write size", Syntaxes.DataSize.Where("more than 0 B", size => size.Bytes > 0), "387 B", "measured on PostgreSQL 15: log of one insert of 200 bytes", "Bytes of log that one write makes."),
            LogKept = fields.Optional("log kept", LogKept.Syntax, "unlimited", "whoever is behind finds what it needs unless told otherwise", "How much of its log the primary keeps for those who are behind."),
            LogDisk = room == default ? null : room,
            Store = fields.Optional("store", Syntaxes.NameOf("stores").OrNone(), "none", "disks of its own, which nothing else is on", "The store, such as an array, that the primaries live on: what destroys it destroys them."),
            Striped = fields.Optional("volumes", Stores.Blocks.Striped.Syntax, "none", "disks of its own, which nothing else is on",
                "The volumes of a block store that the primaries are striped over, such as 4 of ebs: each takes no writes while any of its volumes is stuck."),
            Cells = fields.Optional("cells", Syntaxes.Count.Where("at least 1", n => n >= 1), "1", "nothing divides them unless it is said",
                "Into how many groups that share their fate they are divided, consecutive numbers together; a tenant lives in one of them, and a fault can hit one: one of shard.cells."),
            Needs = fields.List("needs", Syntaxes.NameOf("dependencies"), "What it cannot be used without: while one of them is away nobody gets into it, though its data is whole."),
            Account = fields.Optional("account", Syntaxes.Name.OrNone(), "none", "an account of its own, so that no deletion of another account reaches it", "The account that its copies belong to, and are deleted with."),
            Commits = fields.OptionalBlock("commits", Databases.Commits.Commits.Shape, "Single commits to follow: what each costs in latency, and how many acknowledged ones are lost."),
            Reads = fields.OptionalBlock("reads", Reads.Shape, "Single reads to follow: which share misses a write that was acknowledged before."),
        };
        fields.Check(database.Cells <= database.Count, "cells", "more cells than databases", () => $"{database.Cells} cells of {database.Count} databases: some would be empty");
        StandbyRules.Check(fields, database);
        Streams.StreamRules.Check(fields, database);
        ReadRules.Check(fields, database);
        return database;
    }

    private static readonly Restoring Standard = Defaults.Of(Restoring.Shape);
}
