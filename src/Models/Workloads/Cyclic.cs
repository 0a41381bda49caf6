using Simulator.Kernel;

namespace Simulator.Models.Workloads;

/// <summary>A workload that repeats itself. Whole cycles between two moments are counted, so that their volume is exact.</summary>
public abstract record Cyclic : Workload
{
    /// <inheritdoc/>
    public override bool RepeatsDaily => TimeSpan.TicksPerDay % Cycle.Ticks == 0;

    /// <inheritdoc/>
    public override double RateAt(Instant moment, TimeSpan clock) => RateIn(Split(moment, clock).Phase);

    /// <summary>Length of a cycle. The first begins on Monday 00:00 before the start of the run, unless <see cref="Anchored"/> says otherwise.</summary>
    protected abstract TimeSpan Cycle { get; }

    /// <summary>Where in the week a cycle begins.</summary>
    /// <param name="clock">The time of the week at the start of the run.</param>
    protected virtual TimeSpan Anchored(TimeSpan clock) => clock;

    /// <summary>What arrives in a whole cycle, in base units.</summary>
    protected abstract double CycleVolume { get; }

    /// <summary>The rate at a time since the beginning of the cycle.</summary>
    /// <param name="phase">In [0, <see cref="Cycle"/>).</param>
    protected abstract double RateIn(TimeSpan phase);

    /// <summary>What arrives from the beginning of the cycle to a time in it, in base units; never falls with time.</summary>
    /// <param name="phase">In [0, <see cref="Cycle"/>).</param>
    protected abstract double VolumeIn(TimeSpan phase);

    /// <summary>See <see cref="Workload.StepEnd"/>, as a time since the beginning of the cycle; it may lie in the next one.</summary>
    /// <param name="phase">In [0, <see cref="Cycle"/>).</param>
    /// <param name="tolerance">In base units.</param>
    protected abstract TimeSpan StepEndIn(TimeSpan phase, double tolerance);

    /// <summary>Whether the whole course is as good as its mean.</summary>
    /// <param name="tolerance">How far the volume may differ, in base units.</param>
    protected abstract bool IsEven(double tolerance);

    /// <inheritdoc/>
    protected internal sealed override double Volume(Instant from, Instant to, TimeSpan clock)
    {
        (long fromCycle, TimeSpan fromPhase) = Split(from, clock);
        (long toCycle, TimeSpan toPhase) = Split(to, clock);
        double whole = CycleVolume, before = VolumeIn(fromPhase);
        long cycles = toCycle - fromCycle;
        double volume = cycles * whole + (VolumeIn(toPhase) - before);

        // Rounding must not let the volume fall where one cycle ends and the next begins.
        return Math.Clamp(volume, cycles * whole - before, (cycles + 1) * whole - before);
    }

    /// <inheritdoc/>
    protected internal sealed override Instant StepEnd(Instant from, TimeSpan clock, double tolerance)
    {
        if (from.IsNever || IsEven(tolerance)) return Instant.Never;
        TimeSpan phase = Split(from, clock).Phase;
        return from + (StepEndIn(phase, tolerance) - phase);
    }

    private (long Cycle, TimeSpan Phase) Split(Instant moment, TimeSpan clock)
    {
        long length = Cycle.Ticks, anchor = Anchored(clock).Ticks;
        (long cycle, long phase) = Math.DivRem(moment.Ticks, length);
        phase += anchor % length;
        long more = phase < 0 ? -((length - 1 - phase) / length) : phase / length;
        return (cycle + anchor / length + more, new TimeSpan(phase - more * length));
    }
}
