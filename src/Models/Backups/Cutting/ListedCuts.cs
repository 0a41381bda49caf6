using Simulator.Kernel;

namespace Simulator.Models.Backups.Cutting;

/// <summary>Cuts at moments that the scenario lists; there are no others.</summary>
public sealed class ListedCuts(IEnumerable<Instant> moments) : Cuts
{
    private readonly Instant[] _moments = [.. moments.Distinct().Order()];

    /// <inheritdoc/>
    public override Instant At(long index) => index >= 0 && index < _moments.Length ? _moments[index] : Instant.Never;

    /// <inheritdoc/>
    public override long? Newest(Instant notAfter)
    {
        int index = Array.FindLastIndex(_moments, moment => moment <= notAfter);
        return index < 0 ? null : index;
    }

    /// <inheritdoc/>
    public override long? Before(long index) => index > 0 ? index - 1 : null;

    /// <inheritdoc/>
    public override long? After(long index) => index + 1 < _moments.Length ? index + 1 : null;
}
