using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <content>Who follows whom, and from where.</content>
public sealed partial class DatabaseRun
{
    private readonly HashSet<Route> _watched = [];

    /// <summary>Where each of its logs leaves the one before it; the first has always been.</summary>
    private readonly List<double> _forks = [double.PositiveInfinity];

    /// <summary>Bytes of data of it.</summary>
    public double Bytes => Database.Data.Quantile(Philox.Uniform(Philox.Key(_world.Streams.Seed, Name, "data"), (ulong)Number));

    private IEnumerable<Copy> Following() => _copies.Where(copy => copy != Primary && copy.Follower is not null);

    private Copy SourceOf(Copy copy) => copy.Role is { Follows.Length: > 0 } role && _copies.Find(other => other.Kind == role.Follows && other != copy) is { } upstream && upstream != Primary ? upstream : Primary;

    /// <summary>What a copy that follows has now.</summary>
    private double Live(Copy copy)
    {
        Copy source = SourceOf(copy);
        Route route = copy.Follower!.Route;
        double has = copy.Follower.ReceivedAt(source == Primary ? Now : Now - (source.Follower?.Route.Latency ?? TimeSpan.Zero));
        if (Runs && (_sync.Awaited.Contains(copy) || copy.Follower.InStep.IsTrue)) has = Math.Max(has, Log.At(Instant.Earlier(Now, Now + _sync.Lead - route.Latency)));
        if (source != Primary) has = Math.Min(has, PositionOf(source));
        return Math.Min(Math.Max(has, copy.Confirmed), Log.At(Now));
    }

    /// <summary>Before anything changes: what commits have waited for is settled, whatever becomes of links and copies now.</summary>
    private void Freeze()
    {
        if (!Runs) return;
        foreach (Copy copy in Following())
            if (copy.IsUp && copy.HasData && SourceOf(copy) == Primary) copy.Confirmed = Math.Max(copy.Confirmed, Live(copy));
    }

    private void Follow(Copy copy, double? start)
    {
        GiveUpFollowing(copy);
        copy.Following = _world.Forever.Child();
        copy.Timeline = _forks.Count - 1;
        copy.Confirmed = double.NegativeInfinity;
        copy.Follower = new Follower(_world, new FollowerName(Name, Number, copy.Name), Log, _world.Network.Between(SourceOf(copy).Zone, copy.Zone), PaceOf(copy.Role!), start, before: copy.Former);
        if (Database.LogKept != LogKept.Unlimited) copy.Following.Start(RebuildOnceLogIsGone(copy));
    }

    private static void GiveUpFollowing(Copy copy)
    {
        copy.Following?.End();
        copy.Following = null;
        copy.Follower?.Stop();
        copy.Former = copy.Follower ?? copy.Former;
        copy.Follower = null;
    }

    /// <summary>Copies that run but follow nobody take up the log of the copy that takes writes, if they can reach it.</summary>
    private void Rejoin()
    {
        if (!Runs) return;
        foreach (Copy copy in _copies)
        {
            if (copy == Primary || copy.Follower is not null || !copy.IsUp || copy == _rival?.Copy || !CanReach(SourceOf(copy), copy)) continue;
            if (copy.HasData && Database.Failover is { } failover) _ledger.Settle(copy, failover.StrandedWrites);
            double shared = _forks.Skip(copy.Timeline + 1).DefaultIfEmpty(double.PositiveInfinity).Min();
            bool isAhead = copy.HasData && copy.Held > shared;
            double? start = copy.HasData && !isAhead ? copy.Held : Math.Min(shared, Log.At(Now));
            bool mustBeMade = !copy.HasData;
            Follow(copy, start);
            if (isAhead || mustBeMade) copy.Following!.Start(Rebuild(copy, isAhead ? "it has writes that the new primary lacks" : "its data is gone", mustBeMade));
        }
    }

    private bool CanReach(Copy from, Copy to) => _world.Network.Between(from.Zone, to.Zone).Up.IsTrue && _world.Network.Between(to.Zone, from.Zone).Up.IsTrue;

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
        copy.Timeline = _forks.Count - 1;
        _gaveUp = false;
        Touch();
    }

    private void Cascade(Copy upstream, Action<Follower> tell)
    {
        foreach (Copy below in Following().Where(copy => SourceOf(copy) == upstream)) tell(below.Follower!);
    }

    private void WatchRoutes(Copy from)
    {
        foreach (Copy to in _copies)
            if (to != from && _watched.Add(_world.Network.Between(from.Zone, to.Zone))) _world.Network.Between(from.Zone, to.Zone).Watch(Touch);
        foreach (Placement observer in Database.Failover?.Observers?.Zones ?? [])
        {
            Zone zone = new(observer.Region, observer.Zone);
            if (_watched.Add(_world.Network.Between(zone, from.Zone))) _world.Network.Between(zone, from.Zone).Watch(Touch);
        }
    }

    private FollowerPace PaceOf(Standby role) => new()
    {
        ApplyRate = role.Apply?.BytesPerSecond ?? double.PositiveInfinity,
        ApplyDelay = role.ApplyDelay,
        LogKept = Database.LogKept.Bytes?.Bytes ?? double.PositiveInfinity,
        LogKeptFor = Database.LogKept.For ?? TimeSpan.MaxValue,
    };
}
