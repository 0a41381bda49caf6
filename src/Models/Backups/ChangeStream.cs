using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Quantities;

namespace Simulator.Models.Backups;

/// <summary>
/// A stream of all changes out of a database's log, polled at a cadence. Into a database that keeps every version of every row, a past moment is read
/// there as it is, without restoring a copy; a file or objects need the full copy that their changes begin from. A deletion arrives as one more
/// change; what was before it stays until its retention ends. The source keeps the log that the stream has not confirmed yet (a replication slot).
/// <para>As long as nothing holds it up it is a function of time; else <see cref="Databases.Streams.StreamRun"/> follows it.</para>
/// </summary>
/// <param name="Every">Time between two polls: the stream's consistent points.</param>
/// <param name="Takes">Time from a poll until its changes are written.</param>
/// <param name="Keep">How long old versions are kept.</param>
public sealed record ChangeStream(TimeSpan Every, TimeSpan Takes, TimeSpan Keep) : BackupPolicy(Every, Takes, Keep)
{
    /// <summary>What a poll takes at most.</summary>
    public StreamBatch Batch { get; init; } = StreamBatch.Unlimited;

    /// <summary>What it takes at most, bytes of log a second; null where that never matters.</summary>
    public DataRate? Throughput { get; init; }

    /// <summary>What the changes go into.</summary>
    public StreamSink Sink { get; init; } = StreamSink.Database;

    /// <summary>The zone that the sink stands in; null where no fault hits it, or where it is a store.</summary>
    public Placement? Zone { get; init; }

    /// <summary>The store that the changes go to; empty for none.</summary>
    public string To { get; init; } = "";

    /// <summary>Time between two full copies that changes can be replayed upon, where the sink needs one.</summary>
    public TimeSpan FullEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>What a full copy for it reads at most.</summary>
    public DataRate Copy { get; init; } = new(50e6);

    /// <summary>Time from the log filling its disk until somebody gives the stream up, so that the database goes on.</summary>
    public Delay DropSlot { get; init; } = Delay.Always(TimeSpan.MaxValue);

    /// <summary>How a change stream is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("change stream", "A stream of all changes into a database that keeps old versions, a file or a store.", Read);

    /// <summary>Whether its changes are worth nothing without a full copy.</summary>
    public bool NeedsBase => Sink != StreamSink.Database;

    /// <summary>Whether something can happen to what it goes into.</summary>
    public bool IsPlaced => Zone is not null || To.Length > 0;

    /// <summary>What it takes at most, bytes of log a second: its throughput, and a batch a poll; infinite where neither is limited.</summary>
    /// <param name="change">Bytes of log that one change makes.</param>
    public double MaxRate(DataSize change) => Math.Min(Throughput?.BytesPerSecond ?? double.PositiveInfinity, Batch.Bytes(change) / Every.TotalSeconds);

    /// <inheritdoc/>
    public override RestorePoint? Offer(RestorePoint? soFar, string name, Instant notAfter, Instant asOf, TimeSpan offset) =>
        NewestCut(notAfter, asOf, offset) is { } cut ? Better(soFar, name, cut, LastFull(cut, offset), asOf) : soFar;

    /// <summary>The better of what there is and a moment that the stream has reached.</summary>
    /// <param name="soFar">What others offer; null if nothing.</param>
    /// <param name="name">This stream's name in the scenario.</param>
    /// <param name="cut">The moment.</param>
    /// <param name="full">When the full copy was cut that it is replayed upon.</param>
    /// <param name="asOf">When it must be usable.</param>
    internal RestorePoint? Better(RestorePoint? soFar, string name, Instant cut, Instant full, Instant asOf)
    {
        if (soFar is not null && cut <= soFar.At) return soFar;
        if (!NeedsBase) return new RestorePoint(cut, null, "", name);
        return full + Keep > asOf ? new RestorePoint(cut, full, To, name) : soFar;
    }

    /// <summary>When the last full copy before a moment was cut: at the stream's own offset and every so often.</summary>
    internal Instant LastFull(Instant moment, TimeSpan offset)
    {
        if (!NeedsBase) return moment;
        long periods = (long)Math.Floor((decimal)(moment.Ticks - offset.Ticks) / FullEvery.Ticks);
        return new Instant(offset.Ticks + periods * FullEvery.Ticks);
    }

    private static ChangeStream Read(Fields fields)
    {
        TimeSpan every = fields.Optional("every", Cadence, "500ms", "Debezium's poll.interval.ms", "Time between two polls: the stream's consistent points.");
        ChangeStream stream = new(every, UntilUsable(fields), Kept(fields))
        {
            Batch = fields.Optional("batch", StreamBatch.Syntax, "unlimited", "a poll takes what there is, unless it is said to be less: Debezium's max.batch.size is 2048 changes", "What one poll takes at most."),
            Throughput = Limit(fields.Optional("throughput", s_positive.Or("unlimited", default), "unlimited", "a stream that nobody describes keeps up", "What it takes at most, in bytes of log.")),
            Sink = fields.Optional("sink", Syntaxes.Choice("a sink", ("database", StreamSink.Database), ("flat file", StreamSink.FlatFile), ("object store", StreamSink.ObjectStore)),
                "database", "a second database that keeps old versions", "What the changes go into: a database is read as it is, a flat file or an object store is replayed upon a full copy."),
            Zone = fields.Optional("zone", s_zone, "elsewhere", "a sink that nobody places is hit by no fault", "Where a database or a flat file stands."),
            To = fields.Optional("to", Syntaxes.NameOf("stores").OrNone(), "none", "only an object store is one of the stores", "The store that the changes go to, where the sink is an object store."),
            FullEvery = fields.Optional("full every", Cadence, "1d", "the usual cadence of full copies (Amazon RDS automated backups: one a day)", "Time between two full copies that the changes are replayed upon, where the sink needs one."),
            Copy = fields.Optional("copy", s_positive, "50 MB/s", "assumed: one connection that reads whole tables runs well below a copy of files", "What a new full copy for it reads at most."),
            DropSlot = fields.Optional("drop slot", Syntaxes.Delay, "never", "nobody does unless the scenario says so", "Time from the log filling its disk until somebody gives the stream up, so that the database goes on."),
        };
        fields.Check(stream.Sink == StreamSink.ObjectStore == stream.To.Length > 0, "to", "store of an object store", () => stream.To.Length > 0
            ? $"the changes go to {stream.To}, but the sink is no object store: write sink: object store, or leave 'to' out"
            : "an object store is one of the stores: say which under 'to'");
        fields.Check(stream.To.Length == 0 || stream.Zone is null, "zone", "sink in two places", () => "an object store stands where the store stands: leave 'zone' out");
        fields.Check(!stream.NeedsBase || stream.FullEvery < stream.Keep, "full every", "full copies further apart than they are kept",
            () => "when the last full copy is thrown away before the next one is made, the changes are worth nothing: make them more often, or keep them longer");
        return stream;
    }

    private static readonly Syntax<DataRate> s_positive = Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0);

    private static readonly Syntax<Placement?> s_zone = new Syntax<Placement?>("a place", Placement.Syntax.Pattern, Placement.Syntax.Example,
        text => Placement.Syntax.Parse(text).Then(place => Parsed.Ok<Placement?>(place)), place => place is null ? [] : Placement.Syntax.Refers(place)).Or("elsewhere", null);

    private static DataRate? Limit(DataRate rate) => rate == default ? null : rate;
}
