using Simulator.Kernel;
using Simulator.Models.Backups.Moving;
using Simulator.Models.Places;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <content>How its points get where they are kept.</content>
public sealed partial class LayerRun
{
    private Leg? _leg;
    private Leg? _second;

    /// <summary>Lays the ways of its points, over whatever may hold them up: links that are narrow or cut, stores that take only so much.</summary>
    internal void LayWays()
    {
        if (!World.Scenario.MayCutWays && World.Scenario.Links.All(link => link.Value.Bandwidth is null) && World.Scenario.Stores.All(store => store.Value.Write is null)) return;
        _leg = NewLeg(Store, () => CopiedFrom is { } source ? source.Store.Store.Place : Protection.PlaceOf(ReadFrom), TripOf, Pace(), Takes.For(Layer.Schedule.Compression.Fraction * Protection.DataBytes));
        if (_leg is CopyLeg copies && Upstream is { } upstream) copies.After = [.. upstream.Legs()];
        if (Store.Store.Replica is not { } replica) return;
        _second = NewLeg(World.Store(replica.Store), () => Store.Store.Place, index => Made(index) is { } made ? new Trip(made.Arrives, SecondTakes(made), BytesOf(made)) : null, double.PositiveInfinity, replica.After.Quantile(0.5));
        if (_second is CopyLeg second) second.After = [.. Legs().Where(leg => leg != _second)];
    }

    /// <summary>Its points come from somewhere else, or from another log, from now on.</summary>
    internal void Moved()
    {
        if (CopiedFrom is null) _leg?.Moved();
        if (IsMeanLog) _second?.Moved();
    }

    /// <summary>More or less of the log is written from now on.</summary>
    internal void LoadChanged()
    {
        if (!IsMeanLog) return;
        _leg?.LoadChanged();
        _second?.LoadChanged();
    }

    /// <summary>What it is made from is lost: what is under way never arrives.</summary>
    internal void BreakOff() => _leg?.BreakOff();

    /// <summary>Whether a point of it is moved in a transfer, of which nobody knows the end.</summary>
    internal bool IsMoving => _leg?.Idle.IsTrue == false || _second?.Idle.IsTrue == false;

    private World World => Protection.World;

    /// <summary>Whether its pieces are the log and nothing else: at its mean rate it is in step with it.</summary>
    private bool IsMeanLog => IsLog && Layer is not LogShipping { Padded: true } && CopiedFrom is not { Layer: LogShipping { Padded: true } };

    private Leg NewLeg(StoreRun store, Func<Zone> from, Func<long, Trip?> trip, double pace, TimeSpan takes) =>
        IsMeanLog ? new LogLeg(this, store, from, trip, Protection.Log.PeakWanted * Layer.Schedule.Compression.Fraction) : new CopyLeg(this, store, from, trip, pace, AtOnce(takes));

    private IEnumerable<Leg> Legs() => new[] { Upstream?._leg, _leg, _second }.OfType<Leg>();

    /// <summary>The most that its points want at once, bytes a second; infinite where nothing is said of it.</summary>
    private double Pace()
    {
        Schedule schedule = Layer.Schedule;
        if (Layer is Copy && Upstream is { Layer.NeedsBase: true }) return double.PositiveInfinity;
        if (Takes is { Rate: null, Time.Ticks: 0 }) return double.PositiveInfinity;
        double most = schedule.Compression.Fraction * Protection.DataBytes;
        TimeSpan takes = Takes.For(most);
        return AtOnce(takes) * (Takes.Rate?.BytesPerSecond ?? most / takes.TotalSeconds);
    }

    /// <summary>How many of its points are under way at once where each takes so long.</summary>
    private int AtOnce(TimeSpan takes) => Layer.Every == TimeSpan.MaxValue || takes <= Layer.Every ? 1 : (int)Math.Min(1000, Math.Ceiling(takes / Layer.Every));

    /// <summary>How a point is meant to get into the store; null where it is never made.</summary>
    private Trip? TripOf(long index) => Cuts.At(index) is { IsNever: false } cut && Start(index, cut) is var (_, begins) ? TripFrom(index, cut, begins) : null;

    private Trip TripFrom(long index, Instant cut, Instant begins)
    {
        Schedule schedule = Layer.Schedule;
        // Its size costs something to find out, and matters only where it moves by size.
        double bytes = _leg is null && Takes.Rate is null ? 0 : BytesOf(index, cut);
        return new Trip(begins, Takes.For(bytes), bytes);
    }

    private TimeSpan SecondTakes(Point point) => Store.Store.Replica!.After.Quantile(Protection.Luck(this, "second copy", point.Index));
}
