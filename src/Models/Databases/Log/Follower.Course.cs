using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Log;

/// <content>How it goes on from a moment at which something has changed.</content>
public sealed partial class Follower
{
    private Lifetime? _watching;
    private Current? _current;
    private bool _isOnLane;

    private bool Receives => _isRunning && _isSourceUp && _hasData && !_isOver && Route.Up.IsTrue && !LogIsGone.IsTrue;

    private bool Applies => _isRunning && _hasData && !_isOver;

    private Instant Horizon => Instant.After(_world.Scenario.Length);

    /// <summary>Something has changed now: what was is history, and what comes is looked at anew.</summary>
    private void Reconsider(string why)
    {
        if (_isOver) return;
        _watching?.End();
        _watching = null;
        _current = null;
        if (Look(why).IsNever && !IsShipping) return;
        _watching = _world.Forever.Child();
        _watching.Start(Watch(_watching));
    }

    /// <summary>Whether it ships a backlog, over what it shares with others.</summary>
    private bool IsShipping => Receives && !_sent.IsWithLeader;

    private async Process Watch(Lifetime life)
    {
        IDisposable? use = null;
        Current? current = null;
        try
        {
            while (true)
            {
                if (IsShipping && current is null)
                {
                    use = Route.Use();
                    _current = current = new Current(_world.Simulation, [.. Route.Over], double.PositiveInfinity);
                }
                else if (!IsShipping && current is not null)
                {
                    current.Close();
                    use!.Dispose();
                    _current = current = null;
                }
                Instant next = Look("its route carries less than is written");
                if (IsShipping != current is not null) continue;
                if (current is not null) await life.UntilChange(current, next);
                else if (next.IsNever) return;
                else await life.WaitUntil(next);
            }
        }
        finally
        {
            current?.Close();
            use?.Dispose();
        }
    }

    /// <summary>Decides how both stages go on from now, and tells the next moment at which that must be decided again.</summary>
    private Instant Look(string why)
    {
        Instant now = _world.Now;
        Ship(now);
        Apply(now, ref why);
        bool isInStep = Receives && Applies && _sent.IsWithLeader && _applied.IsWithLeader && !IsAwaited(now) && IsSourceSteady(now);
        if (isInStep) _isSpared = false;
        _lateness.Note(isInStep, why);
        InStep.Set(isInStep);
        Behind.Set(!isInStep);
        Receiving.Set(Receives);
        foreach (Follower follower in _downstream.ToArray()) follower.Reconsider("its source is behind");
        return isInStep ? NextFlood(now) : NextEvent(now);
    }

    /// <summary>Whether it still waits for the first that was sent when it was connected, and lacks more until then than is always under way.</summary>
    private bool IsAwaited(Instant now) => Receives && now < FirstArrives && _received.Floor < SourceAt(_received.SentSince - _received.Latency) - 1;

    private Instant FirstArrives => _received.SentSince + _received.Latency;

    private void Ship(Instant now)
    {
        if (Receives != _received.IsConnected)
        {
            if (Receives) _received.Connect(now, _received.At(now), Route.Latency);
            else _received.Break(now);
        }
        if (!Receives) LeaveLane();
        else if (Route.Lane is not { Bulk: not null } lane) _sent.Follow(now);
        else if (IsSourceSteady(now) && _sent.At(now) >= SourceAt(now) && FitsOn(lane)) _sent.Follow(now);
        else
        {
            LeaveLane();
            if (_upstream is not null && SourceJumpsAt(now)) _sent.Put(now, Math.Max(_sent.At(TickBefore(now)), _received.At(now)));
            double rate = _current?.Rate ?? 0;
            // Who is no slower than his source has nothing to catch up with: there is nothing to begin anew.
            if (_sent.IsWithLeader || _sent.Rate != rate || _sent.At(now) < SourceAt(now) || SourceRateAt(now) > rate) _sent.Run(now, rate);
        }
    }

    /// <summary>Whether the lane carries all of this log beside the others that are in step; it will say so when it no longer does.</summary>
    private bool FitsOn(Lane lane)
    {
        if (!lane.Fits(_carried, moves: _current is not null)) return false;
        if (!_isOnLane) lane.Join(_carried);
        _isOnLane = true;
        return true;
    }

    private void LeaveLane()
    {
        if (!_isOnLane) return;
        _isOnLane = false;
        Route.Lane!.Leave(_carried);
    }

    private void Apply(Instant now, ref string why)
    {
        HoldBackJump(now);
        if (!Applies) _applied.Run(now, 0);
        else if (double.IsInfinity(_pace.ApplyRate)) _applied.Follow(now);
        else if (IsAheadOfDelay(now)) _applied.Run(now, 0);
        else if (_applied.At(now) >= ReadyAt(now) && ReadyRateAt(now) <= _pace.ApplyRate) _applied.Follow(now);
        else
        {
            if (_sent.IsWithLeader && Receives) why = "it applies less than arrives";
            _applied.Run(now, _pace.ApplyRate);
        }
    }

    /// <summary>Whether it has applied what should still lie, as after a new copy: it then waits until that is old enough.</summary>
    private bool IsAheadOfDelay(Instant moment) => _pace.ApplyDelay > TimeSpan.Zero && _applied.At(moment) > ReadyAt(moment);

    /// <summary>What an unlimited way brings all at once is applied no faster than anything else.</summary>
    private void HoldBackJump(Instant now)
    {
        if (double.IsInfinity(_pace.ApplyRate) || !_applied.IsWithLeader) return;
        // What a copy has brought at this instant is there: only what comes on top of it has to be applied.
        double before = _applied.Before(now);
        if (ReadyAt(now) - before > 1 + _pace.ApplyRate / TimeSpan.TicksPerSecond) _applied.Put(now, before + _pace.ApplyRate / TimeSpan.TicksPerSecond);
    }

    /// <summary>Whether much becomes ready to be applied at one moment.</summary>
    private bool JumpsAt(Instant moment) => ReadyAt(moment) - ReadyAt(TickBefore(moment)) > 1 + _pace.ApplyRate / TimeSpan.TicksPerSecond;

    /// <summary>Whether its source has got much at one moment, and not only what flows to it in a tick.</summary>
    private bool SourceJumpsAt(Instant now) =>
        SourceAt(now) - SourceAt(TickBefore(now)) > 1 + Math.Max(SourceRateAt(now), SourceRateAt(TickBefore(now))) / TimeSpan.TicksPerSecond;

    private static Instant TickBefore(Instant moment) => new(moment.Ticks - 1);

    /// <summary>Bytes a second that become ready to be applied.</summary>
    private double ReadyRateAt(Instant moment)
    {
        if (_pace.ApplyDelay > TimeSpan.Zero && Log.At(moment - _pace.ApplyDelay) <= _received.At(moment)) return Log.RateAt(moment - _pace.ApplyDelay);
        if (!_received.IsConnected) return 0;
        Instant sent = moment - _received.Latency;
        if (sent < _received.SentSince) return 0;
        return SentRateAt(sent);
    }
}
