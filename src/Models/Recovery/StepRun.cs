using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Recovery.Steps;
using Simulator.Models.Tenants;

namespace Simulator.Models.Recovery;

/// <summary>One step being done for one unit: it waits for hands, works, and says that it is done.</summary>
/// <param name="batch">The batch it is part of.</param>
/// <param name="index">The step's number within the batch.</param>
/// <param name="step">The step.</param>
/// <param name="unit">What it is done for.</param>
/// <param name="after">What lets it begin, now.</param>
public sealed partial class StepRun(BatchRun batch, int index, Named<Step> step, Unit unit, Fact after)
{
    private RandomStream? _luck;

    /// <summary>The batch it is part of.</summary>
    public BatchRun Batch => batch;

    /// <summary>What it is done for.</summary>
    public Unit Unit => unit;

    /// <summary>The plan it is done under.</summary>
    public PlanRun Plan => batch.Plan;

    /// <summary>The trial's world.</summary>
    public World World => batch.Plan.World;

    /// <summary>Whose tenants they are.</summary>
    public Fleet Fleet => batch.Plan.Incident.Fleet ?? throw new InvalidOperationException($"{Plan.Name} {step.Name} works on tenants, and none were deleted");

    /// <summary>What the data is kept in that it is about: the step is done for a database of deleted tenants, or for a part of one.</summary>
    public Product Product => unit.Shared?.Product ?? throw new InvalidOperationException($"{Plan.Name} {step.Name} works on what deleted tenants keep in one place, and is done for none");

    /// <summary>The database that it is done for, or in.</summary>
    public Databases.Run.DatabaseRun Database => unit.Shared!.Whole ?? World.Database(Product.In, unit.Shared.Database);

    /// <summary>Names of the backups, or of the standbys that are kept behind, that the plan restores from; null for all backups.</summary>
    public IReadOnlyList<string>? From => Plan.Plan.From.Count > 0 ? Plan.Plan.From : null;

    /// <summary>Through here everything is waited for.</summary>
    public Lifetime Life => Plan.Life;

    /// <summary>When everything it needs was done.</summary>
    public Instant Asked { get; } = batch.Plan.World.Now;

    /// <summary>When it had its hands.</summary>
    public Instant Began { get; private set; }

    /// <summary>The step's own luck for this unit: it does not depend on what happens elsewhere, or in which order.</summary>
    public RandomStream Luck => _luck ??= World.Streams.Get(Plan.Name, step.Name).For(LuckOf(unit));

    /// <summary>From everything needed to done.</summary>
    public async Process Run()
    {
        if (unit.Victim is { IsLost: true } || unit.Shared?.Whole is { IsDead: true })
        {
            batch.Finish(index, unit.Index, after);
            return;
        }
        try
        {
            if (step.Value.Crew.Hands > 0) await TakeHands();
            Began = World.Now;
            if (step.Value.Calls is { Calls: > 0 } need)
            {
                await Life.WaitUntil(World.Limit(need.Limit).Take(World.Now, need.Calls));
                Spend(TimeUse.WaitingForCapacity);
            }
            await step.Value.Do(this);
        }
        finally
        {
            LayDown();
        }
        if (step.Value.Begins == step.Value.Finishes || unit.Shared?.Whole is not null) Finish(unit.Index, NameOfUnit());
    }

    /// <summary>Says that the step is done for a unit; whatever needed it may begin.</summary>
    /// <param name="done">The unit's number at the level that the step finishes.</param>
    /// <param name="name">What it was done for.</param>
    public void Finish(int done, UnitName name)
    {
        Spend();
        StepDone fact = new(World.Now, Plan.Name, step.Name, batch.Number, name, Asked, Began, _moved)
            { Spent = _sheet.Close(World.Now), Opens = step.Value.Opens, Under = Plan.Ready, After = after };
        World.Journal.Write(fact);
        if (Plan.Incident.IsTold) Plan.Incident.Done($"{Plan.Name}.{step.Name}", VictimsOf(done));
        batch.Finish(index, done, fact);
    }

    private IEnumerable<Victim> VictimsOf(int done) => unit switch
    {
        { Victim: { } victim } => [victim],
        { Shared: { } } when step.Value.Finishes > step.Value.Begins => [batch.Victims[done]],
        { Shared: { } shared } => shared.Victims.Select(pair => pair.Victim),
        { Level: Level.Batch } => batch.Victims,
        _ => Plan.Incident.Victims,
    };

    /// <summary>The step that a failed check sends back to.</summary>
    public Step? StepCalled(string name) => Plan.Plan.Steps.Where(other => other.Name == name).Select(other => other.Value).FirstOrDefault();

    /// <summary>Writes down that a check failed.</summary>
    public void Failed(string backTo) => World.Journal.Write(new StepFailed(World.Now, Plan.Name, step.Name, batch.Number, NameOfUnit(), backTo));

    private UnitName NameOfUnit() => unit switch
    {
        { Victim: { } victim } => new UnitName(victim.Product.PartName, victim.Tenant),
        { Shared: { } shared } => new UnitName(shared.Whole?.Name ?? (shared.Product is { Index: > 0 } product ? product.In : "database"), shared.Database),
        { Level: Level.Batch } => new UnitName("batch", batch.Number),
        _ => new UnitName("incident", null),
    };

    private ulong LuckOf(Unit of) => of switch
    {
        { Victim: { } victim } => victim.Luck,
        { Shared: { } shared } => (uint)shared.Database | (ulong)(uint)(shared.Product?.Index ?? 0) << 40,
        _ => (ulong)batch.Number,
    };
}
