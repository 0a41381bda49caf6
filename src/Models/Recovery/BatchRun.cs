using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Models.Recovery;

/// <summary>
/// One batch on its way through a graph of steps. A step begins for a unit when everything it needs is done for that unit: for its own whole where
/// the need is coarser, for all its parts where it is finer.
/// </summary>
public sealed class BatchRun
{
    private readonly IReadOnlyList<Named<Step>> _steps;
    private readonly int[][] _pending;
    private readonly List<int>[] _dependents;
    private Fact _after;
    private int _unopened;
    private int _undone;

    /// <summary>Lays out a batch; nothing begins yet.</summary>
    /// <param name="plan">The plan it is done under.</param>
    /// <param name="number">Number within the plan, from 1; 0 for the steps of the whole incident.</param>
    /// <param name="lot">What it brings back.</param>
    /// <param name="steps">The steps, sorted by their needs. Needs outside this list are done already.</param>
    public BatchRun(PlanRun plan, int number, Lot lot, IReadOnlyList<Named<Step>> steps)
    {
        Plan = plan;
        Number = number;
        Victims = lot.Victims;
        _steps = steps;
        _after = plan.Ready;
        Databases = lot.Databases;
        Shared[] sharedOf = new Shared[Victims.Count];
        foreach (Shared shared in Databases)
            foreach ((int index, _) in shared.Victims) sharedOf[index] = shared;
        SharedOf = sharedOf;
        (_dependents, _pending) = Wire();
        _unopened = lot.Count;
        _undone = steps.Select((_, step) => UnitsOf(FinishOf(step))).Sum();
    }

    /// <summary>The plan it is done under.</summary>
    public PlanRun Plan { get; }

    /// <summary>Number within the plan, from 1; 0 for the steps of the whole incident.</summary>
    public int Number { get; }

    /// <summary>Its tenants.</summary>
    public IReadOnlyList<Victim> Victims { get; }

    /// <summary>The databases its tenants live in, in the order of the batch.</summary>
    public IReadOnlyList<Shared> Databases { get; }

    /// <summary>The database of each tenant, by the tenant's number within the batch.</summary>
    public IReadOnlyList<Shared> SharedOf { get; }

    /// <summary>Everyone is back, or known to be lost.</summary>
    public Condition Opened { get; } = new();

    /// <summary>Every step is done for every unit.</summary>
    public Condition Done { get; } = new();

    /// <summary>What was done last in it.</summary>
    public Fact Last => _after;

    /// <summary>Begins everything that needs nothing.</summary>
    /// <param name="after">What lets it begin, now.</param>
    public void Begin(Fact after)
    {
        _after = after;
        if (_undone == 0) Done.Set(true);
        for (int step = 0; step < _steps.Count; step++)
            for (int unit = 0; unit < _pending[step].Length; unit++)
                if (_pending[step][unit] == 0 && _steps[step].Value.Needs.All(need => IndexOf(need) < 0)) Start(step, unit, after);
    }

    /// <summary>A step is done for one of the units that it finishes; what waited for it may begin.</summary>
    /// <param name="step">The step's number.</param>
    /// <param name="unit">The unit's number at the step's finishing level.</param>
    /// <param name="done">What was done; where there is nothing left to do it for, what let it begin.</param>
    public void Finish(int step, int unit, Fact done)
    {
        if (done.At >= _after.At) _after = done;
        Level finished = FinishOf(step);
        foreach (int dependent in _dependents[step])
        {
            Level level = BeginOf(dependent);
            if (level <= finished) Count(dependent, Ancestor(finished, unit, level), done);
            else
                for (int part = 0; part < _pending[dependent].Length; part++)
                    if (Ancestor(level, part, finished) == unit) Count(dependent, part, done);
        }
        if (--_undone == 0) Done.Set(true);
    }

    /// <summary>One of them is back, or known to be lost.</summary>
    public void OpenedOne()
    {
        if (--_unopened == 0) Opened.Set(true);
    }

    private void Count(int step, int unit, Fact done)
    {
        if (--_pending[step][unit] == 0) Start(step, unit, done);
    }

    private void Start(int step, int unit, Fact after)
    {
        Named<Step> named = _steps[step];
        Level level = BeginOf(step);
        Shared? shared = level switch { Level.Database => Databases[unit], Level.Tenant => SharedOf[unit], _ => null };
        Victim? victim = level == Level.Tenant ? Victims[unit] : null;
        StepRun run = new(this, step, named, new Unit(level, unit, shared, victim), after);
        Plan.Life.Start(run.Run());
    }

    private (List<int>[] Dependents, int[][] Pending) Wire()
    {
        List<int>[] dependents = [.. _steps.Select(_ => new List<int>())];
        int[][] pending = [.. _steps.Select((_, step) => new int[UnitsOf(BeginOf(step))])];
        for (int step = 0; step < _steps.Count; step++)
            foreach (int need in _steps[step].Value.Needs.Select(IndexOf).Where(index => index >= 0))
            {
                dependents[need].Add(step);
                Level needed = FinishOf(need), begins = BeginOf(step);
                if (needed <= begins)
                    for (int unit = 0; unit < pending[step].Length; unit++) pending[step][unit]++;
                else
                    for (int part = 0; part < UnitsOf(needed); part++) pending[step][Ancestor(needed, part, begins)]++;
            }
        return (dependents, pending);
    }

    private Level BeginOf(int step) => Fitting(_steps[step].Value.Begins);

    private Level FinishOf(int step) => Fitting(_steps[step].Value.Finishes);

    /// <summary>Where whole databases are brought back, what is done per tenant is done per database.</summary>
    private Level Fitting(Level level) => Plan.Incident.Fleet is null && level > Level.Database ? Level.Database : level;

    private int IndexOf(string name)
    {
        for (int i = 0; i < _steps.Count; i++)
            if (_steps[i].Name == name) return i;
        return -1;
    }

    private int UnitsOf(Level level) => level switch { Level.Database => Databases.Count, Level.Tenant or Level.Table => Victims.Count, _ => 1 };

    /// <summary>The whole that a part belongs to.</summary>
    private int Ancestor(Level level, int unit, Level above) =>
        level == above ? unit : above switch { Level.Database => SharedOf[unit].Index, Level.Tenant => unit, _ => 0 };
}
