using Simulator.Models.Language;

namespace Simulator.Models.Databases.Replication;

/// <summary>
/// How writes reach a standby, and so what is lost when the primary is gone and what a mistake spares. The table below is the only registration:
/// a new mode is a record in this folder and a line here.
/// </summary>
public abstract record ReplicationMode
{
    /// <summary>Every mode.</summary>
    public static readonly IReadOnlyList<ReplicationMode> All = [new Async(), new SemiSync(), new RemoteWrite(), new Flush(), new Storage(), new RemoteApply(), new Logical()];

    /// <summary>How a mode is written.</summary>
    public static readonly Syntax<ReplicationMode> Syntax = Syntaxes.Choice("a replication mode", [.. All.Select(mode => (mode.Word, mode))]);

    /// <summary>Its word in a scenario.</summary>
    public abstract string Word { get; }

    /// <summary>What a commit waits for on the standby.</summary>
    public abstract Awaited Awaits { get; }

    /// <summary>Whether a commit waits for the standby at all.</summary>
    public bool Waits => Awaits != Awaited.Nothing;

    /// <summary>Whether the primary goes on alone, by the mode's own rule, when the standby has been silent for its timeout.</summary>
    public virtual bool Degrades => false;

    /// <summary>Whether it copies the primary's disk and not its log, so that what the primary had not flushed is not on the standby either.</summary>
    public virtual bool HasOnlyWhatIsFlushed => false;

    /// <summary>Whether the standby is the primary's copy byte by byte, so that it can take over without further ado and be rebuilt by copying files.</summary>
    public virtual bool IsPhysical => true;
}
