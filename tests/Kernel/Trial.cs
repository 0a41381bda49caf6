using Simulator.Kernel;
using Simulator.Kernel.Arithmetic;
using Simulator.Kernel.Randomness;

namespace Simulator.Tests.Kernel;

/// <summary>Small words for tests of the kernel.</summary>
internal static class Trial
{
    public static Simulation New(int trial = 0, ulong seed = 7) => new(new Streams(seed, trial));

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    public static Instant At(double seconds) => Instant.After(TimeSpan.FromSeconds(seconds));

    /// <summary>A simulation in which one process has run to the end.</summary>
    public static Simulation Run(Func<Lifetime, Process> process)
    {
        Simulation simulation = New();
        simulation.Forever.Start(process(simulation.Forever));
        simulation.Run(At(1e6));
        return simulation;
    }
}

/// <summary>An exponential duration.</summary>
internal sealed record ExponentialDelay(TimeSpan Mean) : IRandomDelay
{
    public TimeSpan Quantile(double u) => Mean * -PureMath.Log(1 - u);

    public double Cumulative(TimeSpan duration) => 1 - PureMath.Exp(-(duration / Mean));
}

/// <summary>A duration between zero and a longest one, all alike.</summary>
internal sealed record UniformDelay(TimeSpan Longest) : IRandomDelay
{
    public TimeSpan Quantile(double u) => Longest * u;

    public double Cumulative(TimeSpan duration) => Math.Clamp(duration / Longest, 0, 1);
}
