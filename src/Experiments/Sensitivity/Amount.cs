using System.Globalization;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Experiments.Sensitivity;

/// <summary>A kind of quantity that a file may hold, and how one is read and written.</summary>
/// <param name="Read">Turns a text into base units.</param>
/// <param name="Write">Turns base units into a text.</param>
public sealed record Amount(Func<string, Parsed<double>> Read, Func<double, string> Write)
{
    /// <summary>Whole numbers of things.</summary>
    public static readonly Amount Whole = new(text => Syntaxes.Count.Parse(text).Then(count => Parsed.Ok((double)count)), value => value.ToString("0", CultureInfo.InvariantCulture));

    /// <summary>Every kind; a bare number is a count where it is whole.</summary>
    public static readonly IReadOnlyList<Amount> All =
    [
        Whole,
        new(text => Share.Parse(text).Then(share => Parsed.Ok(share.Fraction)), value => new Share(value).ToString()),
        new(Models.Distributions.Measure.Duration.Read, Models.Distributions.Measure.Duration.Write),
        new(Models.Distributions.Measure.Size.Read, Models.Distributions.Measure.Size.Write),
        new(text => DataRate.Parse(text).Then(rate => Parsed.Ok(rate.BytesPerSecond)), value => new DataRate(value).ToString()),
        new(text => Frequency.Parse(text).Then(rate => Parsed.Ok(rate.PerSecond)), value => new Frequency(value).ToString()),
        new(Syntaxes.Factor.Parse, value => value.ToString("0.######", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The text of a value between two ends; of whole numbers each has the same share of the places.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="place">From 0 to 1.</param>
    public string Within(double low, double high, double place) => Write(ReferenceEquals(this, Whole) ? Math.Min(high, low + Math.Floor(place * (high - low + 1))) : low + place * (high - low));
}
