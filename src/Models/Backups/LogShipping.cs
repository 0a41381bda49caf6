using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>The log, cut at a cadence and shipped to a store: a restored full copy can be rolled forward to any cut.</summary>
/// <param name="Every">Time between two cuts.</param>
/// <param name="Takes">Time from a cut until the piece has arrived.</param>
/// <param name="Keep">How long a piece is kept.</param>
/// <param name="To">The store it is kept in.</param>
public sealed record LogShipping(TimeSpan Every, TimeSpan Takes, TimeSpan Keep, string To) : BackupPolicy(Every, Takes, Keep)
{
    /// <summary>How log shipping is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("log", "The log, cut at a cadence and shipped to a store.", fields => new LogShipping(
        fields.Required("every", Cadence, "Time between two cuts; each database's own offset is drawn in [0, every)."),
        UntilUsable(fields),
        Kept(fields),
        fields.Required("to", Syntaxes.NameOf("stores"), "The store it is kept in.")));

    /// <inheritdoc/>
    public override RestorePoint? Offer(RestorePoint? soFar, string name, Instant notAfter, Instant asOf, TimeSpan offset)
    {
        if (soFar?.Base is not { } from || NewestCut(notAfter, asOf, offset) is not { } cut || cut <= soFar.At) return soFar;
        // Rolling forward needs every piece since the full copy: the oldest of them must not have been thrown away.
        return from + Keep > asOf ? soFar with { At = cut, Source = $"{soFar.Source} + {name}" } : soFar;
    }
}
