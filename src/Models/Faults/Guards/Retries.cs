using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Faults.Guards;

/// <summary>What was refused, or broke off, is tried again: each time it meets its guards anew, so that with p the chance of being seen it passes with 1 - p^(1 + times).</summary>
/// <param name="Times">How often it is tried again, at least once.</param>
/// <param name="After">Time until then.</param>
public sealed record Retries(int Times, Delay After)
{
    /// <summary>How retries are written.</summary>
    public static readonly Shape<Retries> Shape = new("retries", "What was refused, or broke off, is tried again.", fields => new Retries(
        fields.Required("times", Syntaxes.Count.Where("1 to 1000", n => n is >= 1 and <= 1000), "How often it is tried again."),
        fields.Optional("after", Syntaxes.Delay.Where("not never", after => !after.IsNever), "10m", "assumed: about as long as it takes to read why", "Time until it is tried again.")));
}
