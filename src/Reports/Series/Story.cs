using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Reports.Series;

/// <summary>A moment worth marking in a chart.</summary>
/// <param name="Label">What happened.</param>
/// <param name="At">When, in seconds since the first deletion.</param>
public sealed record Moment(string Label, double At);

/// <summary>The course of the shown trial in a few moments.</summary>
/// <param name="Origin">The first deletion; where nothing was deleted, the first fault; else the start of the run.</param>
/// <param name="Plans">When plans were ready to be used.</param>
/// <param name="Noticed">When somebody first knew; null if nobody ever did.</param>
public sealed record Story(Instant Origin, IReadOnlyList<Moment> Plans, Moment? Noticed)
{
    /// <summary>Reads the moments out of a journal.</summary>
    public static Story Of(IReadOnlyList<Fact> facts)
    {
        Fact? first = facts.FirstOrDefault(f => f is TenantDeleted) ?? facts.FirstOrDefault(f => f is FaultBegan);
        Instant origin = first?.At ?? Instant.Start;
        var plans = facts.OfType<PlanReady>()
            .Select(p => new Moment(p.Replaces is null ? $"{p.Plan} begins" : $"{p.Plan} is ready", Seconds(p.At, origin))).ToList();
        FaultNoticed? noticed = facts.OfType<FaultNoticed>().FirstOrDefault();
        return new(origin, plans, noticed is null ? null : new Moment("noticed", Seconds(noticed.At, origin)));
    }

    /// <summary>Seconds from one moment to a later one.</summary>
    public static double Seconds(Instant moment, Instant origin) => (moment - origin).TotalSeconds;
}
