using Simulator.Experiments.Measures;

namespace Simulator.Experiments.Running;

/// <summary>
/// Where a trial stands among all trials of a variant: first by its total recovery time, then by the worst loss of a database, then by how long all
/// databases were down, then by the largest lag. Each decides only among trials that are equal in what stands before it: a study without tenants has
/// no total recovery time, and a study in which nothing is lost no loss.
/// </summary>
/// <param name="Total">
/// Seconds from the first deletion until everything is over: until the last customer's declaration if there is any, else until the last tenant
/// is served; 0 if nothing was deleted, infinite if the run ended first.
/// </param>
/// <param name="Loss">The longest window that a database lost, in seconds; 0 if none did.</param>
/// <param name="Downtime">Seconds of all databases together, as far as the run saw them; 0 where tenants were deleted.</param>
/// <param name="Lag">The largest lag of a standby or a change stream, in seconds; 0 where tenants were deleted.</param>
public readonly record struct TrialRank(double Total, double Loss, double Downtime, double Lag)
{
    /// <summary>From the best to the worst.</summary>
    public static readonly IComparer<TrialRank> BestFirst = Comparer<TrialRank>.Create(
        (a, b) => (a.Total, a.Loss, a.Downtime, a.Lag).CompareTo((b.Total, b.Loss, b.Downtime, b.Lag)));

    /// <summary>Ranks a trial.</summary>
    public static TrialRank Of(Outcome outcome) => outcome.Tenants.Count > 0
        ? new TrialRank(TotalOf(outcome), 0, 0, 0)
        : new TrialRank(
            0,
            outcome.Databases.SelectMany(d => d.Losses).Select(l => l.Seconds).DefaultIfEmpty(0).Max(),
            outcome.Databases.Sum(d => (d.Down + (d.DownSince is { } since ? outcome.End - since : TimeSpan.Zero)).TotalSeconds),
            outcome.Databases.SelectMany(d => d.Followers).Select(f => f.PeakAge).DefaultIfEmpty(0).Max());

    /// <summary>What tells the trials of a variant apart, in words.</summary>
    /// <param name="ranks">The ranks of all trials.</param>
    public static string Criterion(IReadOnlyCollection<TrialRank> ranks) =>
        ranks.Any(r => r.Total > 0) ? "total recovery time"
        : Differ(ranks, r => r.Loss) ? "worst loss"
        : Differ(ranks, r => r.Downtime) ? "downtime"
        : Differ(ranks, r => r.Lag) ? "largest lag"
        : ranks.Any(r => r.Loss > 0) ? "worst loss"
        : ranks.Any(r => r.Downtime > 0) ? "downtime"
        : ranks.Any(r => r.Lag > 0) ? "largest lag"
        : "total recovery time";

    private static bool Differ(IReadOnlyCollection<TrialRank> ranks, Func<TrialRank, double> part) => ranks.Select(part).Distinct().Skip(1).Any();

    private static double TotalOf(Outcome outcome)
    {
        bool accepting = outcome.Tenants.Any(t => t.Accepted is not null);
        return outcome.Tenants.Max(t => (accepting ? t.Accepted : t.Served) is { } done
            ? (done - outcome.Tenants[0].Deleted).TotalSeconds
            : double.PositiveInfinity);
    }
}
