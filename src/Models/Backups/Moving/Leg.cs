using Simulator.Kernel;
using Simulator.Models.Places;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups.Moving;

/// <summary>
/// The way of a layer's points into a store, over whatever link lies between. As long as the link and the store have room for all that is planned to
/// cross them, and nothing else comes, points arrive as planned, and nothing happens; while they are strained (<see cref="Strain"/>) each point is a
/// transfer, that feels the others and is felt by them. Points from before the run had what its logs leave of the link.
/// </summary>
internal abstract class Leg
{
    private readonly Func<Zone> _from;
    private readonly HashSet<Lane> _planned = [];
    private readonly Func<long, Trip?> _trip;
    private readonly double _pace;
    private double _quiet = double.NaN;

    /// <summary>A leg.</summary>
    /// <param name="layer">Whose points.</param>
    /// <param name="store">The store that they go to.</param>
    /// <param name="from">Where they come from now.</param>
    /// <param name="trip">How a point is meant to get there; null where it was never made.</param>
    /// <param name="pace">The most that all of them want at once, bytes a second.</param>
    protected Leg(LayerRun layer, StoreRun store, Func<Zone> from, Func<long, Trip?> trip, double pace)
    {
        (Layer, Store, _from, _trip, _pace) = (layer, store, from, trip, pace);
        Life = World.Forever.Child();
        if (Store.Writing is not null) Store.Plan(pace);
        Store.Strain.Watch(Changed);
        World.Stores.Watch(StoresChanged);
        Moved();
    }

    /// <summary>Whether nothing of it moves in a transfer now.</summary>
    public Condition Idle { get; } = new(initially: true);

    protected LayerRun Layer { get; }

    protected StoreRun Store { get; }

    protected World World => Layer.Protection.World;

    /// <summary>Lasts until what it is made from, or its store, is lost.</summary>
    protected Lifetime Life { get; private set; }

    /// <summary>The way that its points take; one that nothing can happen to where they need none.</summary>
    protected Route Route { get; private set; } = null!;

    /// <summary>When a point arrives, as far as can be said now.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="trip">How it is meant to.</param>
    public Instant ArrivalOf(long index, Trip trip)
    {
        if (InTransfer(index, trip) is { } known) return known;
        if (trip.Begins >= Instant.Start) return trip.Arrives;
        if (double.IsNaN(_quiet)) _quiet = Math.Min(Route.Lane?.LeftByLogs ?? double.PositiveInfinity, Store.Store.Write?.BytesPerSecond ?? double.PositiveInfinity);
        return double.IsInfinity(_quiet) ? trip.Arrives : Instant.Later(trip.Arrives, trip.Begins + Transfers.Time(trip.Bytes, new Quantities.DataRate(_quiet)));
    }

    /// <summary>Its points come from somewhere else, or from another log, from now on.</summary>
    public void Moved()
    {
        Zone from = _from();
        // Where no link leads they take the provider's own network, which nothing holds up.
        Route route = World.Network.Between(Network.CanReach(World.Scenario.Links, from, Store.Store.Place) ? from : Store.Store.Place, Store.Store.Place);
        if (route.Lane is { } lane && _planned.Add(lane))
        {
            lane.Plan(_pace);
            lane.Strain.Watch(Changed);
        }
        Leave();
        if (route != Route)
        {
            Route?.Unwatch(Changed);
            route.Watch(Changed);
            Route = route;
        }
        Changed();
    }

    /// <summary>More or less crosses it in step.</summary>
    public void LoadChanged() => Route.Lane?.LoadChanged();

    /// <summary>What they are made from, or where they go to, is lost: what is under way never arrives.</summary>
    public void BreakOff()
    {
        Life.End();
        Life = World.Forever.Child();
        Restart();
    }

    /// <summary>What is known of a point that moves in a transfer, or has; null where it goes as planned.</summary>
    protected abstract Instant? InTransfer(long index, Trip trip);

    /// <summary>What it crosses may have become strained, or ceased to be.</summary>
    protected abstract void Changed();

    /// <summary>It no longer takes its present way.</summary>
    protected abstract void Leave();

    /// <summary>It goes on after it was broken off.</summary>
    protected abstract void Restart();

    protected Trip? TripOf(long index) => _trip(index);

    /// <summary>Whether what it crosses is strained, or carries nothing at all.</summary>
    protected bool IsStrained => Store.Strain.IsOn || Route.Lane?.Strain.IsOn == true || !Route.Up.IsTrue;

    /// <summary>Not yet: what moves arrives later than now, and not before it was planned to.</summary>
    protected Instant NotYet(Trip trip) => Instant.Later(trip.Arrives, World.Now + new TimeSpan(1));

    /// <summary>The points that have been cut and have not arrived, oldest first.</summary>
    protected List<long> UnderWay()
    {
        List<long> found = [];
        int looked = 0;
        for (long? index = Layer.Cuts.Newest(World.Now); index is { } number && looked++ < 1000; index = Layer.Cuts.Before(number))
        {
            if (TripOf(number) is not { } trip) continue;
            if (ArrivalOf(number, trip) <= World.Now) break;
            found.Add(number);
        }
        found.Reverse();
        return found;
    }

    /// <summary>The first that is cut after now.</summary>
    protected long? NextCut() => Layer.Cuts.Newest(World.Now) is { } newest ? Layer.Cuts.After(newest) : 0;

    protected Process Move(Lifetime life, double bytes, double cap, Action<Flow>? begun = null) =>
        Route.Move(life, bytes, cap, Store.Writing is { } writing ? [writing] : null, isPlanned: true, begun);

    private void StoresChanged()
    {
        if (Store.ClosedAt == World.Now || Layer.CopiedFrom?.Store.DestroyedAt == World.Now) BreakOff();
    }
}
