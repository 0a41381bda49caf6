using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Models.Faults;
using Simulator.Models.Language;

namespace Simulator.Experiments.Objectives;

/// <summary>
/// What one kind of disruption did, trial by trial. Only trials in which it struck count. Where it struck alone and once, its harm is the worst of the trial, over all tenants and databases.
/// Where others struck in the same trial nobody can tell whose harm it was: at most all of it, perhaps none. Where it struck several times, downtime is known in sum: the longest
/// was at most that, and at least its share.
/// </summary>
/// <param name="scenario">The scenario.</param>
/// <param name="trials">Its trials.</param>
internal sealed class Harm(Scenario scenario, VariantTrials trials)
{
    private const string Loss = "loss", Downtime = "downtime", RolledBack = "rolled back", Noticed = "noticed";

    private readonly (string Fault, IReadOnlyList<DisruptionKind> Kinds)[] _faults = [.. scenario.Faults.Select(fault => (fault.Name, DisruptionKinds.Of(fault.Value, scenario)))];

    /// <summary>Figures that trials must keep for it beyond the natural ones.</summary>
    internal static IReadOnlyList<Figure> FiguresOf(Policy policy, Scenario scenario) =>
    [
        .. scenario.Faults.Select(fault => Occurrences(fault.Name)),
        .. Tiered(scenario).Where(tier => policy.Tiers.Any(stated => stated.Name == tier.Part)).SelectMany(tier => (Figure[])[FigureOf(Loss, tier), FigureOf(Downtime, tier)]),
        .. policy.Expectations.Select(sentence => new Figure(sentence.Measure, sentence.Subject)),
    ];

    /// <summary>Whether the scenario has tenants of a tier.</summary>
    internal bool HasTier(string tier) => Tiered(scenario).Any(subject => subject.Part == tier);

    /// <summary>Whether a kind of disruption is among the scenario's faults.</summary>
    internal bool Has(DisruptionKind kind) => _faults.Any(fault => fault.Kinds.Contains(kind));

    /// <summary>The harm in every trial in which a kind of disruption struck: loss windows in seconds, or time out of service.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="tier">The tier of tenants; empty for all of them, and databases.</param>
    /// <param name="isLoss">Whether loss is meant, or downtime.</param>
    internal TrialValues Of(DisruptionKind kind, string tier, bool isLoss)
    {
        IEnumerable<Members> values = trials.Trials.Select(trial => Of(trial, kind, tier, isLoss) is { } harm ? Members.Of([harm]) : Members.None);
        // Where trials share a draw of what is uncertain, each keeps its place, so that they are told apart by it.
        return new TrialValues([.. trials.PerDraw == 1 ? values.Where(value => value.Count > 0) : values], "s", arePooled: false, trials.AreAlike, trials.PerDraw);
    }

    /// <summary>In how many trials it struck together with another kind.</summary>
    internal int Mixed(DisruptionKind kind) => trials.Trials.Count(trial => Struck(trial) is var struck && struck.Contains(kind) && struck.Any(other => other != kind));

    private Observed? Of(TrialNumbers trial, DisruptionKind kind, string tier, bool isLoss)
    {
        DisruptionKind[] struck = Struck(trial);
        if (!struck.Contains(kind)) return null;
        Observed databases = Worst(trial, Databases(isLoss));
        Observed tenants = tier.Length == 0 ? Worst(trial, Tenants(isLoss))
            : Worst(trial, Tiered(scenario).Where(subject => subject.Part == tier).Select(subject => FigureOf(isLoss ? Loss : Downtime, subject)));
        // Which tenants live in a database that was hit is not told by tier: they suffered at most what it did.
        Observed all = new(Math.Max(tenants.AtLeast, tier.Length == 0 ? databases.AtLeast : 0), Math.Max(tenants.AtMost, databases.AtMost));
        int times = _faults.Where(fault => fault.Kinds.Contains(kind)).Sum(fault => trial.ValuesOf(Occurrences(fault.Fault)).Count);
        return struck.Any(other => other != kind) ? all with { AtLeast = 0 } : isLoss || times == 1 ? all : all with { AtLeast = all.AtLeast / times };
    }

    /// <summary>The kinds that struck in a trial; of a record with several kinds all of them, for no line is told from the others.</summary>
    private DisruptionKind[] Struck(TrialNumbers trial) =>
        [.. _faults.Where(fault => trial.ValuesOf(Occurrences(fault.Fault)).Count > 0).SelectMany(fault => fault.Kinds).Distinct()];

    private static Observed Worst(TrialNumbers trial, IEnumerable<Figure> figures)
    {
        Observed worst = Observed.Exactly(0);
        foreach (Figure figure in figures)
            if (trial.ValuesOf(figure).Reduced(figure.Measure.HasMembers ? Reduce.Worst : Reduce.Each, 0) is { } one)
                worst = new Observed(Math.Max(worst.AtLeast, one.AtLeast), Math.Max(worst.AtMost, one.AtMost));
        return worst;
    }

    private IEnumerable<Figure> Databases(bool isLoss) => scenario.Databases.Select(databases => FigureOf(isLoss ? Loss : Downtime, new Subject(databases.Name)));

    /// <summary>What deleted tenants lost, and what those lost who were rolled back with them.</summary>
    private IEnumerable<Figure> Tenants(bool isLoss) => scenario.Tenants.Select(tenants => new Subject(tenants.Name))
        .SelectMany(tenants => isLoss ? (Figure[])[FigureOf(Loss, tenants), FigureOf(RolledBack, tenants)] : [FigureOf(Downtime, tenants)]);

    private static IEnumerable<Subject> Tiered(Scenario scenario) =>
        scenario.Tenants.SelectMany(tenants => tenants.Value.Tiers.Shares.Select(tier => new Subject(tenants.Name) { Part = tier.Name }));

    private static Figure Occurrences(string fault) => FigureOf(Noticed, new Subject(fault));

    private static Figure FigureOf(string measure, Subject subject) => new(MeasureTable.Measures.First(known => known.Word == measure), subject);
}
