using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Workloads;

/// <summary>In what a workload is told: bytes or events per second.</summary>
/// <param name="Noun">What a rate is called in a message: "a data rate".</param>
/// <param name="Example">A valid rate.</param>
/// <param name="Column">What the column of rates is called in the first line of a trace.</param>
/// <param name="Read">Reads a rate into base units per second.</param>
public sealed record Rates(string Noun, string Example, string Column, Func<string, Parsed<double>> Read)
{
    /// <summary>Bytes per second.</summary>
    public static readonly Rates OfData = new("a data rate", "5 MB/s", "bytes per second", text => DataRate.Parse(text).Then(rate => Parsed.Ok(rate.BytesPerSecond)));

    /// <summary>Events per second.</summary>
    public static readonly Rates OfEvents = new("a frequency", "120/s", "events per second", text => Frequency.Parse(text).Then(rate => Parsed.Ok(rate.PerSecond)));
}
