using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Distributions;

namespace Simulator.Models.Places;

/// <summary>The way of bytes from one zone to another, in one direction.</summary>
public sealed class Route(Zone from, Zone to, Delay latency, IReadOnlyList<Capacity> over)
{
    /// <summary>Where it begins.</summary>
    public Zone From => from;

    /// <summary>Where it ends.</summary>
    public Zone To => to;

    /// <summary>One-way delay of a single message, for those who follow single transactions.</summary>
    public Delay Delay => latency;

    /// <summary>One-way delay of a stream: the median of <see cref="Delay"/>.</summary>
    public TimeSpan Latency { get; } = latency.Quantile(0.5);

    /// <summary>What bulk transfers on it share; empty where bandwidth never matters.</summary>
    public IReadOnlyList<Capacity> Over => over;

    /// <summary>Whether messages get through.</summary>
    public Condition Up { get; } = new(initially: true);

    /// <summary>Whether no message gets through: the opposite of <see cref="Up"/>, for those who wait for it.</summary>
    public Condition Down { get; } = new();
}
