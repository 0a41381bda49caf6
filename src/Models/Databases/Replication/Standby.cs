using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Quantities;

namespace Simulator.Models.Databases.Replication;

/// <summary>A second copy of a database that follows the primary and can take over.</summary>
/// <param name="Zone">Where it stands.</param>
/// <param name="Replication">How writes reach it.</param>
/// <param name="WaitsForStandby">Whether the primary stops taking writes while the standby is gone, rather than going on alone.</param>
public sealed record Standby(Placement Zone, ReplicationMode Replication, bool WaitsForStandby)
{
    /// <summary>How many alike there are: each in the zone after the one before, where zones are dealt.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What it can apply, bytes of log a second; null where that never matters.</summary>
    public DataRate? Apply { get; init; }

    /// <summary>How long it waits with what it has received before it applies it: the time in which a mistake can be stopped short of it.</summary>
    public TimeSpan ApplyDelay { get; init; }

    /// <summary>How long it may be silent until the primary goes on without it, where it may.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The standby that it gets the log from; empty for the primary.</summary>
    public string Follows { get; init; } = "";

    /// <summary>When what it receives is brought to its disk, where no commit waits for that.</summary>
    public Flushing Flush { get; init; } = Flushing.EachCommit;

    /// <summary>Whether it may take over; null where that follows from its mode.</summary>
    public bool? Promotable { get; init; }

    /// <summary>What it cannot be used without; null for the same as its database.</summary>
    public IReadOnlyList<string>? Needs { get; init; }

    /// <summary>The account that it belongs to; null for its database's.</summary>
    public string? Account { get; init; }

    /// <summary>Whether it may take over.</summary>
    public bool CanTakeOver => Promotable ?? Replication.IsPhysical;

    /// <summary>How a standby is written.</summary>
    public static readonly Shape<Standby> Shape = new("standby", "A second copy that follows the primary and can take over.", Read);

    /// <summary>Where one of them stands.</summary>
    /// <param name="database">The database's number.</param>
    /// <param name="which">Which of several alike, from 0.</param>
    /// <param name="region">The region's record.</param>
    public Zone At(int database, int which, Region region) => Zone.At(database + which, region);

    private static readonly Flushing s_byMode = new(WriteBuffer.None, TimeSpan.MaxValue);

    private static readonly Flushing s_soon = new(WriteBuffer.OsCache, TimeSpan.FromMilliseconds(200));

    private static Standby Read(Fields fields)
    {
        Placement zone = fields.Required("zone", Placement.Syntax, "Where it stands.");
        ReplicationMode mode = fields.Required("replication", ReplicationMode.Syntax,
            "What a commit waits for: async and logical for nothing, semi-sync and remote write until the standby has it, flush until it is on its disk, remote apply until it is applied there.");
        bool waits = fields.Optional("on loss of sync", Syntaxes.Choice("a choice", ("go on", false), ("wait", true)), "go on",
            "Amazon RDS goes on with the one copy that is left (RDS User Guide, Multi-AZ)", "Whether the primary goes on alone or waits when the standby is lost.");
        int count = fields.Optional("count", Syntaxes.Count.Where("1 to 15", n => n is >= 1 and <= 15), "1", "one standby unless more are asked for", "How many alike there are, named 'spare 1' and so on.");
        DataRate apply = fields.Optional("apply", Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0).Or("unlimited", default), "unlimited",
            "a standby that nobody describes keeps up", "Bytes of log that it can apply in a time.");
        TimeSpan applyDelay = fields.Optional("apply delay", Syntaxes.Duration.Where("any time but never", delay => delay != TimeSpan.MaxValue), "0s",
            "nothing is held back unless asked for (PostgreSQL's recovery_min_apply_delay; GitLab runs one of 8 h)", "How long it keeps what it has received before it applies it.");
        fields.Check(applyDelay == TimeSpan.Zero || mode.Awaits != Awaited.Apply, "apply delay", "delayed standby that commits wait for",
            () => "a commit would wait that long too: use flush, or another standby for the delay");
        TimeSpan timeout = fields.Optional("timeout", Syntaxes.Duration, "10s", "MySQL's rpl_semi_sync_master_timeout: 10,000 ms",
            "How long it may be silent until the primary goes on without it, where it may; never: it waits for ever.");
        string follows = fields.Optional("follows", Syntaxes.Name, "primary", "a standby follows the primary", "The standby that it gets the log from.");
        Flushing flush = fields.Optional("flush", Flushing.Syntax.Or("by mode", s_byMode), "by mode",
            "assumed: each commit, but os cache every 200ms for semi-sync and remote write, which confirm what they have not flushed", "When what it receives is brought to its disk, where no commit waits for that.");
        bool? promotable = fields.Optional("promotable", Syntaxes.Choice<bool?>("a choice", ("true", true), ("false", false), ("by mode", null)), "by mode",
            "a logical standby lacks what is not replicated (sequences, schema), so it is not promoted by itself", "Whether it may take over.");
        IReadOnlyList<string> needs = fields.List("needs", Syntaxes.NameOf("dependencies"), "What it cannot be used without, where that is not the same as of its database; [] for nothing.");
        string? account = fields.Optional("account", new Syntax<string?>("an account", Syntaxes.Name.Pattern, "main", text => Syntaxes.Name.Parse(text).Then(name => Parsed.Ok<string?>(name))).Or("its database's", null), "its database's",
            "whoever runs a database runs its standbys too", "The account that it belongs to, and is deleted with.");
        return new Standby(zone, mode, waits)
        {
            Count = count, Apply = apply == default ? null : apply, ApplyDelay = applyDelay, Timeout = timeout,
            Follows = follows == "primary" ? "" : follows, Flush = flush != s_byMode ? flush : mode.Awaits == Awaited.Receipt ? s_soon : Flushing.EachCommit, Promotable = promotable,
            Needs = fields.Has("needs") ? needs : null, Account = account,
        };
    }
}
