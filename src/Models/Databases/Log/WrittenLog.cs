using Simulator.Kernel;
using Simulator.Models.Workloads;

namespace Simulator.Models.Databases.Log;

/// <summary>
/// The log that a database has written, in bytes since the start of the run (negative before it), as a function of time. As long as nothing
/// disturbs it, it is the integral of the workload, in closed form; only what changes the pace is remembered.
/// </summary>
public sealed class WrittenLog
{
    private readonly Workload _workload;
    private readonly TimeSpan _clock;
    private readonly List<Piece> _pieces;

    /// <summary>From a moment on: the workload times a factor, or a rate of its own.</summary>
    private readonly record struct Piece(Instant From, double Position, double Factor, double? Rate);

    /// <summary>The log of a database that has always been writing.</summary>
    /// <param name="workload">What it is asked to write.</param>
    /// <param name="clock">Time of day at the start of the run.</param>
    public WrittenLog(Workload workload, TimeSpan clock)
        : this(workload, clock, [new Piece(Instant.Start, 0, 1, null)])
    {
    }

    private WrittenLog(Workload workload, TimeSpan clock, List<Piece> pieces)
    {
        _workload = workload;
        _clock = clock;
        _pieces = pieces;
    }

    /// <summary>How much had been written at a moment.</summary>
    public double At(Instant moment) => At(_pieces[Math.Max(0, _pieces.FindLastIndex(piece => piece.From <= moment))], moment);

    /// <summary>Bytes a second at a moment.</summary>
    public double RateAt(Instant moment)
    {
        Piece piece = _pieces[Math.Max(0, _pieces.FindLastIndex(p => p.From <= moment))];
        return piece.Rate ?? piece.Factor * _workload.RateAt(_clock + moment.SinceStart);
    }

    /// <summary>The first moment at which so much had been written; never where it never is.</summary>
    public Instant MomentOf(double position)
    {
        int index = _pieces.FindLastIndex(piece => piece.Position < position);
        Piece inside = _pieces[Math.Max(0, index)];
        long low = inside.From.Ticks, high = index + 1 < _pieces.Count && index >= 0 ? _pieces[index + 1].From.Ticks : low + 1;
        for (long step = TimeSpan.TicksPerSecond; index < 0 && At(inside, new Instant(low)) >= position; step *= 2) low -= step;
        if (index == _pieces.Count - 1)
        {
            if (inside.Rate is 0 || (inside.Rate is null && (inside.Factor == 0 || _workload.Mean == 0))) return Instant.Never;
            for (long step = TimeSpan.TicksPerSecond; At(inside, new Instant(high)) < position; step *= 2) high += step;
        }
        while (high - low > 1)
        {
            long middle = low + (high - low) / 2;
            if (At(inside, new Instant(middle)) >= position) high = middle;
            else low = middle;
        }
        return new Instant(high);
    }

    /// <summary>From a moment on it writes so many times what it is asked to: 0 while it is down.</summary>
    public void Pace(Instant from, double factor) => Add(new Piece(from, At(from), factor, null));

    /// <summary>From a moment on it is held back to a rate of its own, bytes a second.</summary>
    public void Hold(Instant from, double rate) => Add(new Piece(from, At(from), 0, rate));

    /// <summary>The log of a successor that has everything up to a position, and writes nothing until it is told to.</summary>
    /// <param name="at">When it takes over.</param>
    /// <param name="position">The last byte that it has.</param>
    public WrittenLog Fork(Instant at, double position)
    {
        Instant until = MomentOf(position);
        List<Piece> kept = [.. _pieces.Where((piece, index) => index == 0 || piece.From <= until)];
        var successor = new WrittenLog(_workload, _clock, kept);
        kept.Add(new Piece(Instant.Earlier(until, at), position, 0, null));
        return successor;
    }

    private void Add(Piece piece)
    {
        if (piece.From < _pieces[^1].From) throw new ArgumentOutOfRangeException(nameof(piece), $"the pace already changed later, at {_pieces[^1].From}, than at {piece.From}");
        if (piece.From == _pieces[^1].From && _pieces.Count > 1) _pieces[^1] = piece;
        else _pieces.Add(piece);
    }

    private double At(Piece piece, Instant moment) =>
        piece.Position + (piece.Rate is { } rate ? rate * (moment - piece.From).TotalSeconds : piece.Factor == 0 ? 0 : piece.Factor * _workload.Between(piece.From, moment, _clock));
}
