using Simulator.Kernel;
using Simulator.Models.Workloads;

namespace Simulator.Models.Databases.Log;

/// <summary>
/// The log that a database has written, in bytes since the start of the run (negative before it), as a function of time that never falls. As long
/// as nothing disturbs it, it is the integral of the workload, in closed form; only what changes the pace is remembered.
/// </summary>
public sealed class WrittenLog
{
    private readonly Workload _workload;
    private readonly TimeSpan _clock;
    private readonly List<Piece> _pieces;

    /// <summary>From a moment on: the workload times a factor, or held back to a rate of its own while that much is wanted.</summary>
    private readonly record struct Piece(Instant From, double Position, double Factor, double? Rate);

    /// <summary>The log of a database that has always been writing.</summary>
    /// <param name="workload">What it is asked to write.</param>
    /// <param name="clock">Time of the week at the start of the run, since Monday 00:00.</param>
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

    /// <summary>The highest rate at the pace that is in force now, bytes a second.</summary>
    public double PeakRate => PeakOf(_pieces[^1]);

    /// <summary>The highest rate that is wanted at the pace that is in force now, bytes a second: what it would be if nothing held it back.</summary>
    public double PeakWanted => _pieces[^1] is { Factor: > 0 } piece ? piece.Factor * _workload.Peak : _pieces[^1].Rate ?? 0;

    /// <summary>How much had been written at a moment.</summary>
    public double At(Instant moment) => At(_pieces[IndexAt(moment)], moment);

    /// <summary>Bytes a second at a moment.</summary>
    public double RateAt(Instant moment)
    {
        Piece piece = _pieces[IndexAt(moment)];
        return piece.Rate ?? (piece.Factor == 0 ? 0 : piece.Factor * _workload.RateAt(moment, _clock));
    }

    /// <summary>Bytes a second that are wanted at a moment: what would be written if nothing held it back.</summary>
    public double WantedAt(Instant moment) => _pieces[IndexAt(moment)] is { Factor: > 0 } piece ? piece.Factor * _workload.RateAt(moment, _clock) : RateAt(moment);

    /// <summary>What is wanted from a moment on in the mean of a step, and until when that goes on, as far as the pace is decided.</summary>
    public RateStep WantedStep(Instant from)
    {
        int index = IndexAt(from);
        Instant end = index + 1 < _pieces.Count ? _pieces[index + 1].From : Instant.Never;
        if (_pieces[index] is not { Factor: > 0 } piece) return new RateStep(from, end, _pieces[index].Rate ?? 0);
        RateStep step = _workload.StepAt(from, _clock);
        Instant until = Instant.Earlier(step.Until, end);
        return new RateStep(from, until, piece.Factor * (until.IsNever ? step.Rate : _workload.Between(from, until, _clock) / (until - from).TotalSeconds));
    }

    /// <summary>What was wanted between two moments, bytes.</summary>
    public double WantedBetween(Instant from, Instant to)
    {
        double bytes = 0;
        for (int index = IndexAt(from); from < to; index++)
        {
            Instant until = index + 1 < _pieces.Count ? Instant.Earlier(_pieces[index + 1].From, to) : to;
            bytes += _pieces[index] is { Factor: > 0 } piece ? piece.Factor * _workload.Between(from, until, _clock) : (_pieces[index].Rate ?? 0) * (until - from).TotalSeconds;
            from = until;
        }
        return bytes;
    }

    /// <summary>The highest rate from a moment on, bytes a second.</summary>
    public double PeakRateFrom(Instant moment)
    {
        double highest = 0;
        for (int i = IndexAt(moment); i < _pieces.Count; i++) highest = Math.Max(highest, PeakOf(_pieces[i]));
        return highest;
    }

    /// <summary>
    /// The first moment, to the tick, at which so much had been written; never where it never is. So <c>At(MomentOf(p))</c> is at least p, and
    /// <c>MomentOf(At(t))</c> is not after t.
    /// </summary>
    public Instant MomentOf(double position)
    {
        if (double.IsNaN(position)) throw new ArgumentOutOfRangeException(nameof(position), "a position must be a number");
        int index = LastBelow(position);
        Piece inside = _pieces[Math.Max(0, index)];
        if (PeakOf(inside) == 0) return index < 0 ? new Instant(long.MinValue) : index + 1 < _pieces.Count ? _pieces[index + 1].From : Instant.Never;
        long origin = inside.From.Ticks, low = origin, high = origin;
        if (index < 0)
        {
            for (long step = TimeSpan.TicksPerHour; At(inside, new Instant(low)) >= position; step *= 2)
            {
                high = low;
                if (low < long.MinValue / 4) return new Instant(long.MinValue);
                low -= step;
            }
        }
        else if (index + 1 < _pieces.Count) high = _pieces[index + 1].From.Ticks;
        else
        {
            for (long step = TimeSpan.TicksPerHour; At(inside, new Instant(high)) < position; step *= 2)
            {
                low = high;
                if (high > long.MaxValue / 4) return Instant.Never;
                high += step;
            }
        }
        return new Instant(FirstTick(inside, position, low, high));
    }

    /// <summary>
    /// The log from a moment on in steps of constant rate, as far as its pace is decided: exact at both ends of a step, and inside off by less than
    /// <see cref="Workload.StepTolerance"/> of a mean day's volume. A pace that changes later ends the step that is under way: ask again then.
    /// </summary>
    public IEnumerable<RateStep> Steps(Instant from)
    {
        while (!from.IsNever)
        {
            RateStep step = NextStep(from);
            yield return step;
            from = step.Until;
        }
    }

    /// <summary>The first of <see cref="Steps"/>.</summary>
    public RateStep NextStep(Instant from)
    {
        int index = IndexAt(from);
        Piece piece = _pieces[index];
        Instant end = index + 1 < _pieces.Count ? _pieces[index + 1].From : Instant.Never;
        if (piece.Rate is { } rate) return new RateStep(from, end, rate);
        if (piece.Factor == 0) return new RateStep(from, end, 0);
        RateStep step = _workload.StepAt(from, _clock);
        Instant until = Instant.Earlier(step.Until, end);
        return new RateStep(from, until, until.IsNever ? piece.Factor * step.Rate : (At(piece, until) - At(piece, from)) / (until - from).TotalSeconds);
    }

    /// <summary>From a moment on it writes so many times what it is asked to: 0 while it is down.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pace already changed later, or the factor is negative or not finite.</exception>
    public void Pace(Instant from, double factor)
    {
        if (!double.IsFinite(factor) || factor < 0) throw new ArgumentOutOfRangeException(nameof(factor), $"a pace must be finite and not negative, not {factor}");
        Add(new Piece(from, At(from), factor, null));
    }

    /// <summary>From a moment on it is held back to a rate of its own, bytes a second.</summary>
    /// <param name="from">The moment.</param>
    /// <param name="rate">The rate.</param>
    /// <param name="wanted">So many times what it is asked to is wanted meanwhile; 0 where the rate itself is what is wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pace already changed later, or the rate is negative or not finite.</exception>
    public void Hold(Instant from, double rate, double wanted = 0)
    {
        if (!double.IsFinite(rate) || rate < 0) throw new ArgumentOutOfRangeException(nameof(rate), $"a rate must be finite and not negative, not {rate}");
        Add(new Piece(from, At(from), wanted, rate));
    }

    /// <summary>The log of a successor that has everything up to a position, and writes nothing until it is told to.</summary>
    /// <param name="at">When it takes over.</param>
    /// <param name="position">The last byte that it has.</param>
    public WrittenLog Fork(Instant at, double position)
    {
        Instant until = Instant.Earlier(MomentOf(position), at);
        // What is left may end before the run began: then the first piece, which also tells what was before it, has to begin there.
        Piece first = _pieces[0].From <= until ? _pieces[0] : _pieces[0] with { From = until, Position = At(until) };
        List<Piece> kept = [first, .. _pieces.Skip(1).Where(piece => piece.From < until)];
        kept.Add(new Piece(until, position, 0, null));
        return new WrittenLog(_workload, _clock, kept);
    }

    private void Add(Piece piece)
    {
        if (piece.From < _pieces[^1].From) throw new ArgumentOutOfRangeException(nameof(piece), $"the pace already changed later, at {_pieces[^1].From}, than at {piece.From}");
        if (piece.From == _pieces[^1].From && _pieces.Count > 1) _pieces[^1] = piece;
        else _pieces.Add(piece);
    }

    private double At(Piece piece, Instant moment) =>
        piece.Position + (piece.Rate is { } rate ? rate * (moment - piece.From).TotalSeconds : piece.Factor == 0 ? 0 : piece.Factor * _workload.Between(piece.From, moment, _clock));

    private double PeakOf(Piece piece) => piece.Rate ?? (piece.Factor == 0 ? 0 : piece.Factor * _workload.Peak);

    /// <summary>The piece in force at a moment; the first also tells what was before it.</summary>
    private int IndexAt(Instant moment) => Math.Max(0, Search.LastUpTo(_pieces, moment, static piece => piece.From));

    /// <summary>The last piece that begins below a position; -1 where the first does not.</summary>
    private int LastBelow(double position)
    {
        int low = -1, high = _pieces.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_pieces[middle].Position < position) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>The first tick after <paramref name="low"/> and up to <paramref name="high"/> at which the position is reached; a piece that ends before it leaves it to its successor's first.</summary>
    private long FirstTick(Piece piece, double position, long low, long high)
    {
        // A straight line between the ends tells about where; halving finds where exactly.
        for (int guesses = 0; high - low > 64 && guesses < 6; guesses++)
        {
            double before = At(piece, new Instant(low)), after = At(piece, new Instant(high));
            if (!(after > before)) break;
            long guess = low + (long)((high - low) * Math.Clamp((position - before) / (after - before), 0, 1));
            long margin = Math.Max(4, (high - low) >> 10), left = Math.Max(low + 1, guess - margin), right = Math.Min(high - 1, guess + margin);
            if (At(piece, new Instant(left)) < position) low = left;
            else high = left;
            if (right > low && right < high && At(piece, new Instant(right)) >= position) high = right;
            else if (right > low && right < high) low = right;
        }
        while (high - low > 1)
        {
            long middle = low + (high - low) / 2;
            if (At(piece, new Instant(middle)) >= position) high = middle;
            else low = middle;
        }
        return high;
    }
}
