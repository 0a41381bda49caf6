using Simulator.Kernel;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Log;

/// <summary>
/// Somebody who reads a database's log as it is written: a standby, or a change stream. While it is in step its position is a function of time
/// and costs no event; while it catches up, it is a process that shares what it crosses.
/// </summary>
public sealed class Follower(WrittenLog log, Route route, TimeSpan applyDelay)
{
    /// <summary>The log that it follows.</summary>
    public WrittenLog Log => log;

    /// <summary>The way of the log to it.</summary>
    public Route Route => route;

    /// <summary>Whether it keeps up: what it lacks is on its way.</summary>
    public Condition InStep { get; } = new(initially: true);

    /// <summary>How much of the log had reached it at a moment.</summary>
    public double ReceivedAt(Instant moment) => log.At(moment - route.Latency);

    /// <summary>How much of the log could be read there at a moment.</summary>
    public double AppliedAt(Instant moment) => log.At(moment - route.Latency - applyDelay);
}
