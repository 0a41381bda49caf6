using Simulator.Kernel;
using Simulator.Models.Places;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups.Moving;

/// <summary>
/// The way of a log's pieces: a log in step at its mean rate, whose pieces arrive as planned. While its way is down, or carries less than its fair share,
/// pieces queue up, and move one behind the other as soon as the way carries them again. It says that it uses its way until it is in step again.
/// </summary>
internal sealed class LogLeg : Leg
{
    private static readonly TimeSpan s_look = TimeSpan.FromHours(1);

    private readonly Condition _behind = new();
    private readonly Dictionary<long, Instant> _arrived = [];
    private readonly List<(long Index, Trip Trip, double Until)> _batch = [];
    private Carried? _carried;
    private Flow? _passed;
    private long _oldest;

    /// <summary>A leg; see <see cref="Leg"/>.</summary>
    public LogLeg(LayerRun layer, StoreRun store, Func<Zone> from, Func<long, Trip?> trip, double pace)
        : base(layer, store, from, trip, pace) => World.Forever.Start(Watch());

    protected override Instant? InTransfer(long index, Trip trip)
    {
        if (_arrived.TryGetValue(index, out Instant arrived)) return arrived;
        if (!_behind.IsTrue || index < _oldest) return null;
        int place = _batch.FindIndex(piece => piece.Index == index);
        if (place >= 0 && _passed?.MomentOf(_batch[place].Until) is { } passed && passed <= World.Now) return Instant.Later(trip.Arrives, passed);
        return NotYet(trip);
    }

    protected override void Changed()
    {
        if (_behind.IsTrue) return;
        if (_carried is null && KeepsUp()) Join();
        else if (!Route.Up.IsTrue || Store.Strain.IsOn || _carried is null) FallBehind();
    }

    protected override void Leave()
    {
        if (_carried is { } carried) Route.Lane?.Leave(carried);
        _carried = null;
    }

    protected override void Restart() => World.Forever.Start(Watch());

    private bool KeepsUp() => Route.Up.IsTrue && !Store.Strain.IsOn && Route.Lane?.Fits(NewCarried(), moves: _behind.IsTrue) != false;

    private Carried NewCarried() => new(Layer.Protection.Log, FallBehind, Layer.Layer.Schedule.Compression.Fraction);

    private void Join()
    {
        _carried = NewCarried();
        Route.Lane?.Join(_carried);
    }

    private void FallBehind()
    {
        if (_behind.IsTrue) return;
        Leave();
        _oldest = UnderWay() is [var first, ..] ? first : NextCut() ?? long.MaxValue;
        _behind.Set(true);
        Idle.Set(false);
        Layer.Protection.Forget();
    }

    private async Process Watch()
    {
        Lifetime life = Life;
        while (true)
        {
            await life.Until(_behind);
            using IDisposable use = Route.Use(isPlanned: true);
            for (long? next = _oldest; _behind.IsTrue;)
            {
                next = Collect(next);
                if (_batch.Count > 0) await Ship(life);
                else if (KeepsUp())
                {
                    _behind.Set(false);
                    Idle.Set(true);
                    Layer.Protection.Forget();
                    Join();
                }
                else await life.Wait(UntilNext(next));
            }
        }
    }

    /// <summary>Takes all pieces that could move by now into one batch; tells the first that could not.</summary>
    private long? Collect(long? next)
    {
        _batch.Clear();
        for (double bytes = 0; next is { } index && Layer.Cuts.At(index) <= World.Now; next = Layer.Cuts.After(index))
        {
            if (_arrived.ContainsKey(index) || TripOf(index) is not { } trip) continue;
            if (trip.Begins > World.Now) break;
            _batch.Add((index, trip, bytes += trip.Bytes));
        }
        return next;
    }

    private async Process Ship(Lifetime life)
    {
        try
        {
            await Move(life, _batch[^1].Until, double.PositiveInfinity, passed => _passed = passed);
            foreach ((long index, Trip trip, double until) in _batch) _arrived.Add(index, Instant.Later(trip.Arrives, _passed?.MomentOf(until) ?? World.Now));
        }
        finally
        {
            _batch.Clear();
            _passed = null;
            Layer.Protection.Forget();
        }
    }

    private TimeSpan UntilNext(long? next)
    {
        Instant begins = next is { } index ? Instant.Later(Layer.Cuts.At(index), TripOf(index)?.Begins ?? World.Now) : Instant.Never;
        TimeSpan wait = begins.IsNever ? s_look : begins - World.Now;
        // What size decides may come sooner than it seemed, and a way may carry it again before the next piece is there.
        return wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait < s_look ? wait : s_look;
    }
}
