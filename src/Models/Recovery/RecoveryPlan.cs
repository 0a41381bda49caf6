using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Models.Recovery;

/// <summary>What people do about a fault: a graph of steps, done for the incident, for each batch, database, tenant and table.</summary>
/// <param name="Handles">The faults it is for.</param>
/// <param name="AtMost">How many deleted tenants it is for; more are left to the next plan that handles the fault.</param>
/// <param name="From">The backups it restores from, oldest kind first: a full copy before the log that rolls it forward.</param>
/// <param name="Rule">To which moment tenants are brought back.</param>
/// <param name="ReadyAfter">Time from notice until the plan can be used: it has to be written, built, tried.</param>
/// <param name="GivesUpAfter">Time from notice after which it is broken off; what it has not brought back is left to the next plan that handles the fault.</param>
/// <param name="Replaces">The plan whose waiting tenants it takes over when it is ready; null if none.</param>
/// <param name="Batches">How the work is divided.</param>
/// <param name="Steps">The steps, in an order in which they can be done.</param>
public sealed record RecoveryPlan(
    IReadOnlyList<string> Handles, int AtMost, IReadOnlyList<string> From, RestorePointRule Rule, Delay ReadyAfter, Delay GivesUpAfter, string? Replaces, Batches Batches,
    IReadOnlyList<Named<Step>> Steps)
{
    /// <summary>Whether it loads parts of what it restores into databases that go on, rather than putting them back as a whole.</summary>
    public bool PutsPartsBack => Steps.Any(step => step.Value is Load);

    /// <summary>How a plan is written.</summary>
    public static readonly Shape<RecoveryPlan> Shape = new("plan", "What people do about a fault.", Read);

    private static RecoveryPlan Read(Fields fields)
    {
        IReadOnlyList<string> handles = fields.List("handles", Syntaxes.NameOf("faults"), "The faults it is for; [] keeps the plan in the drawer.");
        int atMost = fields.Optional("at most", Syntaxes.Count.Where("at least 1", n => n >= 1).Or("any number", int.MaxValue), "any number", "a plan is for everyone unless it says for how many",
            "How many deleted tenants it is for; more are left to the next plan that handles the fault.");
        IReadOnlyList<string> from = fields.List("from", Syntaxes.NameOf("databases.*.backups|databases.*.standbys"),
            "The backups it restores from, a full copy before the log that rolls it forward; or a standby with an 'apply delay'.");
        RestorePointRule rule = fields.Optional("restore point", Syntaxes.Choice("a restore point",
            ("before each deletion", RestorePointRule.BeforeEachDeletion), ("before the first deletion of each store", RestorePointRule.BeforeTheFirstDeletionOfEachStore)),
            "before each deletion", "the least loss that the backups allow", "To which moment tenants are brought back.");
        Delay readyAfter = fields.Optional("ready after", Syntaxes.Delay, "0s", "a plan is taken to exist unless it has to be made", "Time from notice until the plan can be used.");
        Delay givesUp = fields.Optional("gives up after", Syntaxes.Delay, "never", "a plan is seen through unless it says how long it is tried",
            "Time from notice after which it is broken off; what it has not brought back is left to the next plan that handles the fault.");
        string replaces = fields.Optional("replaces", Syntaxes.NameOf("recovery").OrNone(), "none", "a plan stands alone unless it takes over from another", "The plan whose waiting tenants it takes over when it is ready.");
        Batches batches = fields.OptionalBlock("batches", Batches.Shape, "How the work is divided; left out, everyone is in one batch.") ?? Batches.Everyone;
        IReadOnlyList<Named<Step>> steps = fields.Family("steps", Step.Kinds, "The steps, each with what it needs.", selector: "do", standard: "work");
        return new RecoveryPlan(handles, atMost, from, rule, readyAfter, givesUp, replaces.Length == 0 ? null : replaces, batches, Sorted(fields, steps, from, batches));
    }

    private static IReadOnlyList<Named<Step>> Sorted(Fields fields, IReadOnlyList<Named<Step>> steps, IReadOnlyList<string> from, Batches batches)
    {
        HashSet<string> known = [.. steps.Select(step => step.Name)];
        List<string> unknown = [.. steps.SelectMany(step => step.Value.Needs).Where(need => !known.Contains(need)).Distinct()];
        fields.Check(unknown.Count == 0, "steps", "step that is needed", () => $"{string.Join(" and ", unknown)}: no such step in this plan; the steps are {string.Join(", ", known)}");
        List<Named<Step>>? order = Order.ByNeeds(steps, step => step.Name, step => step.Value.Needs);
        fields.Check(order is not null, "steps", "cyclic steps",
            () => $"the steps need each other in a circle: {string.Join(" -> ", Order.Cycle(steps, step => step.Name, step => step.Value.Needs))}; none of them could ever begin");
        fields.Check(steps.Count(step => step.Value.Opens) == 1, "steps", "one step opens",
            () => "a plan needs exactly one step with 'do: open', 'fail over', 'fail back' or 'wait': it gives tenants or databases back to their users");
        fields.Check(ServesOf(steps) is not null, "steps", "plan of one kind", () => "some steps are for deleted tenants and some for whole databases: make two plans");
        fields.Check(steps.All(step => step.Value.Per == Level.Incident || step.Value.Needs.All(need => LevelOf(steps, need) != Level.Incident || Opens(steps, need))),
            "steps", "step after the whole incident", () => "a step for a part cannot wait for an incident step that itself waits for all parts");
        CheckKinds(fields, steps, from);
        fields.Check(batches == Batches.Everyone || !steps.Any(step => step.Value is Freeze), "batches", "whole stores in one batch",
            () => "a plan that puts stores back as a whole does so once for everyone in them: leave batches out");
        return order ?? steps;
    }

    /// <summary>What one kind of step asks of the others.</summary>
    private static void CheckKinds(Fields fields, IReadOnlyList<Named<Step>> steps, IReadOnlyList<string> from)
    {
        List<string> early = [.. steps.Where(step => step.Value is Extract or RollForward && !Comes(steps, step.Value, other => other is Restore, [])).Select(step => step.Name)];
        fields.Check(early.Count == 0, "steps", "restore before extract", () => $"{string.Join(" and ", early)} works on a restored copy, so it needs a step with 'do: restore' before it");
        fields.Check(from.Count > 0 || !steps.Any(step => step.Value is Restore) || (ServesOf(steps) != Serves.Tenants && !steps.Any(step => step.Value is Load)), "from", "backups to restore from", () => "the plan restores, so it must say from which backups, such as [daily, log]");
        List<string> frozen = [.. steps.Where(step => step.Value is Freeze).Select(step => step.Name)];
        fields.Check(frozen.Count == 0 || steps.Any(step => step.Value is Open { Per: Level.Database } && Comes(steps, step.Value, other => other is RollForward, [])),
            "steps", "frozen stores are put back", () => $"{string.Join(" and ", frozen)} takes stores out of service: 'do: open' must be 'per: database' and need a step with 'do: roll forward'");
        List<string> hasty = [.. steps.Where(step => step.Value is Replay && !Comes(steps, step.Value, other => other.Opens, [])).Select(step => step.Name)];
        fields.Check(hasty.Count == 0, "steps", "replay after opening", () => $"{string.Join(" and ", hasty)} makes changes again in a store that was put back: it needs the step that opens it");
        List<string> lost = [.. steps.Where(step => step.Value is Inspect { Then.Length: > 0 } check && steps.All(other => other.Name != check.Then || other.Value is not Work)).Select(step => step.Name)];
        fields.Check(lost.Count == 0, "steps", "work that is done again", () => $"{string.Join(" and ", lost)} sends back to a step that is no work of this plan; 'then' names a step with 'do: work'");
    }

    /// <summary>What a plan of some steps brings back; null where they contradict each other.</summary>
    public static Serves? ServesOf(IReadOnlyList<Named<Step>> steps)
    {
        Serves[] wanted = [.. steps.Select(step => step.Value.For).Where(serves => serves != Serves.Both).Distinct()];
        return wanted.Length switch { 0 => Serves.Both, 1 => wanted[0], _ => null };
    }

    private static bool Comes(IReadOnlyList<Named<Step>> steps, Step step, Func<Step, bool> wanted, HashSet<string> seen) =>
        step.Needs.Where(seen.Add).Any(need => steps.Where(other => other.Name == need).Any(other => wanted(other.Value) || Comes(steps, other.Value, wanted, seen)));

    private static Level LevelOf(IReadOnlyList<Named<Step>> steps, string name) => steps.Where(step => step.Name == name).Select(step => step.Value.Per).FirstOrDefault();

    /// <summary>Whether an incident step comes before the batches: nothing that it needs, directly or not, is done for a part.</summary>
    public static bool Opens(IReadOnlyList<Named<Step>> steps, string name) => Opens(steps, name, []);

    private static bool Opens(IReadOnlyList<Named<Step>> steps, string name, HashSet<string> seen) =>
        !seen.Add(name) || steps.Where(step => step.Name == name)
            .All(step => step.Value.Per == Level.Incident && step.Value.Needs.All(need => Opens(steps, need, seen)));
}
