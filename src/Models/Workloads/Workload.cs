using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Workloads;

/// <summary>
/// How much arrives at each moment, in base units (bytes, events) per second. How much arrives between two moments is a closed form, so a year costs
/// as little as a second; and it always was so: moments before the start of the run have their rates too.
/// <para>
/// <c>clock</c> is always the time of the week at the start of the run, since Monday 00:00; 0 where the run has no date, whose first day is then
/// a Monday.
/// </para>
/// </summary>
public abstract record Workload
{
    /// <summary>A step may differ inside from the true course by this part of a mean day's volume.</summary>
    public const double StepTolerance = 0.001;

    /// <summary>The mean rate over a long time, per second.</summary>
    public abstract double Mean { get; }

    /// <summary>The highest rate, per second.</summary>
    public abstract double Peak { get; }

    /// <summary>Whether every day is like every other.</summary>
    public abstract bool RepeatsDaily { get; }

    /// <summary>The rate at a moment, per second.</summary>
    /// <param name="moment">The moment; one before the start of the run is as good as any.</param>
    /// <param name="clock">The time of the week at <see cref="Instant.Start"/>.</param>
    public abstract double RateAt(Instant moment, TimeSpan clock);

    /// <summary>What arrives between two moments, in base units; negative where <paramref name="to"/> is the earlier.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The second; where it never comes the amount is infinite (or nothing, at rate 0).</param>
    /// <param name="clock">The time of the week at <see cref="Instant.Start"/>.</param>
    public double Between(Instant from, Instant to, TimeSpan clock)
    {
        if (to.IsNever || from.IsNever) return to == from || Mean == 0 ? 0 : to.IsNever ? double.PositiveInfinity : double.NegativeInfinity;
        return Volume(from, to, clock);
    }

    /// <summary>
    /// The course in steps of constant rate, without end. At both ends of a step the volume is that of the course; inside it
    /// differs by less than <see cref="StepTolerance"/> of a mean day's volume. As few steps as that allows.
    /// </summary>
    /// <param name="from">Where the first begins.</param>
    /// <param name="clock">The time of the week at <see cref="Instant.Start"/>.</param>
    public IEnumerable<RateStep> Steps(Instant from, TimeSpan clock)
    {
        while (!from.IsNever)
        {
            RateStep step = StepAt(from, clock);
            yield return step;
            from = step.Until;
        }
    }

    /// <summary>The first of <see cref="Steps"/>.</summary>
    public RateStep StepAt(Instant from, TimeSpan clock)
    {
        Instant until = StepEnd(from, clock, StepTolerance * Mean * 86_400);
        return new RateStep(from, until, until.IsNever ? Mean : Between(from, until, clock) / (until - from).TotalSeconds);
    }

    /// <summary>The same workload with what it needs from files beside the scenario; only then can it be asked.</summary>
    internal virtual Parsed<Workload> Load(Folder folder) => Parsed.Ok(this);

    /// <summary>What arrives between two moments that both come.</summary>
    protected internal abstract double Volume(Instant from, Instant to, TimeSpan clock);

    /// <summary>
    /// How far a straight line may go: at no moment up to there does the volume differ by more than the tolerance from one that grows evenly, and
    /// that stays so where the line is cut short. Never where that is always so at the mean rate.
    /// </summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="clock">The time of the week at <see cref="Instant.Start"/>.</param>
    /// <param name="tolerance">In base units.</param>
    protected internal abstract Instant StepEnd(Instant from, TimeSpan clock, double tolerance);
}

/// <summary>A stretch of time with a constant rate.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Until">Where the next one begins; never if it is the last.</param>
/// <param name="Rate">Base units per second.</param>
public readonly record struct RateStep(Instant From, Instant Until, double Rate);
