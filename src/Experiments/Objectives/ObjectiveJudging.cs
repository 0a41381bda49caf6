using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Models.Faults;

namespace Simulator.Experiments.Objectives;

/// <summary>Holds a policy against the trials of a variant.</summary>
internal static class ObjectiveJudging
{
    private const string Rpo = "rpo", Rto = "rto";

    /// <summary>The status of every objective: by kind of disruption, for all and then tier by tier, and the sentences at the end.</summary>
    internal static IReadOnlyList<ObjectiveResult> Judge(Policy policy, Scenario scenario, VariantTrials trials)
    {
        var harm = new Harm(scenario, trials);
        return [.. DisruptionKinds.All.SelectMany(kind => OfKind(kind, policy, harm, trials)), .. policy.Expectations.Select(sentence => OfSentence(sentence, scenario, trials))];
    }

    private static IEnumerable<ObjectiveResult> OfKind(DisruptionKind kind, Policy policy, Harm harm, VariantTrials trials)
    {
        (string Tier, Objective Objective)[] stated =
        [
            .. policy.Objectives.ByKind.TryGetValue(kind, out Objective? all) ? ((string, Objective)[])[("", all)] : [],
            .. policy.Tiers.Where(tier => tier.Value.ByKind.ContainsKey(kind)).Select(tier => (tier.Name, tier.Value.ByKind[kind])),
        ];
        if (stated.Length == 0 && harm.Has(kind)) yield return new(kind.Word(), "", "", ObjectiveStatus.NoObjective, "the scenario has such a disruption, and the policy says nothing of it");
        foreach ((string tier, Objective objective) in stated)
        {
            if (objective.Rpo is { } rpo) yield return One(kind, tier, rpo, isLoss: true, policy, harm, trials);
            if (objective.Rto is { } rto) yield return One(kind, tier, rto, isLoss: false, policy, harm, trials);
        }
    }

    private static ObjectiveResult One(DisruptionKind kind, string tier, TimeSpan limit, bool isLoss, Policy policy, Harm harm, VariantTrials trials)
    {
        double most = limit == TimeSpan.MaxValue ? double.PositiveInfinity : limit.TotalSeconds;
        ObjectiveResult As(ObjectiveStatus status, string reason) => new(kind.Word(), tier, isLoss ? Rpo : Rto, status, reason) { Limit = most };
        if (!harm.Has(kind)) return As(ObjectiveStatus.NotApplicable, "the scenario has no such disruption");
        if (tier.Length > 0 && !harm.HasTier(tier)) return As(ObjectiveStatus.NotApplicable, "no tenants of the scenario are of this tier");
        TrialValues values = harm.Of(kind, tier, isLoss);
        if (values.AtMost.Count == 0) return As(ObjectiveStatus.NotEnoughEvidence, "it struck in no trial");
        Judgement judgement = new QuantileOfTrials(policy.Quantile).Judge(values, new Limits(null, most));
        int mixed = harm.Mixed(kind);
        string together = mixed == 0 || judgement.Verdict == Verdict.Met ? ""
            : $"; in {Figures.Count(mixed)} of {Figures.Count(values.AtMost.Count)} trials other kinds of disruption struck too, and whose harm it was cannot be told: try each in a scenario or a variant of its own";
        return As(StatusOf(judgement.Verdict), judgement.Reason + together) with { Value = judgement.Estimate.Value, Interval = judgement.Estimate.Interval };
    }

    private static ObjectiveResult OfSentence(Expectation sentence, Scenario scenario, VariantTrials trials)
    {
        if (!scenario.Names.Append("").Contains(sentence.Subject.Name)) return new("", "", sentence.Text, ObjectiveStatus.NotApplicable, $"the scenario has no '{sentence.Subject.Name}'");
        ExpectationResult result = Judging.Judge(sentence, trials);
        return new("", "", sentence.Text, StatusOf(result.Verdict), result.Reason) { Value = result.Value, Interval = result.Interval, Unit = result.Unit };
    }

    private static ObjectiveStatus StatusOf(Verdict verdict) => verdict switch
    {
        Verdict.Met => ObjectiveStatus.Met,
        Verdict.Breached => ObjectiveStatus.Breached,
        _ => ObjectiveStatus.NotEnoughEvidence,
    };
}
