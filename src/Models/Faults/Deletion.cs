using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Guards;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Quantities;
using Simulator.Models.Tenants;

namespace Simulator.Models.Faults;

/// <summary>
/// An operator's script deletes tenants, one after the other: it was given identifiers of the wrong kind. The deletion is a change like any
/// other, so it reaches every standby and every later backup at once; only older points still hold the data. Noticing it stops the script.
/// </summary>
/// <param name="When">When the script starts.</param>
/// <param name="Noticed">Who notices it, and how long after its start.</param>
/// <param name="Victims">How many of which tenants are deleted.</param>
/// <param name="Meant">The kind of identifier the script was meant for.</param>
/// <param name="Given">The kind of identifier it was given.</param>
/// <param name="Hard">Whether the data itself is deleted, or only marked.</param>
/// <param name="Grace">How long a soft deletion can be undone.</param>
/// <param name="Takes">Time for all of them at the script's own pace.</param>
/// <param name="Waves">How it goes out in waves; null where it goes through at once.</param>
public sealed record Deletion(
    Timing When, Noticing Noticed, TenantPick Victims, string Meant, string Given, bool Hard, TimeSpan Grace, Delay Takes, Waves? Waves) : Fault(When, Noticed)
{
    /// <summary>The mode that was meant; another than <see cref="Hard"/> where the operator is wrong in it too.</summary>
    public bool MeantHard { get; init; } = true;

    /// <summary>What may stop it before it starts, and how often it is run again.</summary>
    public Operation Operation { get; init; } = Operation.Unguarded;

    /// <summary>How many it deletes at most in a run; null for as many as it is given.</summary>
    public Cap? Cap { get; init; }

    /// <summary>The chance that a run breaks off midway, at a place that is drawn.</summary>
    public Share BreaksOff { get; init; }

    /// <summary>Whether the law wants it (the right to be forgotten): no guard stops it, and what it deletes is no harm and must leave the backups too.</summary>
    public bool Lawful { get; init; }

    /// <summary>How a deletion is written.</summary>
    public static readonly Shape<Fault> Shape = new("deletion", "An operator's script deletes tenants.", Read);

    /// <inheritdoc/>
    public override DisruptionKind KindIn(Scenario scenario) => DisruptionKind.Operator;

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
        DeletionRun script = new(this, fault);
        await (Lawful ? script.Erase() : script.Delete());
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
            MeantHard = fields.Optional("meant mode", Syntaxes.Choice("a mode", ("hard", true), ("soft", false)), "hard", "the mode is the one that was meant unless it is said to be wrong too", "The mode that was meant: soft, where it was given the wrong one."),
            Operation = Operation.Read(fields, Prompt.TypedIdentifiers(fields), Prompt.ConfirmedMode(fields)),
            Cap = Cap.Read(fields),
            BreaksOff = fields.Optional("breaks off", Syntaxes.Share, "0%", "a script runs to its end unless a chance is stated", "The chance that a run breaks off midway, at a place that is drawn."),
            Lawful = fields.Optional("lawful", Syntaxes.Switch, "false", "a deletion is a mistake unless the law wants it",
                "Whether the law wants it (the right to be forgotten): it goes through whatever the guards are, counts as no harm, and must leave the backups too."),
        };
        Slips slips = (deletion.Meant != deletion.Given ? Slips.Kind : Slips.None) | (deletion.Hard && !deletion.MeantHard ? Slips.Mode : Slips.None);
        deletion = deletion with { Operation = deletion.Operation with { Slips = slips } };
        fields.Check(!deletion.Lawful || deletion.Hard, "lawful", "lawful deletion for good", () => "what the law wants erased must not be kept: a lawful deletion has mode: hard");
        return deletion;
    }
}
