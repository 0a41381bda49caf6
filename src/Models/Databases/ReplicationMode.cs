using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Databases;

/// <summary>
/// How writes reach a standby, and so what is lost when the primary is gone and what a mistake spares. The table below is the only registration:
/// a new mode is a record in this folder and a line here.
/// </summary>
public abstract record ReplicationMode
{
    /// <summary>Every mode, by its word in a scenario.</summary>
    public static readonly Syntax<ReplicationMode> Syntax = Syntaxes.Choice<ReplicationMode>(
        "a replication mode", ("remote apply", new RemoteApply()));

    /// <summary>When a write acknowledged by the primary at a moment is applied on the standby, as seen at that moment's end.</summary>
    /// <param name="acknowledged">When the client was told that the write is done.</param>
    /// <param name="latency">One-way delay between the two.</param>
    public abstract Instant AppliedAt(Instant acknowledged, TimeSpan latency);

    /// <summary>Age of the oldest acknowledged write that the standby lacks when the primary is lost without warning.</summary>
    /// <param name="lost">When the primary was lost.</param>
    /// <param name="latency">One-way delay between the two.</param>
    public TimeSpan LossWindow(Instant lost, TimeSpan latency)
    {
        TimeSpan behind = AppliedAt(lost, latency) - lost;
        return behind > TimeSpan.Zero ? behind : TimeSpan.Zero;
    }
}
