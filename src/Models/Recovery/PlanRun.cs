using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Models.Recovery;

/// <summary>One plan at work on one incident: its opening steps, then batch after batch, then its closing steps.</summary>
public sealed class PlanRun
{
    private readonly PlanRun? _replaced;
    private readonly Named<RecoveryPlan> _plan;
    private readonly List<Condition> _ended = [];
    private readonly List<Lot> _taken = [];
    private bool _isReplaced;
    private int _batches;
    private PlanReady? _ready;
    private Fact? _opened;

    /// <summary>Takes the plan out of the drawer; it begins when it is ready.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="incident">What it is for.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="replaced">The plan that it takes over from; null if none.</param>
    public PlanRun(World world, Incident incident, Named<RecoveryPlan> plan, PlanRun? replaced)
    {
        World = world;
        Incident = incident;
        _plan = plan;
        _replaced = replaced;
        Life = world.Forever.Child();
    }

    /// <summary>The trial's world.</summary>
    public World World { get; }

    /// <summary>What the plan is for.</summary>
    public Incident Incident { get; }

    /// <summary>The plan's name.</summary>
    public string Name => _plan.Name;

    /// <summary>The plan.</summary>
    public RecoveryPlan Plan => _plan.Value;

    /// <summary>As long as it is worked on: until it is done, given up, or the run ends.</summary>
    public Lifetime Life { get; }

    /// <summary>When it was taken out of the drawer: when the fault was noticed, or the plan before it given up.</summary>
    public Instant Noticed { get; private set; }

    /// <summary>Whether there was nothing to bring something back from: once the plan is through that is left to the next one.</summary>
    public bool FoundNothing { get; set; }

    /// <summary>Whether there is another plan that what it does not bring back is left to.</summary>
    public bool HasNext => Incident.HasPlanBeside(Name);

    /// <summary>Its becoming ready.</summary>
    /// <exception cref="InvalidOperationException">It is not ready yet.</exception>
    public PlanReady Ready => _ready ?? throw new InvalidOperationException($"{Name} is worked on before it is ready");

    /// <summary>Begins it, as soon as it is ready.</summary>
    public void Begin()
    {
        Noticed = World.Now;
        Life.Start(Run());
        if (!Plan.GivesUpAfter.IsNever) World.Forever.Start(GiveUp());
    }

    /// <summary>From the moment it is ready until all its batches are done.</summary>
    private async Process Run()
    {
        await Life.Wait(Plan.ReadyAfter, World.Streams.Get(Name, "ready after"));
        _ready = new PlanReady(World.Now, Name, _replaced?.Name) { Fault = Incident.Fault, Occurrence = Incident.Number, Taken = Noticed };
        _opened = _ready;
        World.Journal.Write(_ready);
        if (_replaced is not null) _replaced._isReplaced = true;

        await OfIncident(opening: true);
        await TakeBatches();
        foreach (Condition ended in _ended) await Life.Until(ended);
        await OfIncident(opening: false);
        Life.End();
        if (FoundNothing) Incident.GiveUp(_plan, _taken);
    }

    /// <summary>What takes too long is broken off, and what is not back by then is left to the next plan.</summary>
    private async Process GiveUp()
    {
        if (await World.Forever.Until(Life.Ended, Plan.GivesUpAfter.Quantile(World.Streams.Get(Name, "gives up after").NextUniform()))) return;
        World.Journal.Write(new PlanGivenUp(World.Now, Name) { Fault = Incident.Fault, Occurrence = Incident.Number });
        Life.End();
        Incident.GiveUp(_plan, _taken);
    }

    private async Process OfIncident(bool opening)
    {
        List<Named<Step>> steps = [.. Plan.Steps.Where(step => step.Value.Per == Level.Incident && RecoveryPlan.Opens(Plan.Steps, step.Name) == opening)];
        if (steps.Count == 0 || (!opening && _batches == 0 && Incident.Fleet is not null)) return;
        BatchRun work = new(this, 0, Lot.Nothing, steps);
        work.Begin(_opened!);
        await Life.Until(work.Done);
        _opened = work.Last;
    }

    private async Process TakeBatches()
    {
        Crew places = new(World.Simulation, $"{Name} batches", Plan.Batches.AtOnce);
        List<Named<Step>> steps = [.. Plan.Steps.Where(step => step.Value.Per != Level.Incident)];
        while (Incident.HasWaiting && !_isReplaced)
        {
            Hands place = await Life.Use(places);
            if (_isReplaced || !Incident.HasWaiting) break;
            Lot lot = Incident.Take(Plan);
            _taken.Add(lot);
            BatchRun batch = new(this, ++_batches, lot, steps);
            _ended.Add(batch.Done);
            Life.Start(RunBatch(batch, lot.Whole, place));
        }
    }

    private async Process RunBatch(BatchRun batch, int size, Hands place)
    {
        Instant began = World.Now;
        BatchBegan fact = new(began, Name, batch.Number, size) { OfDatabases = Incident.Fleet is null, Under = Ready, After = _opened };
        World.Journal.Write(fact);
        batch.Begin(fact);
        await Life.Until(batch.Opened);
        World.Journal.Write(new BatchEnded(World.Now, Name, batch.Number, began) { Under = Ready });
        place.Dispose();
    }
}
