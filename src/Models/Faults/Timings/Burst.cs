using Simulator.Models.Language;

namespace Simulator.Models.Faults.Timings;

/// <summary>Faults that come together: the first at once, the others at moments drawn evenly from a stretch of time (a cluster process).</summary>
/// <param name="Count">How many come together.</param>
/// <param name="Within">The stretch, from the first of them.</param>
public sealed record Burst(int Count, TimeSpan Within)
{
    /// <summary>How a burst is written.</summary>
    public static readonly Shape<Burst> Shape = new("burst", "Faults that come together.", fields => new Burst(
        fields.Required("count", Syntaxes.Count.Where("1 to 1000", n => n is >= 1 and <= 1000), "How many come together."),
        fields.Required("within", Syntaxes.Duration.Where("finite", within => within < TimeSpan.MaxValue), "The first comes at once, the others at drawn moments within this time of it.")));
}
