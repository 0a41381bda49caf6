using Simulator.Kernel;

namespace Simulator.Models.Databases.Log;

/// <summary>
/// A position in a log as a function of time: in pieces it is where its leader is, or runs in a straight line, but never ahead of the leader. The whole
/// history is kept.
/// </summary>
internal sealed class Track
{
    private readonly Func<Instant, double> _leader;
    private readonly List<Piece> _pieces = [];

    private readonly record struct Piece(Instant From, double Position, double Rate, bool IsWithLeader);

    /// <summary>A track that has always been with its leader, or (from a start) at a position.</summary>
    public Track(Func<Instant, double> leader, double? start)
    {
        _leader = leader;
        _pieces.Add(new Piece(new Instant(long.MinValue), start ?? double.NegativeInfinity, 0, start is null));
    }

    /// <summary>Whether it is with its leader now.</summary>
    public bool IsWithLeader => _pieces[^1].IsWithLeader;

    /// <summary>Bytes a second of the newest piece where it runs by itself.</summary>
    public double Rate => _pieces[^1].Rate;

    /// <summary>The position at a moment; in a piece that has not ended, as far as can be said now.</summary>
    public double At(Instant moment)
    {
        Piece piece = _pieces[IndexAt(moment)];
        double leader = _leader(moment);
        return Math.Max(piece.Position, piece.IsWithLeader ? leader : Math.Min(Line(piece, moment), leader));
    }

    /// <summary>Where the newest piece would be at a moment, if its leader were no limit.</summary>
    public double LineAt(Instant moment) => Line(_pieces[^1], moment);

    /// <summary>Bytes a second at a moment where it ran by itself; null where it was with its leader.</summary>
    public double? OwnRateAt(Instant moment) => _pieces[IndexAt(moment)] is { IsWithLeader: false } piece ? piece.Rate : null;

    /// <summary>The first change after a moment; never if none is known.</summary>
    public Instant NextChange(Instant after) => IndexAt(after) + 1 is var next && next < _pieces.Count ? _pieces[next].From : Instant.Never;

    /// <summary>The position just before what has come to its leader at this instant; what was put at this instant counts.</summary>
    public double Before(Instant now) => _pieces[^1].From == now ? _pieces[^1].Position : At(new Instant(now.Ticks - 1));

    /// <summary>From now on it is with its leader.</summary>
    public void Follow(Instant now)
    {
        if (!IsWithLeader) Add(new Piece(now, At(now), 0, IsWithLeader: true));
    }

    /// <summary>From now on it runs by itself; what it could not use until now because its leader was no further is not made up for.</summary>
    public void Run(Instant now, double rate)
    {
        if (IsWithLeader || Rate != rate || At(now) < LineAt(now)) Add(new Piece(now, At(now), rate, IsWithLeader: false));
    }

    /// <summary>From now on it stands at a position.</summary>
    public void Put(Instant now, double position) => Add(new Piece(now, position, 0, IsWithLeader: false));

    private void Add(Piece piece)
    {
        if (piece.From < _pieces[^1].From) throw new InvalidOperationException($"a track already changed later, at {_pieces[^1].From}, than at {piece.From}");
        if (piece.From == _pieces[^1].From && _pieces.Count > 1) _pieces[^1] = piece;
        else _pieces.Add(piece);
    }

    private int IndexAt(Instant moment) => Math.Max(0, Search.LastUpTo(_pieces, moment, static piece => piece.From));

    // A piece without a beginning stands still.
    private static double Line(Piece piece, Instant moment) =>
        piece.Rate == 0 ? piece.Position : piece.Position + piece.Rate * ((moment.Ticks - piece.From.Ticks) / (double)TimeSpan.TicksPerSecond);
}
