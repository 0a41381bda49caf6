using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>Values of measures that are taken of the volumes of block stores, and of the databases that are striped over them.</summary>
internal static class VolumeMeasures
{
    // A line is drawn by so many steps: a hundredth of a percent is finer than any expectation asks for.
    private const double Fine = 1e-4;

    /// <summary>The largest share, or that at a time after the store's first fault; none where that time is beyond the run.</summary>
    internal static Members Stuck(Outcome outcome, Subject subject)
    {
        if (FirstOf(outcome, subject.Name) is not { } first) return Members.None;
        if (subject.After is not { } after) return Members.One(Of(outcome, subject.Name) is { } store ? store.Away.Max(change => change.Share) : Peak(outcome, subject.Name));
        Instant moment = first + after;
        if (moment > outcome.End) return Members.None;
        return Members.One(Of(outcome, subject.Name) is { } volumes ? volumes.AwayAt(moment) : Stuck(outcome, subject.Name, moment));
    }

    /// <summary>The share that is lost for good when the run ends.</summary>
    internal static Members Unrecoverable(Outcome outcome, Subject subject)
    {
        if (Of(outcome, subject.Name) is { } store) return Members.One(store.Lost);
        return Striped(outcome, subject.Name) is { } striped
            ? Members.One((double)outcome.DatabasesOf(striped.Databases).Count(d => d.StripeLostAt is not null) / striped.Count)
            : Members.None;
    }

    /// <summary>The share of a store's volumes that are neither stuck nor lost, and stay so: with what is only held by the control plane.</summary>
    internal static Steps Restored(Outcome outcome, VolumesOutcome store)
    {
        (Instant At, double Share)[] away = [.. store.Broken];
        List<(double Seconds, double Share)> back = [];
        double worst = away[^1].Share; // of all that is still to come
        for (int i = away.Length - 2; i >= 0; i--)
        {
            // A line down is walked from its end, from where it is no higher than what comes later.
            for (double share = worst; share < away[i].Share; share += Fine) Add(back, store.First, Where(away[i], away[i + 1], share), share);
            worst = Math.Max(worst, away[i].Share);
        }
        Add(back, store.First, store.First, worst);
        back.Reverse();
        return new Steps([.. back.Select(step => step.Seconds)], [.. back.Select(step => step.Share)], (outcome.End - store.First).TotalSeconds);
    }

    internal static VolumesOutcome? Of(Outcome outcome, string name) => outcome.Volumes.FirstOrDefault(store => store.Store == name);

    /// <summary>The stores that were hit, and the databases striped over their volumes.</summary>
    internal static IEnumerable<Subject> All(Outcome outcome) => [.. outcome.Volumes.Select(store => new Subject(store.Store)), .. outcome.Striped.Select(striped => new Subject(striped.Databases))];

    private static void Add(List<(double Seconds, double Share)> back, Instant first, Instant at, double away)
    {
        double seconds = (at - first).TotalSeconds;
        if (back.Count > 0 && back[^1].Seconds <= seconds) return;
        back.Add((seconds, 1 - away));
    }

    private static Instant Where((Instant At, double Share) from, (Instant At, double Share) to, double share) =>
        from.At + (to.At - from.At) * ((from.Share - share) / (from.Share - to.Share));

    private static StripedDatabases? Striped(Outcome outcome, string name) => outcome.Striped.FirstOrDefault(striped => striped.Databases == name);

    private static Instant? FirstOf(Outcome outcome, string name) => Of(outcome, name)?.First ?? Striped(outcome, name)?.At;

    private static double Stuck(Outcome outcome, string databases, Instant moment) =>
        (double)outcome.DatabasesOf(databases).Count(d => d.StripeLostAt <= moment || d.Stuck.Any(stuck => stuck.From <= moment && !(stuck.To <= moment))) / Striped(outcome, databases)!.Count;

    private static double Peak(Outcome outcome, string databases)
    {
        int stuck = 0, most = 0;
        var turns = outcome.DatabasesOf(databases).SelectMany(d => d.Stuck.SelectMany(span => new (Instant At, int By)[] { (span.From, 1), (d.StripeLostAt is not null && span == d.Stuck[^1] ? Instant.Never : span.To ?? Instant.Never, -1) }));
        foreach ((_, int by) in turns.OrderBy(turn => turn.At).ThenByDescending(turn => turn.By)) most = Math.Max(most, stuck += by);
        return (double)most / Striped(outcome, databases)!.Count;
    }
}
