using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Recovery;

namespace Simulator.Models.Faults;

/// <summary>A fault that hits a place, a copy or what connects them, and may end by itself: it begins, somebody notices, it ends.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Noticed">Time until people notice; failover controllers act on their own.</param>
/// <param name="Target">What it hits.</param>
/// <param name="Lasts">How long it lasts.</param>
public abstract record Disruption(Moment At, Delay Noticed, Target Target, Delay Lasts) : Fault(At, Noticed)
{
    /// <summary>The kinds of things that it can hit.</summary>
    public abstract IReadOnlyList<Scope> CanHit { get; }

    /// <inheritdoc/>
    public sealed override async Process Strike(World world, string name)
    {
        Occurrence fault = new(world, name);
        world.Journal.Write(new FaultBegan(world.Now, name, What(fault)));
        world.Latest = fault;
        Action end = Begin(fault);
        world.Forever.Start(Notice(fault));
        if (fault.IsPlannedFor) await world.Forever.Until(fault.Mended, Lasts.Quantile(world.Streams.Get(name, "lasts").NextUniform()));
        else await world.Forever.Wait(Lasts, world.Streams.Get(name, "lasts"));
        world.Journal.Write(new FaultEnded(world.Now, name, Over(fault)));
        end();
        fault.Over.Set(true);
    }

    /// <summary>Checks what can only be checked when the whole scenario is known.</summary>
    /// <param name="fields">The top level of the file.</param>
    /// <param name="path">Where the fault stands in it.</param>
    /// <param name="scenario">The scenario; what is mentioned may not be defined in it, which is told elsewhere.</param>
    internal virtual void Check(Fields fields, string path, Scenario scenario)
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
    protected static Target Struck(Fields fields, string meaning) => fields.Required("hits", Target.Syntax, meaning);

    /// <summary>Reads how long it lasts.</summary>
    protected static Delay Length(Fields fields) =>
        fields.Optional("lasts", Syntaxes.Delay, "never", "what somebody has to mend does not end by itself", "How long it lasts; never: until the run ends.");

    private async Process Notice(Occurrence fault)
    {
        await fault.World.Forever.Wait(Noticed, fault.World.Streams.Get(fault.Name, "noticed"));
        fault.World.Journal.Write(new FaultNoticed(fault.World.Now, fault.Name));
        fault.Noticed.Set(true);
        if (fault.IsPlannedFor) new Incident(fault.World, fault).Notice();
    }
}
