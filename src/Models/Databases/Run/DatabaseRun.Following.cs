using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Facts;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <content>Who follows whom, and from where.</content>
public sealed partial class DatabaseRun
{
    private readonly HashSet<Route> _watched = [];

    /// <summary>The copy whose writes another has taken over just now.</summary>
    private Copy? _replaced;

    /// <summary>Where each of its logs leaves the one before it; the first has always been.</summary>
    private readonly List<double> _forks = [double.PositiveInfinity];

    /// <summary>Bytes of data of it.</summary>
    public double Bytes => Database.BytesOf(Name, Number, _world.Streams.Seed);

    private IEnumerable<Copy> Following() => _copies.Where(copy => copy != Primary && copy.Follower is not null);

    /// <summary>From whom a copy gets the log: the standby that its role names, else the copy that takes writes.</summary>
    private Copy SourceOf(Copy copy)
    {
        Copy? source = NamedSource(copy), further = source;
        // Copies that have changed roles may be told to follow each other in a circle: then they follow the copy that takes writes.
        for (int steps = 0; steps < _copies.Count && further is not null && further != Primary; steps++)
        {
            if (further == copy) return Primary;
            further = NamedSource(further);
        }
        return source ?? Primary;
    }

    private Copy? NamedSource(Copy copy) => copy.Role is { Follows.Length: > 0 } role ? _copies.Find(other => other.Kind == role.Follows && other != copy) : null;

    /// <summary>Those who do not take writes, each after whom it follows.</summary>
    private IEnumerable<Copy> SourcesFirst()
    {
        int Depth(Copy copy) => SourceOf(copy) is var source && source == Primary ? 0 : 1 + Depth(source);
        return [.. _copies.Where(copy => copy != Primary).OrderBy(Depth)];
    }

    /// <summary>What a copy that follows has now.</summary>
    private double Live(Copy copy)
    {
        Follower follower = copy.Follower!;
        double has = follower.ReceivedAt(Now);
        if (Runs && follower.Upstream is null && (_sync.Awaited.Contains(copy) || follower.InStep.IsTrue)) has = Math.Max(has, Log.At(Instant.Earlier(Now, Now + _sync.Lead - follower.Route.Latency)));
        return Math.Min(Math.Max(has, copy.Confirmed), Log.At(Now));
    }

    /// <summary>Before anything changes: what commits have waited for is settled, whatever becomes of links and copies now.</summary>
    private void Freeze()
    {
        if (!Runs) return;
        foreach (Copy copy in Following())
            if (copy.IsUp && copy.HasData && copy.Follower!.Upstream is null) copy.Confirmed = Math.Max(copy.Confirmed, Live(copy));
    }

    private void Follow(Copy copy, double? start)
    {
        GiveUpFollowing(copy);
        Copy source = SourceOf(copy);
        copy.Following = _world.Forever.Child();
        copy.Timeline = _forks.Count - 1;
        copy.Confirmed = double.NegativeInfinity;
        copy.Follower = new Follower(_world, new FollowerName(Name, Number, copy.Name), Log, _world.Network.Between(source.Zone, copy.Zone), PaceOf(copy.Role!, start), start, source.Follower,
            start is { } position ? Math.Min(position, copy.Applied) : null, copy.History.Newest, copy.ReplacedSince, copy.InStep);
        copy.ReplacedSince = null;
        copy.History.Follows(Now, copy.Follower);
        if (Database.LogKept != LogKept.Unlimited) copy.Following.Start(RebuildOnceLogIsGone(copy));
    }

    /// <summary>It no longer gets the log, and sends nothing more to those who get it from it.</summary>
    private void GiveUpFollowing(Copy copy)
    {
        foreach (Copy below in Below(copy)) below.Follower!.StopSending();
        if (copy.Follower is { } follower) copy.Applied = follower.AppliedAt(Now);
        copy.Following?.End();
        copy.Following = null;
        copy.Follower?.Stop();
        copy.Follower = null;
    }

    /// <summary>Copies that run but follow nobody take up the log of the copy that takes writes, if they can reach it.</summary>
    private void Rejoin()
    {
        if (!Runs) return;
        foreach (Copy copy in SourcesFirst())
        {
            Copy source = SourceOf(copy);
            if (copy.Follower is { } stale && source.Follower is not null && stale.Upstream != source.Follower)
            {
                if (copy.IsUp) copy.Held = Live(copy);
                GiveUpFollowing(copy);
            }
            if (copy.Follower is not null || !copy.IsUp || copy == _rival?.Copy || (source != Primary && source.Follower is null) || !CanReach(source, copy)) continue;
            double shared = _forks.Skip(copy.Timeline + 1).DefaultIfEmpty(double.PositiveInfinity).Min();
            bool isAhead = copy.HasData && copy.Held > shared;
            if ((isAhead || !copy.HasData) && _isLeftToPeople) continue;
            if (copy.HasData && Database.Failover is { } failover) _ledger.Settle(copy, failover.StrandedWrites);
            double? start = copy.HasData && !isAhead ? copy.Held : Math.Min(shared, Log.At(Now));
            bool mustBeMade = !copy.HasData, needsCopy = isAhead || mustBeMade;
            if (needsCopy && !source.HasData) continue;
            Follow(copy, start);
            if (needsCopy) copy.Following!.Start(Rebuild(copy, isAhead ? "it has writes that the new primary lacks" : "its data is gone", mustBeMade));
        }
    }

    /// <summary>A copy whose writes another has taken over, and that cannot follow that one at once, is behind from here on.</summary>
    private void NoteReplaced()
    {
        if (_replaced is { HasData: true, Follower: null } copy)
        {
            copy.ReplacedSince = Now;
            _world.Journal.Write(new FellBehind(Now, Name, Number, copy.Name, "another copy took over"));
            _world.Journal.Write(new LagChanged(Now, Name, Number, copy.Name, 0, TimeSpan.Zero));
        }
        _replaced = null;
    }

    private bool CanReach(Copy from, Copy to) => CanReach(from.Zone, to.Zone);

    private bool CanReach(Zone from, Zone to) => _world.Network.Between(from, to).Up.IsTrue && _world.Network.Between(to, from).Up.IsTrue;

    private async Process RebuildOnceLogIsGone(Copy copy)
    {
        Lifetime life = copy.Following!;
        while (true)
        {
            await life.Until(copy.Follower!.LogIsGone);
            if (!copy.HasData) return;
            await Rebuild(copy, "the log that it needs is gone", mustBeMade: false);
        }
    }

    /// <summary>A copy gets a full copy of the data of the one that takes writes; where its machine is gone too, somebody has to notice and make one.</summary>
    private async Process Rebuild(Copy copy, string why, bool mustBeMade)
    {
        Lifetime life = copy.Following!;
        copy.HasData = false;
        NoteReadable();
        copy.History.LosesData(Now);
        copy.Follower!.Disconnect();
        if (mustBeMade && Cause is { } fault)
        {
            await life.Until(fault.Noticed);
            await life.Wait(Database.Restoring.Start, Luck("rebuild", "start"));
        }
        double rate = copy.Role!.Replication.IsPhysical ? Database.Restoring.Copy.BytesPerSecond : Math.Min(Database.Restoring.Load.BytesPerSecond, copy.Role.Apply?.BytesPerSecond ?? double.PositiveInfinity);
        copy.Follower.Connect();
        await copy.Follower.Rebuild(life, why, Bytes, rate);
        copy.HasData = true;
        copy.History.IsMadeAnew(Now);
        copy.Timeline = _forks.Count - 1;
        _gaveUp = false;
        Touch();
    }

    /// <summary>Those who get the log from it.</summary>
    private Copy[] Below(Copy copy) => [.. _copies.Where(other => other.Follower?.Upstream is { } source && source == copy.Follower)];

    private void WatchRoutes(Copy from)
    {
        foreach (Copy to in _copies)
            if (to != from && _watched.Add(_world.Network.Between(from.Zone, to.Zone))) _world.Network.Between(from.Zone, to.Zone).Watch(Touch);
        foreach (Placement observer in Database.Failover?.Observers?.Zones ?? [])
        {
            Zone zone = new(observer.Region, observer.Zone);
            if (_watched.Add(_world.Network.Between(zone, from.Zone))) _world.Network.Between(zone, from.Zone).Watch(Touch);
        }
        if (Database.Reads?.At is not { } place) return;
        Zone reader = place.At(Number, _world.Region(place.Region));
        foreach (Route route in (Route[])[_world.Network.Between(reader, from.Zone), _world.Network.Between(from.Zone, reader)])
            if (_watched.Add(route)) route.Watch(Touch);
    }

    private FollowerPace PaceOf(Standby role, double? start) => new()
    {
        IsWaitedFor = role.Replication.Waits && start is null,
        ApplyRate = role.Apply?.BytesPerSecond ?? double.PositiveInfinity,
        ApplyDelay = role.ApplyDelay,
        LogKept = Database.LogKept.Bytes?.Bytes ?? double.PositiveInfinity,
        LogKeptFor = Database.LogKept.For ?? TimeSpan.MaxValue,
    };
}
