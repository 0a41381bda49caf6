using Simulator.Kernel;
using Simulator.Models.Databases.Log;

namespace Simulator.Models.Backups.Cutting;

/// <summary>
/// Cuts where a piece has been open for so long, or is full, whichever comes first; each cut begins a new piece and a new wait. The sequence is begun
/// anew at a grid of moments (about an hour apart, a multiple of the time), so that any cut is found from the grid point before it.
/// </summary>
public sealed class WhicheverFirst : Cuts
{
    // How many cuts fit between two points of the grid; more than an hour of log in the smallest pieces that anybody ships.
    private const long Room = 1L << 24;

    private readonly WrittenLog _log;
    private readonly TimeSpan _every;
    private readonly double _segment;
    private readonly PeriodicCuts _grid;
    private (long Number, List<Instant> Cuts) _known = (long.MinValue, []);

    /// <summary>Cuts of a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="every">The longest that a piece is open.</param>
    /// <param name="segment">The size at which it is full, in bytes.</param>
    /// <param name="offset">A moment of the grid.</param>
    public WhicheverFirst(WrittenLog log, TimeSpan every, double segment, TimeSpan offset)
    {
        _log = log;
        _every = every;
        _segment = segment;
        _grid = new PeriodicCuts(every * Math.Max(1, TimeSpan.TicksPerHour / every.Ticks), offset);
    }

    /// <inheritdoc/>
    public override Instant At(long index)
    {
        (long number, long place) = Split(index);
        List<Instant> cuts = Of(number);
        return place < cuts.Count ? cuts[(int)place] : Instant.Never;
    }

    /// <inheritdoc/>
    public override long? Newest(Instant notAfter)
    {
        long number = _grid.Newest(notAfter)!.Value;
        return number * Room + Of(number).FindLastIndex(cut => cut <= notAfter);
    }

    /// <inheritdoc/>
    public override long? Before(long index)
    {
        (long number, long place) = Split(index);
        return place > 0 ? index - 1 : (number - 1) * Room + Of(number - 1).Count - 1;
    }

    /// <inheritdoc/>
    public override long? After(long index)
    {
        (long number, long place) = Split(index);
        return place + 1 < Of(number).Count ? index + 1 : (number + 1) * Room;
    }

    private static (long Number, long Place) Split(long index) => (index >> 24, index & (Room - 1));

    private List<Instant> Of(long number)
    {
        if (_known.Number == number) return _known.Cuts;
        Instant end = _grid.At(number + 1);
        List<Instant> cuts = [];
        for (Instant cut = _grid.At(number); cut < end && cuts.Count < Room; cut = Instant.Later(cut + new TimeSpan(1), Instant.Earlier(cut + _every, _log.MomentOf(_log.At(cut) + _segment))))
            cuts.Add(cut);
        _known = (number, cuts);
        return cuts;
    }
}
