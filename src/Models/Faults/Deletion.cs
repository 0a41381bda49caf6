using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Faults.Guards;
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
    /// <summary>What may stop it before it starts.</summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>How many it deletes at most in a run; null for as many as it is given.</summary>
    public Cap? Cap { get; init; }

    /// <summary>What may find it while it runs, or after; null where only people notice.</summary>
    public Detector? Detector { get; init; }

    /// <summary>Whether the law wants it (the right to be forgotten): no guard stops it, and what it deletes is no harm and must leave the backups too.</summary>
    public bool Lawful { get; init; }

    /// <summary>How a deletion is written.</summary>
    public static readonly Shape<Fault> Shape = new("deletion", "An operator's script deletes tenants.", Read);

    /// <inheritdoc/>
    public override bool DeletesTenants => true;

    internal override void Check(Fields fields, string name, Scenario scenario)
    {
        fields.Check(!(Lawful && Hard) || scenario.Stores.All(store => store.Value.Erase is not null), $"faults.{name}.lawful", "lawful deletion from backups",
            () => $"{name} must leave the backups too: say with erase how each store does that");
        int tenants = scenario.Tenants.Where(population => population.Name == Victims.Population).Select(population => population.Value.Count).DefaultIfEmpty(int.MaxValue).First();
        fields.Check(Victims.Count <= tenants, $"faults.{name}.hits", "more victims than tenants", () => $"{name} deletes {Victims.Count} of {Victims.Population}, who are {tenants}");
        int copies = scenario.Tenants.Where(population => population.Name == Victims.Population).Select(population => population.Value.Layout.Copies).DefaultIfEmpty(1).First();
        List<string> puttingBack = [.. scenario.Recovery.Where(plan => plan.Value.Handles.Contains(name) && plan.Value.Steps.Any(step => step.Value is Recovery.Steps.Freeze)).Select(plan => plan.Name)];
        fields.Check(copies == 1 || puttingBack.Count == 0, $"tenants.{Victims.Population}.layout", "stores put back under tenants of several",
            () => $"{string.Join(" and ", puttingBack)} puts back whole stores, and a tenant lives in {copies} of them: one alone cannot be put back; restore tenants selectively");
    }

    /// <inheritdoc/>
    public override async Process Strike(Occurrence fault)
    {
        World world = fault.World;
        string what = Lawful ? $"a script erases {Victims.Count} tenants, as the law wants it" : $"a script meant for {Meant} identifiers is given {Victims.Count} {Given} identifiers";
        world.Journal.Write(new FaultBegan(world.Now, fault.Name, what) { Occurrence = fault.Number });
        Fleet fleet = world.Fleets[Victims.Population];
        if (Lawful)
        {
            await Run(fault, world.Forever, tenant => world.Erase(fleet, tenant), Victims.Count);
            End(fault, $"all {Victims.Count} are erased");
        }
        else if (Guards.FirstOrDefault(guard => guard.Stops(this, fault)) is { } guard)
        {
            Tell(fault, guard.Name, 0);
            world.Journal.Write(new FaultNoticed(world.Now, fault.Name) { Occurrence = fault.Number });
            End(fault, $"{guard.Name} stops it before it starts");
        }
        else await Delete(fault, world.Open(fault.Name, fault.Number, fleet));
    }

    private async Process Delete(Occurrence fault, Incident incident)
    {
        Lifetime script = fault.World.Forever.Child();
        fault.World.Forever.Start(Stop(fault, incident, script));
        int most = Math.Min(Victims.Count, Cap?.Most ?? int.MaxValue);
        try
        {
            await Run(fault, script, tenant => fault.World.Delete(incident, tenant, Hard, Hard ? TimeSpan.Zero : Grace), most);
            if (most < Victims.Count) Tell(fault, Cap!.Name, incident.Deleted);
            End(fault, most < Victims.Count ? $"{Cap!.Name} stops it after {most} of {Victims.Count}" : $"all {Victims.Count} are deleted");
        }
        catch (LifetimeEndedException)
        {
            End(fault, $"the script is stopped after {incident.Deleted} of {Victims.Count}");
        }
    }

    private async Process Run(Occurrence fault, Lifetime script, Action<int> delete, int most)
    {
        int[] list = Draw.Distinct(Victims.Count, fault.World.Fleets[Victims.Population].Population.Count, fault.Luck("victims"));
        TimeSpan pace = Takes.Quantile(fault.Luck("takes").NextUniform()) / list.Length;
        int next = 0;
        foreach (int end in Waves?.Ends(most) ?? [most])
        {
            if (next > 0) await script.Wait(Waves!.Bake);
            for (; next < end; next++)
            {
                await script.Wait(pace);
                delete(list[next]);
            }
        }
    }

    private async Process Stop(Occurrence fault, Incident incident, Lifetime script)
    {
        if (Detector is null) await fault.World.Forever.Wait(Noticed, fault.Luck("noticed"));
        else
        {
            TimeSpan found = Detector.FindsAfter(fault.Luck("detector")), noticed = Noticed.Quantile(fault.Luck("noticed").NextUniform());
            await fault.World.Forever.Wait(found < noticed ? found : noticed);
            if (found < noticed && !fault.IsSettled.IsTrue) Tell(fault, Detector.Name, incident.Deleted);
        }
        script.End();
        fault.World.Journal.Write(new FaultNoticed(fault.World.Now, fault.Name) { Occurrence = fault.Number });
        incident.Notice();
    }

    private void Tell(Occurrence fault, string guard, int deleted) =>
        fault.World.Journal.Write(new GuardStopped(fault.World.Now, fault.Name, guard, deleted, Victims.Count) { Occurrence = fault.Number });

    private static void End(Occurrence fault, string why)
    {
        fault.World.Journal.Write(new FaultEnded(fault.World.Now, fault.Name, why) { Occurrence = fault.Number });
        fault.IsSettled.Set(true);
    }

    private static Deletion Read(Fields fields)
    {
        Deletion deletion = new(
            Begins(fields), Notice(fields),
            fields.Required("hits", TenantPick.Syntax, "How many tenants are deleted; which ones is drawn."),
            fields.Optional("meant", Syntaxes.Name, "tenant", "an identifier of the right kind, unless said otherwise", "The kind of identifier the script was meant for."),
            fields.Optional("given", Syntaxes.Name, "tenant", "an identifier of the right kind, unless said otherwise", "The kind of identifier it was given."),
            fields.Optional("mode", Syntaxes.Choice("a mode", ("hard", true), ("soft", false)), "hard", "the worse of the two, so that the better is a decision", "hard: the data is deleted; soft: only marked."),
            fields.Optional("grace", Syntaxes.Duration.Where("more than 0s", grace => grace > TimeSpan.Zero), "30d", "assumed: as long as backups are kept in the shipped scenario", "How long a soft deletion can be undone."),
            fields.Required("takes", Syntaxes.Delay, "Time for all of them at the script's own pace."),
            fields.OptionalBlock("waves", Waves.Shape, "How it goes out in waves."))
        {
            Guards = Guard.Read(fields),
            Cap = Cap.Read(fields),
            Detector = fields.OptionalBlock("detector", Detector.Shape, "What looks for the harm from time to time; what it misses is noticed as said."),
            Lawful = fields.Optional("lawful", Syntaxes.Switch, "false", "a deletion is a mistake unless the law wants it",
                "Whether the law wants it (the right to be forgotten): it goes through whatever the guards are, counts as no harm, and must leave the backups too."),
        };
        fields.Check(!deletion.Lawful || deletion.Hard, "lawful", "lawful deletion for good", () => "what the law wants erased must not be kept: a lawful deletion has mode: hard");
        return deletion;
    }
}
