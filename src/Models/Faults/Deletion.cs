using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Facts;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Recovery;
using Simulator.Models.Tenants;

namespace Simulator.Models.Faults;

/// <summary>
/// An operator's script deletes tenants, one after the other: it was given identifiers of the wrong kind. The deletion is a change like any
/// other, so it reaches every standby and every later backup at once; only older points still hold the data. Noticing it stops the script.
/// </summary>
/// <param name="At">When the script starts.</param>
/// <param name="Noticed">Time from its start until somebody notices.</param>
/// <param name="Victims">How many of which tenants are deleted.</param>
/// <param name="Meant">The kind of identifier the script was meant for.</param>
/// <param name="Given">The kind of identifier it was given.</param>
/// <param name="Hard">Whether the data itself is deleted, or only marked.</param>
/// <param name="Grace">How long a soft deletion can be undone.</param>
/// <param name="Takes">Time for all of them at the script's own pace.</param>
/// <param name="Waves">How it goes out in waves; null where it goes through at once.</param>
public sealed record Deletion(
    Moment At, Delay Noticed, TenantPick Victims, string Meant, string Given, bool Hard, TimeSpan Grace, Delay Takes, Waves? Waves) : Fault(At, Noticed)
{
    /// <summary>How a deletion is written.</summary>
    public static readonly Shape<Fault> Shape = new("deletion", "An operator's script deletes tenants.", fields => new Deletion(
        Begins(fields), Notice(fields),
        fields.Required("hits", TenantPick.Syntax, "How many tenants are deleted; which ones is drawn."),
        fields.Optional("meant", Syntaxes.Name, "tenant", "an identifier of the right kind, unless said otherwise", "The kind of identifier the script was meant for."),
        fields.Optional("given", Syntaxes.Name, "tenant", "an identifier of the right kind, unless said otherwise", "The kind of identifier it was given."),
        fields.Optional("mode", Syntaxes.Choice("a mode", ("hard", true), ("soft", false)), "hard", "the worse of the two, so that the better is a decision", "hard: the data is deleted; soft: only marked."),
        fields.Optional("grace", Syntaxes.Duration.Where("more than 0s", grace => grace > TimeSpan.Zero), "30d", "assumed: as long as backups are kept in the shipped scenario", "How long a soft deletion can be undone."),
        fields.Required("takes", Syntaxes.Delay, "Time for all of them at the script's own pace."),
        fields.OptionalBlock("waves", Waves.Shape, "How it goes out in waves.")));

    /// <inheritdoc/>
    public override async Process Strike(World world, string name)
    {
        Fleet fleet = world.Fleets[Victims.Population];
        world.Journal.Write(new FaultBegan(world.Now, name, $"a script meant for {Meant} identifiers is given {Victims.Count} {Given} identifiers"));
        Incident incident = world.Open(name, fleet);
        Lifetime script = world.Forever.Child();
        world.Forever.Start(Stop(world, name, incident, script));
        try
        {
            await Run(world, name, incident, script);
            world.Journal.Write(new FaultEnded(world.Now, name, $"all {Victims.Count} are deleted"));
        }
        catch (LifetimeEndedException)
        {
            world.Journal.Write(new FaultEnded(world.Now, name, $"the script is stopped after {incident.Victims.Count} of {Victims.Count}"));
        }
    }

    private async Process Run(World world, string name, Incident incident, Lifetime script)
    {
        RandomStream stream = world.Streams.Get(name, "victims");
        int[] list = Draw.Distinct(Victims.Count, world.Fleets[Victims.Population].Population.Count, stream);
        TimeSpan pace = Takes.Quantile(world.Streams.Get(name, "takes").NextUniform()) / list.Length;
        int next = 0;
        foreach (int end in Waves?.Ends(list.Length) ?? [list.Length])
        {
            if (next > 0) await script.Wait(Waves!.Bake);
            for (; next < end; next++)
            {
                await script.Wait(pace);
                incident.Delete(list[next], Hard, Hard ? TimeSpan.Zero : Grace);
            }
        }
    }

    private async Process Stop(World world, string name, Incident incident, Lifetime script)
    {
        await world.Forever.Wait(Noticed, world.Streams.Get(name, "noticed"));
        script.End();
        world.Journal.Write(new FaultNoticed(world.Now, name));
        incident.Notice();
    }
}
