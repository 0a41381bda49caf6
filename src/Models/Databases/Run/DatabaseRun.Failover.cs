using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <content>Who notices that the copy that takes writes is gone, and what is done about it.</content>
public sealed partial class DatabaseRun
{
    private Lifetime? _handling;
    private bool _gaveUp;
    private bool _lacksCandidate;

    /// <summary>Starts the handling of a loss, or breaks it off because the copy can be seen again.</summary>
    private void Watch()
    {
        bool isLost = _phase == Phase.Serving && (IsUnseen() || !Primary.HasData);
        if (!isLost)
        {
            if (_phase == Phase.Serving) _handling?.End();
            _handling = null;
            if (_phase == Phase.Serving) _gaveUp = false;
            if (_phase == Phase.Serving && Runs) PlanToGoBack();
            return;
        }
        // A controller that only lacked a standby acts as soon as one is back.
        if (_handling is not null && _lacksCandidate && Candidates().Any())
        {
            _handling.End();
            (_handling, _lacksCandidate) = (null, false);
        }
        if (_handling is not null || _gaveUp || Cause is not { } fault) return;
        _handling = _world.Forever.Child();
        _handling.Start(Handle(_handling, fault));
    }

    /// <summary>Whether those who decide do not see it.</summary>
    private bool IsUnseen()
    {
        if (Database.Failover?.Observers is not { } observers) return _lostAt is not null || IsBarred(Primary) || _world.Network.IsCutOff(Primary.Zone);
        int missing = observers.Zones.Select(place => new Zone(place.Region, place.Zone)).Count(zone =>
            !_world.Stopped.Has(zone) && !_world.Network.IsCutOff(zone) && (_lostAt is not null || IsBarred(Primary) || !_world.Network.Between(zone, Primary.Zone).Up.IsTrue));
        return missing >= observers.Quorum;
    }

    private async Process Handle(Lifetime life, Occurrence fault)
    {
        if (Database.Failover is { } plan)
        {
            if (plan.ByHuman) await life.Until(fault.Noticed);
            else await life.Wait(plan.Detection(Luck("failover", "phase").NextUniform()));
            if (plan.Decision != Delay.None) await life.Wait(plan.Decision, Luck("failover", "decision"));
            if (Refusal(plan) is not { } why)
            {
                _world.Forever.Start(TakeOver(plan));
                return;
            }
            _world.Journal.Write(new FailoverRefused(Now, Name, Number, why));
        }
        if (!Primary.HasData && !fault.IsPlannedFor)
        {
            _lacksCandidate = Database.Failover is { ByHuman: false } && !Candidates().Any();
            await life.Until(fault.Noticed);
            _lacksCandidate = false;
            if (Candidates().OrderByDescending(PositionOf).FirstOrDefault() is { } byHand) _world.Forever.Start(TakeOver(byHand));
            else _world.Forever.Start(BringBack(_lostAt!.Value));
        }
        (_handling, _gaveUp) = (null, true);
    }

    /// <summary>Why nobody takes over; null where somebody does.</summary>
    private string? Refusal(Failover plan)
    {
        bool fails = plan.Fails.Fraction > 0 && Luck("failover", "fails").NextUniform() < plan.Fails.Fraction;
        if (fails) return "the failover fails";
        if (!Candidates().Any()) return "no standby is left that could take over";
        return Candidate() is null ? "no standby has every acknowledged write" : null;
    }

    private IEnumerable<Copy> Candidates() => _copies.Where(copy => copy != Primary && copy.Role?.CanTakeOver == true && copy.IsUp && copy.HasData
        && copy.Follower is not null && !IsBarred(copy) && !_world.Stopped.Has(copy.Zone) && !_world.Network.IsCutOff(copy.Zone));

    /// <summary>Who takes over: the one that is preferred, else the one that has most, else the first in the file.</summary>
    private Copy? Candidate()
    {
        IReadOnlyList<string> prefers = Database.Failover?.Prefers ?? [];
        int Rank(Copy copy) => prefers.Contains(copy.Kind) ? prefers.TakeWhile(name => name != copy.Kind).Count() : prefers.Count;
        return Candidates().Where(copy => Database.Failover?.InSyncOnly != true || PositionOf(copy) >= AcknowledgedNow)
            .OrderBy(Rank).ThenByDescending(PositionOf).FirstOrDefault();
    }

    private async Process TakeOver(Failover plan)
    {
        _phase = Phase.TakingOver;
        _handling = null;
        if (Runs && plan.Fencing) Lose(Log.At(Now));
        Reassess();
        Copy? to = Candidate();
        while (to is not null)
        {
            await _world.Forever.Wait(ReplayLeft(to));
            await _world.Forever.Wait(plan.Promote, Luck("failover", "promote"));
            await _world.Forever.Wait(plan.Switch, Luck("failover", "switch"));
            if (Candidates().Contains(to)) break;
            to = Candidate();
        }
        if (to is not null) Crown(to, ReachOf(to));
        else (_phase, _gaveUp) = (Phase.Serving, false);
        Reassess();
    }

    /// <summary>Where no controller does it, people put the standby that has most in place of a copy whose data is gone, as soon as they have noticed.</summary>
    private async Process TakeOver(Copy to)
    {
        (_phase, _handling) = (Phase.TakingOver, null);
        await _world.Forever.Wait(ReplayLeft(to));
        if (Candidates().Contains(to)) Crown(to, ReachOf(to));
        else (_phase, _gaveUp) = (Phase.Serving, false);
        Reassess();
    }

    /// <summary>How far at most what a standby has is good for taking over: the copy of a disk ends with what had been flushed to it.</summary>
    private double ReachOf(Copy copy) => copy.Role?.Replication.HasOnlyWhatIsFlushed == true && _lostAt is not null ? _flushedAtLoss : double.PositiveInfinity;

    /// <summary>What a standby has received but not applied, it applies before it takes writes.</summary>
    private TimeSpan ReplayLeft(Copy copy) => copy.Role?.Apply is { } rate
        ? Transfers.Time(Math.Max(0, PositionOf(copy) - copy.Follower!.AppliedAt(Now)), rate)
        : TimeSpan.Zero;

    /// <summary>A standby takes writes from here on.</summary>
    /// <param name="to">The standby.</param>
    /// <param name="upTo">How much of what it has it takes over at most.</param>
    private void Crown(Copy to, double upTo = double.PositiveInfinity)
    {
        Copy old = Primary;
        Freeze();
        // Harm to tables is on every copy; only what was still to come for one of them is on the others.
        if (!_isGoingBack && Harm is null) MakeWhole($"{to.Name} takes over");
        if (upTo >= PositionOf(to)) upTo = double.PositiveInfinity;
        double has = Math.Min(PositionOf(to), upTo), acknowledged = AcknowledgedNow;
        bool isAwaited = Runs ? _sync.Awaited.Contains(to) : to.WasAwaited;
        if (isAwaited && double.IsInfinity(upTo)) Sync.Hold(to, has, acknowledged);
        bool goesOn = Runs && _world.Network.IsCutOff(old.Zone);
        (TimeSpan window, double bytes) = Missing(Log, has, acknowledged, _lostAt ?? Now);
        if (!_isGoingBack)
        {
            CountLost(has, to);
            if (Cause is { } fault) FailedOverBy(fault);
        }
        Writer writer = _writer;
        if (Runs && !goesOn) Lose(Log.At(Now));
        if (!goesOn && double.IsFinite(upTo)) _ledger.GoBack(acknowledged, has);
        else if (!goesOn) GiveAway(old, to, acknowledged, has);
        if (_world.Network.IsCutOff(old.Zone)) _leftBehind = old.Zone;
        (Primary, _replaced, old.Role, to.Role) = (to, old, to.Role, null);
        if (goesOn) BeginRival(old, writer, has);
        to.Follower?.TakeOver();
        GiveUpFollowing(to);
        to.InStep.Set(true);
        old.InStep.Set(false);
        to.Applied = double.PositiveInfinity;
        to.History.Leads(Now);
        old.History.Stands(Now, has);
        GoOnFrom(has, goesOn);
        _sync.BeginAnew();
        (_phase, _lostAt, _how) = (Phase.Serving, null, $"its standby in {to.Zone} took over");
        if (_isGoingBack) _world.Journal.Write(new FailedBack(Now, Name, Number, to.Zone.ToString()) { Standby = to.Name });
        else _world.Journal.Write(new FailedOver(Now, Name, Number, to.Zone.ToString(), window, bytes) { Standby = to.Name });
    }

    /// <summary>Acknowledged writes that the new one lacks stand on whichever other copy has most of them, or are lost.</summary>
    private void GiveAway(Copy old, Copy to, double acknowledged, double has)
    {
        Copy? furthest = _copies.Where(copy => copy != to && copy.HasData && (copy == old || copy.Follower is not null)).OrderByDescending(PositionOf).FirstOrDefault();
        _ledger.GoBack(acknowledged, has, furthest, furthest is null ? double.NegativeInfinity : PositionOf(furthest));
    }
}
