using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Recovery;
using Simulator.Models.Tenants;

namespace Simulator.Models.Faults;

/// <summary>
/// An operator's script deletes tenants, one after the other: it was given identifiers of the wrong kind. The deletion is a change like any
/// other, so it reaches every standby and every later backup at once; only older points still hold the data. Noticing it stops the script.
/// </summary>
/// <param name="When">When the script starts.</param>
/// <param name="Noticed">Time from its start until somebody notices.</param>
/// <param name="Victims">How many of which tenants are deleted.</param>
/// <param name="Meant">The kind of identifier the script was meant for.</param>
/// <param name="Given">The kind of identifier it was given.</param>
/// <param name="Hard">Whether the data itself is deleted, or only marked.</param>
/// <param name="Grace">How long a soft deletion can be undone.</param>
/// <param name="Takes">Time for all of them at the script's own pace.</param>
/// <param name="Waves">How it goes out in waves; null where it goes through at once.</param>
public sealed record Deletion(
    Timing When, Delay Noticed, TenantPick Victims, string Meant, string Given, bool Hard, TimeSpan Grace, Delay Takes, Waves? Waves) : Fault(When, Noticed)
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
    public override async Process Strike(Occurrence fault)
    {
        World world = fault.World;
        world.Journal.Write(new FaultBegan(world.Now, fault.Name, $"a script meant for {Meant} identifiers is given {Victims.Count} {Given} identifiers") { Occurrence = fault.Number });
        Incident incident = world.Open(fault.Name, world.Fleets[Victims.Population]);
        Lifetime script = world.Forever.Child();
        world.Forever.Start(Stop(fault, incident, script));
        try
        {
            await Run(fault, incident, script);
            End(fault, $"all {Victims.Count} are deleted");
        }
        catch (LifetimeEndedException)
        {
            End(fault, $"the script is stopped after {incident.Victims.Count} of {Victims.Count}");
        }
    }

    private static void End(Occurrence fault, string why)
    {
        fault.World.Journal.Write(new FaultEnded(fault.World.Now, fault.Name, why) { Occurrence = fault.Number });
        fault.IsSettled.Set(true);
    }

    private async Process Run(Occurrence fault, Incident incident, Lifetime script)
    {
        int[] list = Draw.Distinct(Victims.Count, fault.World.Fleets[Victims.Population].Population.Count, fault.Luck("victims"));
        TimeSpan pace = Takes.Quantile(fault.Luck("takes").NextUniform()) / list.Length;
        int next = 0;
        foreach (int end in Waves?.Ends(list.Length) ?? [list.Length])
        {
            if (next > 0) await script.Wait(Waves!.Bake);
            for (; next < end; next++)
            {
                await script.Wait(pace);
                fault.World.Delete(incident, list[next], Hard, Hard ? TimeSpan.Zero : Grace);
            }
        }
    }

    private async Process Stop(Occurrence fault, Incident incident, Lifetime script)
    {
        await fault.World.Forever.Wait(Noticed, fault.Luck("noticed"));
        script.End();
        fault.World.Journal.Write(new FaultNoticed(fault.World.Now, fault.Name) { Occurrence = fault.Number });
        incident.Notice();
    }
}
