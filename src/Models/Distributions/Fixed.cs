using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>Always the same value: <c>fixed(1h)</c>, or the bare <c>1h</c>.</summary>
/// <param name="Value">The value, 0 or more; infinite is "never".</param>
public sealed record Fixed(double Value) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Value;

    /// <inheritdoc/>
    public override double Quantile(double u) => Value;

    /// <inheritdoc/>
    public override double Cumulative(double x) => x >= Value ? 1 : 0;

    /// <summary>As in a scenario, in base units.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"fixed({Value})");

    internal static Parsed<Distribution> Read(Parameters given) =>
        given.Bare is [var value] && given.Labelled.Count == 0 ? Parsed.Ok<Distribution>(new Fixed(value)) : given.Wrong("one value", "fixed(#)");
}
