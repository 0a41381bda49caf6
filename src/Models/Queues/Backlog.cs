using Simulator.Kernel;
using Simulator.Models.Workloads;

namespace Simulator.Models.Queues;

/// <summary>
/// How much waits, as a function of time: events arrive like a fluid and are served first in first out, and what has waited too long is dropped. Two
/// positions say everything: how much has arrived, and how much of that has left. The second is never below what had arrived one lifetime ago, unless that is
/// dropped only at its turn.
/// It is exact where the workload's steps of constant rate end, and between them off by less than <see cref="Workload.StepTolerance"/> of a mean day's arrivals.
/// Nothing waits when the run begins.
/// </summary>
/// <param name="arrives">What arrives, events a second.</param>
/// <param name="serves">What is served at most, events a second.</param>
/// <param name="expires">What has waited so long is dropped; <see cref="TimeSpan.MaxValue"/> for never.</param>
/// <param name="clock">The time of the week at the start of the run.</param>
/// <param name="atItsTurn">Whether what is too old is dropped only when its turn comes, for which it takes as long as being served.</param>
public sealed class Backlog(Workload arrives, double serves, TimeSpan expires, TimeSpan clock, bool atItsTurn = false)
{
    private TimeSpan _expires = expires;

    /// <summary>Up to when it is known.</summary>
    public Instant At { get; private set; } = Instant.Start;

    /// <summary>What has arrived since the start of the run, events.</summary>
    public double Arrived { get; private set; }

    /// <summary>What has left: served, or dropped.</summary>
    public double Left { get; private set; }

    /// <summary>What of it was served.</summary>
    public double Served { get; private set; }

    /// <summary>What of it was dropped because it had waited too long.</summary>
    public double Expired { get; private set; }

    /// <summary>What arrived while it stood still, or before it had drained: what had to wait.</summary>
    public double Delayed { get; private set; }

    /// <summary>The most that ever waited.</summary>
    public double Peak { get; private set; }

    /// <summary>What waits.</summary>
    public double Waiting => Arrived - Left;

    /// <summary>Goes on to a moment.</summary>
    /// <param name="to">The moment; one that has passed changes nothing.</param>
    /// <param name="isServing">Whether it is served until then, or stands still.</param>
    public void Advance(Instant to, bool isServing)
    {
        while (At < to) Step(to, isServing);
    }

    /// <summary>From now on nothing is too old.</summary>
    public void Keep() => _expires = TimeSpan.MaxValue;

    /// <summary>When nothing will wait any more, if it is served from now on; never where that is not before a moment.</summary>
    public Instant DrainsBefore(Instant end)
    {
        Backlog ahead = (Backlog)MemberwiseClone();
        while (ahead.Waiting > 0 && ahead.At < end) ahead.Step(end, isServing: true);
        return ahead.Waiting > 0 ? Instant.Never : ahead.At;
    }

    /// <summary>A stretch in which nothing changes its pace: at most until what waits is served, or is the oldest that may wait.</summary>
    private void Step(Instant to, bool isServing)
    {
        double rate = isServing ? serves : 0;
        if (Waiting == 0 && rate >= arrives.Peak)
        {
            Go(to, Position(to) - Left);
            return;
        }
        RateStep arriving = arrives.StepAt(At, clock), aging = AgingAt(At);
        Instant until = Instant.Earlier(to, Instant.Earlier(arriving.Until, aging.Until));
        bool keepsUp = Waiting == 0 && rate >= arriving.Rate;
        double slack = Left - Old(At), leaving = slack <= 0 && !atItsTurn ? Math.Max(rate, aging.Rate) : rate;
        if (!keepsUp && slack != 0) until = slack > 0 ? Soonest(until, slack, aging.Rate - rate) : Soonest(until, -slack, rate - aging.Rate);
        if (!keepsUp) until = Soonest(until, Waiting, leaving - arriving.Rate);
        Go(until, keepsUp ? Position(until) - Left : rate * (until - At).TotalSeconds, isTooOld: slack < 0 && atItsTurn);
    }

    /// <summary>Goes on to a moment, by when the turn of so much can have come.</summary>
    private void Go(Instant to, double served, bool isTooOld = false)
    {
        double arrived = Math.Max(Arrived, Position(to)), done = Math.Min(Left + served, arrived), left = atItsTurn ? done : Math.Max(done, Math.Min(Old(to), arrived));
        bool keptUp = Waiting == 0 && left == arrived;
        if (!keptUp) Delayed += arrived - Arrived;
        if (isTooOld) Expired += done - Left;
        else Served += done - Left;
        Expired += left - done;
        (At, Arrived, Left) = (to, arrived, left);
        Peak = Math.Max(Peak, Waiting);
    }

    /// <summary>The moment at which so much is gone at a rate, if that comes before another.</summary>
    private Instant Soonest(Instant until, double amount, double rate)
    {
        double seconds = rate > 0 ? amount / rate : double.PositiveInfinity;
        return seconds < (until - At).TotalSeconds ? new Instant(At.Ticks + Math.Max(1, (long)Math.Ceiling(seconds * TimeSpan.TicksPerSecond))) : until;
    }

    private double Position(Instant moment) => arrives.Between(Instant.Start, moment, clock);

    /// <summary>What had arrived so long ago that it may not wait at a moment.</summary>
    private double Old(Instant moment) => _expires == TimeSpan.MaxValue || moment - _expires <= Instant.Start ? 0 : Position(moment - _expires);

    /// <summary>The pace at which what waits becomes too old.</summary>
    private RateStep AgingAt(Instant moment)
    {
        if (_expires == TimeSpan.MaxValue) return new RateStep(moment, Instant.Never, 0);
        if (moment < Instant.Start + _expires) return new RateStep(moment, Instant.Start + _expires, 0);
        RateStep step = arrives.StepAt(moment - _expires, clock);
        return new RateStep(moment, step.Until + _expires, step.Rate);
    }
}
