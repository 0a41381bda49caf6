using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Recovery;

/// <summary>How many calls an API lets through, to everybody together: what comes too soon waits its turn, first come first served.</summary>
/// <param name="Rate">Calls it lets through in the long run.</param>
/// <param name="AtOnce">Calls that it lets through at once after a quiet time.</param>
public sealed record CallLimit(Frequency Rate, int AtOnce)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<CallLimit> Shape = new("limit", "How many calls an API lets through.", fields => new CallLimit(
        fields.Required("rate", Syntaxes.Frequency.Where("more than 0/s", rate => rate.PerSecond > 0), "Calls it lets through in the long run, to everybody together."),
        fields.Optional("at once", Syntaxes.Count.Where("1 to 1000000", n => n is >= 1 and <= 1_000_000), "1", "one call at a time, unless a burst is stated", "Calls that it lets through at once after a quiet time.")));
}
