using Simulator.Kernel;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Log;

/// <summary>
/// Somebody who reads a database's log as it is written: a standby, or a change stream. While it is in step its position is a function of time
/// and costs no event; while it catches up, it is a process that shares what it crosses.
/// </summary>
public sealed class Follower
{
    private readonly FollowerPace _pace;

    /// <summary>A follower, from now on.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="who">Whom facts mean by it.</param>
    /// <param name="log">The log that it follows.</param>
    /// <param name="route">The way of the log to it.</param>
    /// <param name="pace">How fast it can be.</param>
    /// <param name="start">The last byte that it has; null where it has always been in step.</param>
    public Follower(World world, FollowerName who, WrittenLog log, Route route, FollowerPace pace, double? start = null)
    {
        (Who, Log, Route, _pace) = (who, log, route, pace);
        _ = (world, start);
    }

    /// <summary>Whom facts mean by it.</summary>
    public FollowerName Who { get; }

    /// <summary>The log that it follows.</summary>
    public WrittenLog Log { get; }

    /// <summary>The way of the log to it.</summary>
    public Route Route { get; }

    /// <summary>Whether it keeps up: what it lacks is on its way.</summary>
    public Condition InStep { get; } = new(initially: true);

    /// <summary>Whether log that it needs is no longer kept at the source: only a new copy helps.</summary>
    public Condition LogIsGone { get; } = new();

    /// <summary>How much of the log had been sent to it at a moment.</summary>
    public double SentAt(Instant moment) => Log.At(moment);

    /// <summary>How much of the log had reached it at a moment.</summary>
    public double ReceivedAt(Instant moment) => Log.At(moment - Route.Latency);

    /// <summary>How much of the log could be read there at a moment.</summary>
    public double AppliedAt(Instant moment) => Log.At(Instant.Earlier(moment - Route.Latency, moment - _pace.ApplyDelay));

    /// <summary>How far it was behind at a moment: log written but not applied.</summary>
    public Lag LagAt(Instant moment)
    {
        double applied = AppliedAt(moment), missing = Log.At(moment) - applied;
        return missing > 0 ? new Lag(missing, moment - Log.MomentOf(double.BitIncrement(applied))) : default;
    }

    /// <summary>It stops: it neither receives nor applies. What was under way to it is lost and will be sent again.</summary>
    public void Disconnect()
    {
        InStep.Set(false);
    }

    /// <summary>It goes on from what it had when it stopped.</summary>
    public void Connect()
    {
        InStep.Set(true);
    }

    /// <summary>The source sends nothing more, because it is down; what has arrived is still applied, what was under way is lost.</summary>
    public void StopSending()
    {
        InStep.Set(false);
    }

    /// <summary>The source sends again, from what has arrived.</summary>
    public void ResumeSending()
    {
        InStep.Set(true);
    }

    /// <summary>What the log's owner must call after he changed its pace (<see cref="WrittenLog.Pace"/>, <see cref="WrittenLog.Hold"/>).</summary>
    public void LoadChanged()
    {
        _ = _pace;
    }

    /// <summary>It has everything up to a position, from now on, as after a new copy, and catches up from there.</summary>
    /// <param name="position">The last byte that it has.</param>
    public void StartFrom(double position)
    {
        _ = _pace;
    }

    /// <summary>It is given up: it keeps what it has.</summary>
    public void Stop()
    {
        InStep.Set(false);
    }

    /// <summary>Replaces its data by a new full copy over its route, and lets it catch up with what is written meanwhile.</summary>
    /// <param name="life">Through whom the copy is waited for; where it ends, the copy is broken off and the follower lacks its data.</param>
    /// <param name="why">Why, in words.</param>
    /// <param name="bytes">Size of the copy.</param>
    /// <param name="readCap">What it takes at most, bytes a second.</param>
    /// <param name="also">Capacities that it crosses beside its route's: the disk that it is read from, say.</param>
    public Process Rebuild(Lifetime life, string why, double bytes, double readCap, IReadOnlyList<Kernel.Capacities.Capacity>? also = null) => throw new NotSupportedException();
}
