using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <content>What brings it back where no copy can: a backup, or a standby that has not yet applied a mistake.</content>
public sealed partial class DatabaseRun
{
    private readonly Condition _isLeftAlone = new(initially: true);
    private Instant? _corruptSince;

    /// <summary>
    /// From now on what it holds is wrong, on every copy that has applied it and in every backup that is cut from here on. Nobody sees it until the fault
    /// is noticed; then it is taken out of service and goes back to the newest point before.
    /// </summary>
    public void Corrupt(Occurrence fault)
    {
        Struck(fault);
        if (_corruptSince is not null || _phase == Phase.Dead) return;
        _corruptSince = Now;
        _world.Forever.Start(Mend(fault));
    }

    private async Process Mend(Occurrence fault)
    {
        await _world.Forever.Until(fault.Noticed);
        if (fault.IsPlannedFor) return;
        // Whoever is at work on a lost copy brings back what is corrupt as well: that has to be over first.
        await _world.Forever.Until(_isLeftAlone);
        if (_phase == Phase.Dead || _corruptSince is not { } since) return;
        Cause = fault;
        // What is put right here needs nobody else who would bring a lost copy back.
        _handling?.End();
        _handling = null;
        Copy? late = Candidates().FirstOrDefault(copy => copy.Role!.ApplyDelay > TimeSpan.Zero && copy.Follower!.AppliedAt(Now) < Log.At(since) && PositionOf(copy) >= Log.At(since));
        if (late is not null) await GoBackTo(late, since);
        else await BringBack(since);
        _corruptSince = null;
    }

    /// <summary>A standby that applies late is stopped short of the mistake, and takes over.</summary>
    private async Process GoBackTo(Copy late, Instant before)
    {
        double upTo = Log.At(before), left = Math.Max(0, upTo - late.Follower!.AppliedAt(Now));
        _phase = Phase.TakingOver;
        if (Runs) Lose(Log.At(Now));
        Reassess();
        if (late.Role!.Apply is { } rate) await _world.Forever.Wait(Transfers.Time(left, rate));
        if (Database.Failover is { } plan)
        {
            await _world.Forever.Wait(plan.Promote, Luck("failover", "promote"));
            await _world.Forever.Wait(plan.Switch, Luck("failover", "switch"));
        }
        if (Candidates().Contains(late))
        {
            Harm = null;
            Crown(late, upTo);
        }
        else
        {
            await BringBack(before);
            return;
        }
        Reassess();
    }

    /// <summary>The newest point not after a moment is restored, and takes writes; where none is left, the database is lost.</summary>
    private async Process BringBack(Instant notAfter)
    {
        (_phase, _handling) = (Phase.Restoring, null);
        RestoreIn(at: null, left: 0, jobs: 1);
        if (Runs) Lose(Log.At(Now));
        // Where it was lost before the mistake was made, that is how far it goes.
        notAfter = Instant.Earlier(Instant.Earlier(notAfter, _lostAt!.Value), _intrudedSince ?? Instant.Never);
        Reassess();
        // The newest point is waited for where the sink of its stream stands still: to lose less is worth more than to be back sooner.
        while (NewestRight(notAfter) is { } newest && _streams.Find(stream => stream.Who.Name == newest.Source) is { SinkIsUp.IsTrue: false } away) await _world.Forever.Until(away.SinkIsUp);
        if (_phase != Phase.Restoring) return;
        if (NewestRight(notAfter) is not { } point)
        {
            GiveUp();
            return;
        }
        _restoringTo = Log.At(point.At);
        if (point.Base is not null)
        {
            await Protection.Restore(_world.Forever, point, Bytes);
            // A plan for another fault may have put it back meanwhile.
            if (_phase != Phase.Restoring) return;
            if (Protection.Restored is not { } restored)
            {
                GiveUp();
                return;
            }
            point = restored;
        }
        PutBack(point);
    }

    /// <summary>What was restored takes the place of what was lost, and takes writes.</summary>
    private void PutBack(RestorePoint point)
    {
        double to = Log.At(point.At);
        if (IsBefore(point)) MakeRight("it is brought back anew");
        NoteRolledBack(point.At, _lostAt!.Value);
        MakePlace();
        Instant lost = _lostAt!.Value;
        if (point.At > lost) throw new InvalidOperationException($"{Name} {Number} was restored to {point.At}, after it was lost at {lost}");
        double bytes = _acknowledgedAtLoss - to;
        CountLost(to, successor: null);
        _ledger.GoBack(_acknowledgedAtLoss, to);
        GoOnFrom(to);
        _intrudedSince = null;
        (Primary.HasData, _phase, _lostAt, _restoringTo, _how) = (true, Phase.Serving, null, null, $"restored from {point.Source}");
        Primary.History.IsMadeAnew(Now);
        _world.Journal.Write(new DatabaseRestored(Now, Name, Number, point.At, point.Source, lost - point.At, bytes));
        Reassess();
        BeginWithout(point);
    }

    private void GiveUp()
    {
        (_phase, _restoringTo) = (Phase.Dead, null);
        Reassess();
        _world.Journal.Write(new DatabaseLost(Now, Name, Number, Math.Max(0, _acknowledgedAtLoss - _ledger.Floor)));
    }

    /// <summary>Where people want it elsewhere it stands there; where the old place is gone, the restored copy stands in another zone: the next of its region that runs, else the next of any.</summary>
    private void MakePlace()
    {
        Zone place = NextPlace();
        if (place == Primary.Zone && ItsPlaceIsThere) return;
        // Another provider knows nothing of the old account.
        Copy made = new(Primary.Name, place, role: null) { Kind = Primary.Kind, Timeline = Primary.Timeline, Needs = Primary.Needs, Account = _elsewhere is null ? Primary.Account : "" };
        _copies[_copies.IndexOf(Primary)] = made;
        Primary = made;
        WatchRoutes(made);
        foreach (Copy other in _copies) WatchRoutes(other);
    }

    private bool ItsPlaceIsThere => Primary.IsUp && !_world.Stopped.Has(Primary.Zone);

    private Zone NextPlace()
    {
        if (_elsewhere is { } wanted) return wanted;
        if (ItsPlaceIsThere) return Primary.Zone;
        IEnumerable<Zone> zones = _world.Scenario.Regions.OrderBy(region => region.Name == Primary.Zone.Region ? 0 : 1).SelectMany(region => region.Value.Zones.Select(zone => new Zone(region.Name, zone)));
        return zones.Where(zone => !_world.Stopped.Has(zone)).DefaultIfEmpty(Primary.Zone).First();
    }
}
