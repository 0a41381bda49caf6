using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Guards;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Recovery;

namespace Simulator.Models.Faults;

/// <summary>A fault that hits a place, a copy or what connects them, and may end by itself: it begins, somebody notices, it ends.</summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and when; failover controllers act on their own.</param>
/// <param name="Target">What it hits.</param>
/// <param name="Lasts">How long it lasts.</param>
public abstract record Disruption(Timing When, Noticing Noticed, Target Target, Delay Lasts) : Fault(When, Noticed)
{
    /// <summary>The kinds of things that it can hit.</summary>
    public abstract IReadOnlyList<Scope> CanHit { get; }

    /// <summary>Whether it can end by itself.</summary>
    public virtual bool CanEnd => true;

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => DisruptionKinds.Of(Target, scenario);

    /// <summary>Whether it ends when people have done what there is to do, plan or not.</summary>
    protected virtual bool IsEndedByPeople => false;

    /// <summary>What may stop it before it does any harm, and how often it is tried again: faults that operators make have guards.</summary>
    public Operation Operation { get; init; } = Operation.Unguarded;

    /// <inheritdoc/>
    public sealed override async Process Strike(Occurrence fault)
    {
        World world = fault.World;
        world.Journal.Write(new FaultBegan(world.Now, fault.Name, What(fault)) { Occurrence = fault.Number });
        for (int attempt = 0; Operation.StopperOf(fault, attempt, 1) is { } guard; attempt++)
        {
            if (attempt + 1 < Operation.Attempts)
            {
                await Operation.AwaitRetry(world.Forever, fault, attempt);
                continue;
            }
            fault.NoticedBy = guard.Name;
            fault.TellNoticed();
            fault.TellEnded($"{guard.Name} stops it before it starts");
            return;
        }
        world.Latest = fault;
        if (Noticed.Reports is { } reports) fault.Hearing = new Hearing(fault, reports);
        Action end = Begin(fault);
        if (Lasts.IsNever && !IsEndedByPeople) fault.IsSettled.Set(true);
        world.Forever.Start(Notice(fault));
        if (fault.IsPlannedFor || IsEndedByPeople) await world.Forever.Until(fault.Mended, Lasts.Quantile(fault.Luck("lasts").NextUniform()));
        else await world.Forever.Wait(Lasts, fault.Luck("lasts"));
        world.Journal.Write(new FaultEnded(world.Now, fault.Name, Over(fault)) { Occurrence = fault.Number });
        end();
        fault.IsSettled.Set(true);
    }

    /// <inheritdoc/>
    internal sealed override bool MayCutWays => CanHit.Contains(Scope.Link) && (When is Traced || !Target.MeansNodes);

    /// <summary>Checks what it hits: that of each line where a record tells it.</summary>
    internal sealed override void Check(Fields fields, string name, Scenario scenario)
    {
        if (When is not Traced told) CheckTarget(fields, name, "hits", "", scenario);
        else foreach (TraceRow row in told.Rows) (this with { Target = row.Target }).CheckTarget(fields, name, "from", $"{told.File}:{row.Line}: ", scenario);
    }

    /// <summary>Checks, of what it hits, what holds for faults of its kind alone.</summary>
    /// <param name="fields">The top level of the file.</param>
    /// <param name="path">Where the fault stands in it.</param>
    /// <param name="scenario">The scenario; what is mentioned may not be defined in it, which is told elsewhere.</param>
    protected virtual void CheckOwn(Fields fields, string path, Scenario scenario)
    {
    }

    /// <summary>Does the harm, now.</summary>
    /// <param name="fault">The fault as it happens.</param>
    /// <returns>What takes it back when the fault ends; data that is gone stays gone.</returns>
    protected abstract Action Begin(Occurrence fault);

    /// <summary>What begins, in words: "zone us-east.a stops".</summary>
    protected abstract string What(Occurrence fault);

    /// <summary>What has ended, in words: "the zone is back".</summary>
    protected abstract string Over(Occurrence fault);

    /// <summary>Reads what it hits.</summary>
    /// <param name="fields">The fault's keys.</param>
    /// <param name="meaning">What it does to it, in one sentence.</param>
    protected static Target Struck(Fields fields, string meaning)
    {
        string twice = fields.Has("hits") ? "hits" : "lasts";
        fields.Check(!Timing.IsTold(fields) || !fields.Has(twice), twice, "what the record tells", () => $"the record in from tells this of each fault: leave {twice} out");
        return Timing.IsTold(fields) ? fields.Optional("hits", Target.Syntax, Target.Syntax.Example, "the record tells it", meaning) : fields.Required("hits", Target.Syntax, meaning);
    }

    /// <summary>Reads how long it lasts.</summary>
    protected static Delay Length(Fields fields) =>
        fields.Optional("lasts", Syntaxes.Delay, "never", "what somebody has to mend does not end by itself", "How long it lasts; never: until the run ends.");

    /// <summary>Reads how long something lasts that always ends.</summary>
    /// <param name="fields">The fault's keys.</param>
    /// <param name="meaning">What lasts so long, in one sentence.</param>
    protected static Delay LengthOfWhatEnds(Fields fields, string meaning) => Timing.IsTold(fields) ? Length(fields) : fields.Required("lasts", Syntaxes.Delay, meaning);

    private void CheckTarget(Fields fields, string name, string key, string where, Scenario scenario)
    {
        fields.Check(!scenario.Regions.Any(region => region.Name == Target.First) || !scenario.Databases.Any(databases => databases.Name == Target.First), $"faults.{name}.{key}", "target of two meanings",
            () => $"{where}{Target.First} is a region and a collection of databases: give one of them another name");
        Scope scope = Target.In(scenario);
        fields.Check(CanHit.Contains(scope), $"faults.{name}.{key}", "target that the fault can hit", () => $"{where}{Target} means {scope.Words()}; this fault hits {Scopes.AnyOf(CanHit)}");
        Target.CheckNodes(fields, $"faults.{name}.{key}", where, scenario);
        CheckOwn(fields, $"faults.{name}", scenario);
    }

    private async Process Notice(Occurrence fault)
    {
        await Noticed.Await(fault);
        fault.TellNoticed();
        fault.Noticed.Set(true);
        if (fault.IsPlannedFor || fault.IsTold) new Incident(fault.World, fault).Notice();
    }
}
