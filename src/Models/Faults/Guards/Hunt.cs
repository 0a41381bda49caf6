using Simulator.Models.Distributions;
using Simulator.Models.Faults.Detection;

namespace Simulator.Models.Faults.Guards;

/// <summary>Somebody looks for intruders from time to time, and throws out whom he finds before he has struck.</summary>
/// <param name="Detector">How often, and how well.</param>
/// <param name="Dwelt">How long the intruder is in before he strikes; the fault draws the same.</param>
public sealed record Hunt(Detector Detector, Delay Dwelt) : Guard
{
    /// <inheritdoc/>
    public override string Name => "the hunt for intruders";

    /// <inheritdoc/>
    public override bool Stops(Slips slips, Occurrence fault, int attempt) => Detector.FindsAfter(fault.Stream("hunt")) < Dwelt.Quantile(fault.Stream("dwelt").NextUniform());
}
