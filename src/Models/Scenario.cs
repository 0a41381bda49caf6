using Simulator.Models.Language;

namespace Simulator.Models;

/// <summary>Everything a trial needs to know of the world: what stands where, how it is protected, who shares it, what goes wrong, what people do.</summary>
/// <param name="Starts">The UTC moment at which the run starts; null where only relative time matters.</param>
/// <param name="Length">How long the run lasts.</param>
public sealed record Scenario(DateTime? Starts, TimeSpan Length)
{
    /// <summary>Reads the sections of the arrangement from the top level of a scenario file.</summary>
    public static Scenario Read(Fields fields) => new(null, TimeSpan.FromDays(1));
}
