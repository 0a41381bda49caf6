using System.Globalization;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Distributions;

/// <summary>In what the values of a distribution are told, and how one is read.</summary>
/// <param name="Noun">What one value is called: "a duration".</param>
/// <param name="Small">A small value as text, for examples.</param>
/// <param name="Large">A larger one.</param>
/// <param name="Read">Turns a text into base units.</param>
/// <param name="Unit">What tables call its base unit: "s", "B", "count".</param>
/// <param name="Write">Turns base units into a text, as a scenario would say it.</param>
public sealed record Measure(string Noun, string Small, string Large, Func<string, Parsed<double>> Read, string Unit, Func<double, string> Write)
{
    /// <summary>Durations, in seconds; "never" is infinite.</summary>
    public static readonly Measure Duration = new("a duration", "1h", "3h", text => Durations.Parse(text).Then(
        value => Parsed.Ok(value == TimeSpan.MaxValue ? double.PositiveInfinity : value.Ticks / (double)TimeSpan.TicksPerSecond)),
        "s", value => Durations.Format(Delay.Rounded(value)));

    /// <summary>Sizes, in bytes.</summary>
    public static readonly Measure Size = new("a size", "50 GB", "200 GB", text => DataSize.Parse(text).Then(value => Parsed.Ok(value.Bytes)), "B", value => new DataSize(value).ToString());

    /// <summary>Plain amounts, such as users of a site.</summary>
    public static readonly Measure Amount = new("an amount", "10", "300", text => Numbers.Bare(text, "an amount", "10"), "count",
        value => value.ToString("0.############", CultureInfo.InvariantCulture));
}
