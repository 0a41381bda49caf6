using Simulator.Kernel;
using Simulator.Models.Databases.Log;

namespace Simulator.Models.Databases.Run;

/// <summary>A stretch of acknowledged log that putting a database back took with it.</summary>
/// <param name="Log">The log that it is part of.</param>
/// <param name="From">Where the log went back to.</param>
/// <param name="To">Where it had come.</param>
/// <param name="Point">The moment that it went back to.</param>
/// <param name="Lost">When it had come there.</param>
/// <param name="Reach">By the name of each change stream that holds more than that: the newest moment in it.</param>
public sealed record RolledBack(WrittenLog Log, double From, double To, Instant Point, Instant Lost, IReadOnlyDictionary<string, Instant> Reach)
{
    /// <summary>Where what counts as lost begins: what was acknowledged before the run does not.</summary>
    public double Counted { get; init; }

    /// <summary>The newest moment that the stream holds which is asked about.</summary>
    public Instant Held { get; init; }
}
