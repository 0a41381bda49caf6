using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <summary>Who can be read at a database from a moment on, until the next arrangement: kept so that reads can be drawn when the trial is over.</summary>
/// <param name="From">Since when.</param>
/// <param name="Primary">Where the copy stands that takes writes, or was the last to do so.</param>
/// <param name="TakesWrites">Whether it runs, and those who read reach it.</param>
/// <param name="Waits">Whether commits wait for those whom they should wait for.</param>
/// <param name="Standbys">The standbys that run, have data, follow somebody and are reached by those who read.</param>
internal sealed record Arrangement(Instant From, Zone Primary, bool TakesWrites, bool Waits, IReadOnlyList<Readable> Standbys);

/// <summary>A standby that can be read.</summary>
/// <param name="Zone">Where it stands.</param>
/// <param name="Role">How it follows.</param>
/// <param name="Follower">How far it has come, at any moment.</param>
/// <param name="IsAwaited">Whether every acknowledged commit has waited for it.</param>
internal sealed record Readable(Zone Zone, Standby Role, Follower Follower, bool IsAwaited)
{
    /// <summary>
    /// How much older the oldest write that it lacks was at a moment than it always is there: zero in step, where only the way and the apply delay make it
    /// late. What a commit has waited for has arrived, so only what is still to be applied counts there.
    /// </summary>
    internal TimeSpan Behind(Instant moment)
    {
        if (IsAwaited && (Role.Replication.Awaits == Awaited.Apply || Follower.AppliedAt(moment) >= Follower.ReceivedAt(moment) - 1)) return TimeSpan.Zero;
        // To ask whether it has what it should have is quicker than to look for the moment of what it lacks, and mostly it has.
        if (Follower.AppliedAt(moment) >= Follower.Log.At(moment - _usual - s_rounding)) return TimeSpan.Zero;
        return Follower.LagAt(moment).Age - _usual;
    }

    /// <summary>Ways of the log to it, from the copy that takes writes on.</summary>
    internal IReadOnlyList<Distributions.Delay> Ways()
    {
        List<Distributions.Delay> ways = [];
        for (Follower? on = Follower; on is not null; on = on.Upstream) ways.Insert(0, on.Route.Delay);
        return ways;
    }

    /// <summary>How old what it lacks is while it is in step and nothing on the way is slow.</summary>
    private static TimeSpan Usual(Follower follower, TimeSpan applyDelay)
    {
        TimeSpan way = TimeSpan.Zero;
        for (Follower? on = follower; on is not null; on = on.Upstream) way += on.Route.Delay.Quantile(0.5);
        return way > applyDelay ? way : applyDelay;
    }

    private readonly TimeSpan _usual = Usual(Follower, Role.ApplyDelay);

    // Positions in a long log are known to some nanoseconds of it.
    private static readonly TimeSpan s_rounding = TimeSpan.FromMicroseconds(1);
}
