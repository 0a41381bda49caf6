using Simulator.Kernel;

namespace Simulator.Experiments.Measures;

/// <summary>Values of measures that are taken of recovery plans.</summary>
internal static class PlanMeasures
{
    internal static Members Rate(Outcome outcome, Subject subject)
    {
        if (PerDay(outcome, subject.Name) is not { } rate) return Members.None;
        if (subject.Over is null) return Members.One(rate);
        return PerDay(outcome, subject.Over) is { } other ? Members.One(rate / other) : Members.None;
    }

    /// <summary>From the beginning of the fault until a step is done for everyone, or the whole plan where none is named; longer than the run where it is not.</summary>
    internal static Members Times(Outcome outcome, Subject subject)
    {
        if (outcome.Plan(subject.Name) is not { FaultBegan: { } began } plan) return Members.None;
        Instant? done = subject.Part is null ? plan.Done.Values.Order().Select(at => (Instant?)at).LastOrDefault()
            : plan.Done.TryGetValue(subject.Part, out Instant at) ? at : null;
        return Members.Of([outcome.Between(began, done)]);
    }

    /// <summary>From the moment at which a step could begin until it is done for everyone, or of all steps where none is named; nothing is known of what was not done for anybody.</summary>
    internal static Members Lengths(Outcome outcome, Subject subject)
    {
        if (outcome.Plan(subject.Name) is not { Asked.Count: > 0 } plan) return Members.None;
        if (subject.Part is null) return Members.Of([outcome.Between(plan.Asked.Values.Min(), plan.Done.Values.Max())]);
        return plan.Asked.TryGetValue(subject.Part, out Instant asked) ? Members.Of([outcome.Between(asked, plan.Done[subject.Part])]) : Members.None;
    }

    internal static Members BatchTimes(Outcome outcome, string plan) =>
        Members.Of((outcome.Plan(plan)?.Batches ?? []).Select(b => outcome.Between(b.Began, b.Ended)));

    /// <summary>
    /// Tenants that a plan brought back, over the days from its being ready until it was replaced, or until its last tenant was back.
    /// Tenants in flight when it was replaced count, as their work was done under it. Null where it brought back none.
    /// </summary>
    private static double? PerDay(Outcome outcome, string name)
    {
        if (outcome.Plan(name) is not { Ready: { } ready, LastServed: { } last } plan) return null;
        // A plan that became ready and had nothing left to do replaced nobody.
        PlanOutcome? next = outcome.Plans.FirstOrDefault(p => p.Replaces == name && p.Served > 0);
        Instant until = next?.Ready ?? last;
        return until > ready ? plan.Served / (until - ready).TotalDays : null;
    }
}
