using Simulator.Kernel;
using Simulator.Models.Places;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups.Moving;

/// <summary>
/// The way of full copies and increments: while it is strained each of them is a transfer of its own, from the moment on at which it begins to move. A
/// point waits for those before it where more of them would be under way at once than is planned: nobody begins a backup while the one before it is late.
/// </summary>
internal sealed class CopyLeg : Leg
{
    private static readonly TimeSpan s_look = TimeSpan.FromHours(1);

    private readonly Condition _strained = new();
    private readonly Condition _calm = new(initially: true);
    private readonly HashSet<long> _launched = [];
    private readonly HashSet<long> _moving = [];
    private readonly Dictionary<long, Instant> _arrived = [];

    private readonly Crew _places;

    /// <summary>A leg; see <see cref="Leg"/>.</summary>
    /// <param name="layer">Whose points.</param>
    /// <param name="store">The store that they go to.</param>
    /// <param name="from">Where they come from now.</param>
    /// <param name="trip">How a point is meant to get there; null where it was never made.</param>
    /// <param name="pace">The most that all of them want at once, bytes a second.</param>
    /// <param name="atOnce">How many of them are planned to be under way at once.</param>
    public CopyLeg(LayerRun layer, StoreRun store, Func<Zone> from, Func<long, Trip?> trip, double pace, int atOnce)
        : base(layer, store, from, trip, pace)
    {
        _places = new Crew(World.Simulation, $"{layer.Name} on its way to {store.Name}", atOnce);
        World.Forever.Start(Watch());
    }

    /// <summary>The legs that its points have to arrive by before they can move on.</summary>
    public IReadOnlyList<Leg> After { get; set; } = [];

    protected override Instant? InTransfer(long index, Trip trip) => _arrived.TryGetValue(index, out Instant arrived) ? arrived : _moving.Contains(index) ? NotYet(trip) : null;

    protected override void Changed()
    {
        _strained.Set(IsStrained);
        _calm.Set(!IsStrained);
    }

    protected override void Leave()
    {
    }

    protected override void Restart()
    {
    }

    private async Process Watch()
    {
        Lifetime forever = World.Forever;
        while (true)
        {
            await forever.Until(_strained);
            foreach (long index in UnderWay()) Launch(index);
            for (long? next = NextCut(); _strained.IsTrue;)
            {
                Instant cut = next is { } number ? Layer.Cuts.At(number) : Instant.Never;
                if (cut <= World.Now)
                {
                    Launch(next!.Value);
                    next = Layer.Cuts.After(next.Value);
                }
                // What size decides may come sooner or later than it seemed.
                else await forever.Until(_calm, cut - World.Now < s_look || Layer.Cuts is Cutting.PeriodicCuts && !cut.IsNever ? cut - World.Now : s_look);
            }
        }
    }

    private void Launch(long index)
    {
        if (_launched.Add(index)) Life.Start(Carry(Life, index));
    }

    private async Process Carry(Lifetime life, long index)
    {
        try
        {
            await Beginning(life, index);
            if (TripOf(index) is not { Bytes: > 0 } trip) return;
            Instant planned = ArrivalOf(index, trip), now = World.Now;
            if (planned <= now && trip.Takes > TimeSpan.Zero || !_strained.IsTrue) return;
            double left = trip.Begins < now && planned > trip.Begins ? Math.Clamp((planned - now) / (planned - trip.Begins), 0, 1) : 1;
            _moving.Add(index);
            Tell();
            using Hands place = await life.Use(_places);
            await Move(life, trip.Bytes * left, trip.Pace);
            _arrived.Add(index, Instant.Later(World.Now, trip.Begins));
        }
        finally
        {
            _launched.Remove(index);
            if (_moving.Remove(index)) Tell();
        }
    }

    /// <summary>Waits until a point begins to move, or it shows that it never does.</summary>
    private async Process Beginning(Lifetime life, long index)
    {
        while (true)
        {
            if (TripOf(index) is not { } trip || trip.Begins <= World.Now) return;
            Leg? before = After.FirstOrDefault(leg => !leg.Idle.IsTrue);
            if (before is null) await life.WaitUntil(trip.Begins);
            else await life.Until(before.Idle, trip.Begins - World.Now > s_look ? trip.Begins - World.Now : s_look);
        }
    }

    private void Tell()
    {
        Idle.Set(_moving.Count == 0);
        Layer.Protection.Forget();
    }
}
