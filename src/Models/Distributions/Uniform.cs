using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>Anything between two values, each alike: <c>uniform(1h 3h)</c>.</summary>
/// <param name="Low">The lower end, 0 or more.</param>
/// <param name="High">The upper end, above the lower.</param>
public sealed record Uniform(double Low, double High) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Low + (High - Low) / 2;

    /// <inheritdoc/>
    public override double Quantile(double u) => Low + u * (High - Low);

    /// <inheritdoc/>
    public override double Cumulative(double x) => x <= Low ? 0 : x >= High ? 1 : (x - Low) / (High - Low);

    /// <summary>As in a scenario, in base units.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"uniform({Low} {High})");

    internal static Parsed<Distribution> Read(Parameters given)
    {
        (double Low, double High)? ends = given switch
        {
            { Bare: [var low, var high], Labelled.Count: 0 } => (low, high),
            { Bare: [], Labelled.Count: 2 } when given.Of("min") is { } low && given.Of("max") is { } high => (low, high),
            _ => null,
        };
        if (ends is not { } range) return given.Wrong("its two ends", "uniform(# ##)");
        return range.Low < range.High
            ? Parsed.Ok<Distribution>(new Uniform(range.Low, range.High))
            : Parsed.No<Distribution>($"'{given.Text}' is empty: the first end must be below the second");
    }
}
