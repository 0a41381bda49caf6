using Simulator.Kernel;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Log;

/// <content>When something will have to be decided next, computed from the flows.</content>
public sealed partial class Follower
{
    /// <summary>While behind: the next step of a rate, or before it the moment at which a queue is empty, or one begins, or log that it needs is gone.</summary>
    private Instant NextEvent(Instant now)
    {
        Instant end = StepEnd(now), next = end;
        // Where nothing is waiting there is nothing to drain: a lane that is too full for it is looked at again when its share changes.
        if (IsShipping && _sent.Rate > 0 && IsSourceSteady(now) && _sent.At(now) < SourceAt(now)) next = Sooner(now, next, moment => _sent.LineAt(moment) >= SourceAt(moment));
        if (Applies && !_applied.IsWithLeader && IsAheadOfDelay(now)) next = Sooner(now, next, moment => !IsAheadOfDelay(moment));
        else if (Applies && !_applied.IsWithLeader) next = Sooner(now, next, moment => _applied.LineAt(moment) >= ReadyAt(moment));
        if (Applies && _applied.IsWithLeader && double.IsFinite(_pace.ApplyRate)) next = Sooner(now, next, moment => ReadyRateAt(moment) > _pace.ApplyRate);
        if (IsAwaited(now)) next = Instant.Earlier(next, FirstArrives);
        if (KeepsAll || LogIsGone.IsTrue || _isSpared || !_hasData) return next;
        if (IsLogGone(now))
        {
            LogIsGone.Set(true);
            if (_received.IsConnected) _received.Break(now);
            LeaveLane();
            return NextEvent(now);
        }
        return Sooner(now, next, IsLogGone);
    }

    private bool KeepsAll => double.IsInfinity(_pace.LogKept) && _pace.LogKeptFor == TimeSpan.MaxValue;

    private bool IsLogGone(Instant moment) => !IsLogKept(_pace.KeptUntilApplied ? AppliedAt(moment) : SentAt(moment), moment);

    /// <summary>Whether the log after a position is still kept for it at a moment.</summary>
    public bool IsLogKept(double after, Instant moment) => SourceAt(moment) - after <= _pace.LogKept
        && (_pace.LogKeptFor == TimeSpan.MaxValue || moment - Log.MomentOf(Math.BitIncrement(after)) <= _pace.LogKeptFor);

    /// <summary>While in step: the first moment at which more becomes ready than it can apply; never where that is not before the run ends.</summary>
    private Instant NextFlood(Instant now)
    {
        if (double.IsInfinity(_pace.ApplyRate)) return Instant.Never;
        TimeSpan shift = _received.Latency > _pace.ApplyDelay ? _received.Latency : _pace.ApplyDelay;
        bool isSteady = _sent.NextChange(now - _received.Latency).IsNever;
        if (isSteady && Log.PeakRateFrom(now - shift) <= _pace.ApplyRate) return Instant.Never;
        while (now < Horizon)
        {
            Instant end = Instant.Earlier(StepEnd(now), Horizon), flood = Sooner(now, end, moment => ReadyRateAt(moment) > _pace.ApplyRate);
            if (flood < end || ReadyRateAt(end) > _pace.ApplyRate || JumpsAt(end)) return flood;
            now = end;
        }
        return Instant.Never;
    }

    /// <summary>Until when everything that flows in or out goes on evenly.</summary>
    private Instant StepEnd(Instant now)
    {
        Instant end = Instant.Earlier(Log.NextStep(now).Until, SourceStepEnd(now));
        if (double.IsInfinity(_pace.ApplyRate)) return end;
        TimeSpan latency = _received.Latency;
        end = Instant.Earlier(end, _sent.NextChange(now - latency) + latency);
        end = Instant.Earlier(end, SourceStepEnd(now - latency) + latency);
        return _pace.ApplyDelay == TimeSpan.Zero ? end : Instant.Earlier(end, Log.NextStep(now - _pace.ApplyDelay).Until + _pace.ApplyDelay);
    }

    /// <summary>The first moment after now and before an end at which something has come true that stays so till there; else the end.</summary>
    private static Instant Sooner(Instant now, Instant end, Func<Instant, bool> holds)
    {
        if (!end.IsNever && (end.Ticks - now.Ticks < 2 || !holds(new Instant(end.Ticks - 1)))) return end;
        return Search.First(now, end, holds);
    }
}
