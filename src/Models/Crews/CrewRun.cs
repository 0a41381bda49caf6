using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Crews;

/// <summary>A crew in one trial: how many of it are there, hour by hour, and when the next ones come.</summary>
public sealed class CrewRun
{
    private readonly World _world;
    private readonly Roster? _roster;
    private readonly List<int> _called = [];
    private int _size;
    private bool _isChanging;

    /// <summary>A crew that nobody needs yet.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="plan">The crew.</param>
    public CrewRun(World world, Named<CrewPlan> plan)
    {
        (_world, Plan, _size) = (world, plan.Value, plan.Value.Size);
        if (Plan.Shifts.Count > 0) _roster = new Roster(Plan.Shifts);
        // It may be asked for all the hands that it will ever have; whoever asks for more than there are now waits.
        Hands = new Crew(world.Simulation, plan.Name, Plan.Largest, Plan.Order == ServiceOrder.FirstCome && _roster is null ? CrewOrder.FirstCome : CrewOrder.ByRank);
        ShiftCame = _roster is null ? Instant.Start : Instant.Start - _roster.SinceChange(world.Clock);
        ShiftGoes = UntilChange();
        Count();
    }

    /// <summary>The crew.</summary>
    public CrewPlan Plan { get; }

    /// <summary>Its hands.</summary>
    public Crew Hands { get; }

    /// <summary>When those who are there came.</summary>
    public Instant ShiftCame { get; private set; }

    /// <summary>When those who are there go; never, where nobody comes and goes.</summary>
    public Instant ShiftGoes { get; private set; }

    /// <summary>Begins to change with time.</summary>
    public void Begin()
    {
        if (Plan.Grows.Count > 0) _world.Forever.Start(Grow());
        if (_roster is not null) _world.Forever.Start(Change());
    }

    /// <summary>An incident that it works on was noticed: from now on more and more are called.</summary>
    public void Escalate()
    {
        if (Plan.Escalates.Count > 0) _world.Forever.Start(Call());
    }

    /// <summary>How long a task takes that is begun now.</summary>
    /// <param name="task">How long it takes those who are rested.</param>
    public TimeSpan Slowed(TimeSpan task) => Plan.Fatigue?.Slowed(task, _world.Now - ShiftCame) ?? task;

    private async Process Grow()
    {
        foreach ((TimeSpan after, int size) in Plan.Grows)
        {
            await _world.Forever.WaitUntil(Instant.After(after));
            _size = size;
            Count();
        }
    }

    private async Process Call()
    {
        Instant noticed = _world.Now;
        int call = _called.Count;
        _called.Add(0);
        foreach ((TimeSpan after, int size) in Plan.Escalates)
        {
            await _world.Forever.WaitUntil(noticed + after);
            _called[call] = size;
            Count();
        }
    }

    /// <summary>Shift after shift. While they change nobody takes anything up: what those who go lay down comes first for those who come.</summary>
    private async Process Change()
    {
        while (!ShiftGoes.IsNever)
        {
            await _world.Forever.WaitUntil(ShiftGoes);
            _isChanging = true;
            Count();
            (ShiftCame, ShiftGoes) = (_world.Now, UntilChange());
            await _world.Forever.Wait(TimeSpan.Zero);
            _isChanging = false;
            Count();
        }
    }

    private Instant UntilChange() => _roster is null ? Instant.Never : _world.Now + _roster.UntilChange(_world.Clock + _world.Now.SinceStart);

    private void Count()
    {
        int there = _roster is null ? _size : _roster.IsThere(_world.Clock + _world.Now.SinceStart) ? _size : Plan.OnCall;
        Hands.Resize(_isChanging ? 0 : Math.Max(there, _called.Count == 0 ? 0 : _called.Max()));
    }
}
