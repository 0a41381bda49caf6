using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Databases;

/// <summary>What restoring one of the databases takes.</summary>
/// <param name="Start">Time until a new instance exists and can be filled.</param>
/// <param name="Copy">What one instance can take in from a store.</param>
/// <param name="Replay">What one instance can replay of its log.</param>
/// <param name="Extract">What one tenant's rows can be read out with.</param>
/// <param name="Load">What the live database can write for loads, beside nothing else.</param>
/// <param name="Table">Time that each table of a tenant takes on top of its bytes: checking its foreign keys and rebuilding its indexes.</param>
public sealed record Restoring(Delay Start, DataRate Copy, DataRate Replay, DataRate Extract, DataRate Load, Delay Table)
{
    /// <summary>Time from the copy's being there until it reads its log: the files of a fresh copy are synced one by one.</summary>
    public Delay Open { get; init; } = Delay.None;

    /// <summary>What a checkpoint writes per second; null where it takes no time.</summary>
    public DataRate? Checkpoint { get; init; }

    /// <summary>The most that is dirty in memory when the log has been replayed.</summary>
    public DataSize Dirty { get; init; } = new(1L << 30);

    /// <summary>Time from the checkpoint's end to the first query's answer.</summary>
    public Delay FirstQuery { get; init; } = Delay.None;

    /// <summary>What one worker loads of a logical dump, bytes of it a second.</summary>
    public DataRate Worker { get; init; } = new(30e6);

    /// <summary>What one worker builds the indexes of, and checks the keys of, bytes of a logical dump a second.</summary>
    public DataRate Index { get; init; } = new(60e6);

    private static readonly Syntax<DataRate> s_rate = Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0);

    /// <summary>How it is written.</summary>
    public static readonly Shape<Restoring> Shape = new("restore", "What restoring one of the databases takes.", fields => new Restoring(
        fields.Optional("start", Syntaxes.Delay, "uniform(14m 39m)", "GitLab's measured provisioning of an instance, 14 to 39 min (recovery measurements runbook)",
            "Time until a new instance exists and can be filled."),
        fields.Optional("copy", s_rate, "200 MB/s", "inside 100 to 300 MiB/s, the provisioned rate at which a volume is filled from a snapshot (EC2 API, volumeInitializationRate)",
            "What one instance takes in from a store."),
        fields.Optional("replay", s_rate, "60 MB/s", "assumed: replay is one process, a few times the write rate of a busy shard", "What one instance replays of its log."),
        fields.Optional("extract", s_rate, "50 MB/s", "assumed: filtered reads of one tenant's rows run at a fraction of a sequential scan", "What one tenant's rows are read out with."),
        fields.Optional("load", s_rate, "20 MB/s", "assumed: inserts with foreign keys and indexes run well below a bulk copy (drills on PostgreSQL 15 in the postgres calibration set)",
            "What the live database can write for loads when nobody else writes; the other tenants' writes come first."),
        fields.Optional("table", Syntaxes.Delay, "2m", "assumed: checking foreign keys and rebuilding indexes of one table of one tenant",
            "Time that each table takes on top of its bytes."))
    {
        // Measured on PostgreSQL 15: 2.85 s to open a fresh copy of 558 MB, 503 MB/s for the checkpoint, 0.14 s to the first query.
        Open = fields.Optional("open", Syntaxes.Delay, "0s", "2.85 s for 558 MB were measured on PostgreSQL 15: nothing beside the copy of a large database", "Time until a copied database reads its log."),
        Checkpoint = fields.Optional("checkpoint", s_rate.Or("unlimited", default), "unlimited", "503 MB/s were measured on PostgreSQL 15: nothing beside the replay of a large log", "What the checkpoint at the end of replay writes.") is { BytesPerSecond: > 0 } rate ? rate : null,
        Worker = fields.Optional("worker", s_rate, "30 MB/s", "assumed: one connection parses and inserts rows without indexes somewhat faster than with them (20 MB/s, see 'load')", "What one worker loads of a logical dump."),
        Index = fields.Optional("index", s_rate, "60 MB/s", "assumed: indexes and keys of a table take half as long as loading it", "What one worker builds the indexes of and checks the keys of, bytes of a dump."),
        Dirty = fields.Optional("dirty", Syntaxes.DataSize, "1 GiB", "assumed: at most the buffers in memory, a quarter of a small machine's", "The most that the checkpoint has to write; never more than was replayed."),
        FirstQuery = fields.Optional("first query", Syntaxes.Delay, "0s", "0.14 s were measured on PostgreSQL 15", "Time until the first query is answered."),
    });
}
