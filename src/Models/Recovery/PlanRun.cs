using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Models.Recovery;

/// <summary>One plan at work on one incident: its opening steps, then batch after batch, then its closing steps.</summary>
public sealed class PlanRun
{
    private readonly PlanRun? _replaced;
    private readonly List<Condition> _ended = [];
    private bool _isReplaced;
    private int _batches;

    /// <summary>Takes the plan out of the drawer; it begins when it is ready.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="incident">What it is for.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="replaced">The plan that it takes over from; null if none.</param>
    public PlanRun(World world, Incident incident, Named<RecoveryPlan> plan, PlanRun? replaced)
    {
        World = world;
        Incident = incident;
        Name = plan.Name;
        Plan = plan.Value;
        _replaced = replaced;
    }

    /// <summary>The trial's world.</summary>
    public World World { get; }

    /// <summary>What the plan is for.</summary>
    public Incident Incident { get; }

    /// <summary>The plan's name.</summary>
    public string Name { get; }

    /// <summary>The plan.</summary>
    public RecoveryPlan Plan { get; }

    /// <summary>From the moment it is ready until all its batches are done.</summary>
    public async Process Run()
    {
        await World.Forever.Wait(Plan.ReadyAfter, World.Streams.Get(Name, "ready after"));
        World.Journal.Write(new PlanReady(World.Now, Name, _replaced?.Name));
        if (_replaced is not null) _replaced._isReplaced = true;

        await OfIncident(opening: true);
        await TakeBatches();
        foreach (Condition ended in _ended) await World.Forever.Until(ended);
        await OfIncident(opening: false);
    }

    private async Process OfIncident(bool opening)
    {
        List<Named<Step>> steps = [.. Plan.Steps.Where(step => step.Value.Per == Level.Incident && RecoveryPlan.Opens(Plan.Steps, step.Name) == opening)];
        if (steps.Count == 0 || (!opening && _batches == 0)) return;
        BatchRun work = new(this, 0, [], steps);
        work.Begin();
        await World.Forever.Until(work.Done);
    }

    private async Process TakeBatches()
    {
        Crew places = new(World.Simulation, $"{Name} batches", Plan.Batches.AtOnce);
        List<Named<Step>> steps = [.. Plan.Steps.Where(step => step.Value.Per != Level.Incident)];
        while (Incident.Waiting.Count > 0 && !_isReplaced)
        {
            Hands place = await World.Forever.Use(places);
            if (_isReplaced || Incident.Waiting.Count == 0) break;
            BatchRun batch = new(this, ++_batches, TakeVictims(), steps);
            _ended.Add(batch.Done);
            World.Forever.Start(RunBatch(batch, place));
        }
    }

    private List<Victim> TakeVictims()
    {
        Plan.Batches.Sort(Incident.Waiting);
        int count = Math.Min(Plan.Batches.Size, Incident.Waiting.Count);
        List<Victim> taken = Incident.Waiting.GetRange(0, count);
        Incident.Waiting.RemoveRange(0, count);
        return taken;
    }

    private async Process RunBatch(BatchRun batch, Hands place)
    {
        Instant began = World.Now;
        World.Journal.Write(new BatchBegan(began, Name, batch.Number, batch.Victims.Count));
        batch.Begin();
        await World.Forever.Until(batch.Opened);
        World.Journal.Write(new BatchEnded(World.Now, Name, batch.Number, began));
        place.Dispose();
    }
}
