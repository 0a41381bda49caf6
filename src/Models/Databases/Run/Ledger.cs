using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Models.Databases.Run;

/// <summary>Where every acknowledged byte of one database is. What was acknowledged before the run is not counted, even where it is lost.</summary>
internal sealed class Ledger
{
    private readonly List<(Copy On, double Bytes)> _pending = [];
    private readonly List<Patch> _patches = [];
    private double _base;
    private double _lost;
    private double _stranded;
    private double _merged;

    /// <summary>The earliest position to which anything has gone back: below it nothing of the run is kept.</summary>
    public double Floor => _base;

    /// <summary>A log that had come to one position goes on from another, earlier one.</summary>
    /// <param name="from">What had been acknowledged.</param>
    /// <param name="to">What is left of it.</param>
    /// <param name="on">The copy that still has more than that; null where none does.</param>
    /// <param name="has">What that copy has.</param>
    public void GoBack(double from, double to, Copy? on = null, double has = double.NegativeInfinity)
    {
        double floor = Math.Max(to, _base), aside = on is null ? 0 : Math.Max(0, Math.Min(has, from) - floor);
        if (aside > 0) _pending.Add((on!, aside));
        _lost += Math.Max(0, from - floor) - aside;
        // What was lost within the stretch that goes is not lost twice; what had been won back goes with it.
        for (int i = 0; i < _patches.Count; i++)
        {
            double beyond = _patches[i].Bytes * _patches[i].Beyond(floor);
            _lost -= beyond;
            _patches[i] = _patches[i] with { To = Math.Max(_patches[i].From, Math.Min(_patches[i].To, floor)), Bytes = _patches[i].Bytes - beyond };
        }
        _base = Math.Min(_base, to);
    }

    /// <summary>A part of what was written between two positions is lost, while the log goes on from where it is.</summary>
    public void LoseWithin(double from, double to, double bytes)
    {
        double counted = Math.Max(from, _base);
        if (to <= counted || bytes <= 0) return;
        bytes *= (to - counted) / (to - from);
        _lost += bytes;
        _patches.Add(new Patch(counted, to, bytes));
    }

    /// <summary>A part of what was lost is written again, out of turn.</summary>
    /// <param name="at">Where the log is now: if it ever goes back to before that, what is won back is lost again.</param>
    /// <param name="bytes">How much.</param>
    public void Regain(double at, double bytes)
    {
        _lost -= bytes;
        _patches.Add(new Patch(at, at, -bytes));
    }

    /// <summary>What stands only on a copy comes to light: it is kept aside, thrown away or written again.</summary>
    public void Settle(Copy copy, Stranded fate)
    {
        foreach ((Copy on, double bytes) in _pending)
        {
            if (on != copy) continue;
            if (fate == Stranded.Keep) _stranded += bytes;
            else if (fate == Stranded.Merge) _merged += bytes;
            else _lost += bytes;
        }
        _pending.RemoveAll(entry => entry.On == copy);
    }

    /// <summary>The balance when the run ends.</summary>
    /// <param name="now">The end.</param>
    /// <param name="name">The databases' name.</param>
    /// <param name="number">The database's number.</param>
    /// <param name="acknowledged">What clients were told is safe, added up on the way.</param>
    /// <param name="position">Where the log of what survives ends.</param>
    /// <exception cref="InvalidOperationException">A byte is missing or was counted twice.</exception>
    public LedgerClosed Close(Instant now, string name, int number, double acknowledged, double position)
    {
        double kept = position - _base + _merged - _patches.Sum(patch => patch.Bytes), stranded = _stranded + _pending.Sum(entry => entry.Bytes);
        double off = acknowledged - kept - _lost - stranded;
        if (!(Math.Abs(off) <= 1e-6 * acknowledged + 1))
            throw new InvalidOperationException($"{name} {number} acknowledged {acknowledged} B, but {kept} B are kept, {_lost} B lost and {stranded} B stranded: {off} B are not accounted for");
        return new LedgerClosed(now, name, number, acknowledged, kept, _lost, stranded);
    }

    /// <summary>Bytes between two positions that are lost though the log is kept, or, where negative, kept though the log had gone back.</summary>
    private readonly record struct Patch(double From, double To, double Bytes)
    {
        /// <summary>The share of it that is beyond a position.</summary>
        public double Beyond(double position) => To > From ? Math.Clamp((To - position) / (To - From), 0, 1) : From > position ? 1 : 0;
    }
}
