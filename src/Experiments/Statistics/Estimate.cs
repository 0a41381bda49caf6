using Simulator.Experiments.Results;

namespace Simulator.Experiments.Statistics;

/// <summary>A figure estimated from trials, with what the trials prove about the true one at 95 %. Infinite values are values like others.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">One-sided bound: the true figure is at least this, 95 times in 100; null where no bound exists at this number of trials.</param>
/// <param name="Upper">One-sided bound: the true figure is at most this, 95 times in 100; null where no bound exists at this number of trials.</param>
/// <param name="Interval">Two-sided 95 % interval; null where none exists at this number of trials.</param>
public readonly record struct Estimate(double Value, double? Lower, double? Upper, Interval? Interval)
{
    /// <summary>Confidence of a bound on one side.</summary>
    public const double OneSided = 0.95;

    /// <summary>Confidence of each side of a two-sided 95 % interval.</summary>
    public const double EachSide = 0.975;

    /// <summary>A figure that chance does not touch: every bound is the figure itself.</summary>
    public static Estimate Certain(double value) => new(value, value, value, new Interval(value, value));

    /// <summary>The same estimate for a table.</summary>
    public Quantile AsQuantile => new(Value, Interval);

    /// <summary>The interval between two ends; null where one of them does not exist.</summary>
    public static Interval? Between(double? low, double? high) => low is { } l && high is { } h ? new Interval(l, h) : null;
}
