using System.Collections;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Models.Backups;

/// <summary>The points that a layer offered during a run, at most 600,000 of them evenly taken; worked out anew whenever somebody looks, which few do.</summary>
/// <param name="layer">The layer.</param>
/// <param name="end">When the run ends.</param>
/// <param name="evenBad">Whether bad points count until their retention ends, as if nobody knew.</param>
internal sealed class OfferedPoints(LayerRun layer, Instant end, bool evenBad = false) : IReadOnlyList<OfferedPoint>
{
    private const int Most = 600_000;

    public int Count => Points.Count;

    private List<OfferedPoint> Points => layer.Offered(end, Most, evenBad);

    public OfferedPoint this[int index] => Points[index];

    public IEnumerator<OfferedPoint> GetEnumerator() => Points.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
