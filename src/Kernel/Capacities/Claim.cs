namespace Simulator.Kernel.Capacities;

/// <summary>What somebody wants of the capacities that he crosses: a transfer, or an open-ended current.</summary>
internal abstract class Claim
{
    private Capacity[] _over = new Capacity[2];
    private int[] _positions = new int[2];
    private int _places;

    /// <summary>The how-many-th claim of its simulation: settles ties.</summary>
    public long Number { get; set; }

    /// <summary>The capacities that it crosses.</summary>
    public ReadOnlySpan<Capacity> Over => _over.AsSpan(0, _places);

    /// <summary>Where it stands in the list of each of them.</summary>
    public Span<int> Positions => _positions.AsSpan(0, _places);

    public double Cap { get; protected set; }

    public double Weight { get; protected set; }

    /// <summary>Bytes a second, now.</summary>
    public double Rate { get; protected set; }

    /// <summary>Bytes a second by the newest filling; below zero while it has none.</summary>
    public double Share { get; set; }

    public long Mark { get; set; }

    /// <summary>The level of filling, bytes a second for a weight of one, at which the cap holds it.</summary>
    public double CapLevel => Cap / Weight;

    /// <summary>Time begins to pass for it.</summary>
    public abstract void Begin(Instant now);

    /// <summary>Takes its share as its rate from now on.</summary>
    public abstract void TakeShare(Instant now);

    protected void Cross(ReadOnlySpan<Capacity> over)
    {
        _places = over.Length;
        if (_places > _over.Length) (_over, _positions) = (new Capacity[_places], new int[_places]);
        over.CopyTo(_over);
    }
}
