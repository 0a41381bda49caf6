using Simulator.Kernel;

namespace Simulator.Experiments.Measures;

/// <summary>
/// What a straight line foretells of a catch-up: drawn through what a standby lacks when it lacks most, and an hour later. It is right while the log is
/// written at an even pace, and wrong under a daily load.
/// </summary>
internal sealed class StraightLine
{
    private static readonly TimeSpan s_looks = TimeSpan.FromHours(1);

    private readonly List<(Instant At, double Bytes)> _falling = [];

    /// <summary>What it lacks now; straight since the last time that this was told.</summary>
    public void Lag(Instant at, double bytes)
    {
        // More than before, or less at once, as from a new copy: what was before foretells nothing.
        if (_falling.Count > 0 && (bytes >= _falling[^1].Bytes || at == _falling[^1].At)) _falling.Clear();
        _falling.Add((at, bytes));
    }

    /// <summary>It has caught up: by how much the line was wrong, as a share of the time that it took; null where that was less than the hour.</summary>
    public double? ErrorAt(Instant caughtUp)
    {
        if (_falling.Count < 2 || caughtUp - _falling[0].At <= s_looks) return null;
        double took = (caughtUp - _falling[0].At).TotalSeconds, less = _falling[0].Bytes - BytesAt(_falling[0].At + s_looks);
        return less > 0 ? Math.Abs(_falling[0].Bytes / less * s_looks.TotalSeconds - took) / took : null;
    }

    private double BytesAt(Instant moment)
    {
        int next = Math.Max(1, _falling.FindIndex(point => point.At >= moment));
        ((Instant from, double high), (Instant to, double low)) = (_falling[next - 1], _falling[next]);
        return high + (low - high) * ((moment - from) / (to - from));
    }
}
