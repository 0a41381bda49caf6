using Simulator.Models.Language;

namespace Simulator.Models.Workloads.Traces;

/// <summary>
/// Where in a trace what stands: checkpoints of time, volume and place in the file, each so many rows after the one before. When there are too many,
/// every second is forgotten and the distance doubles, so that the index never grows beyond a few megabytes.
/// </summary>
internal sealed class TraceIndex
{
    private const int MostCheckpoints = 65_536;
    private const int FewestRows = 512;

    private readonly List<Checkpoint> _checkpoints = [];
    private int _rowsEach = FewestRows;
    private int _rows;
    private long _origin;
    private long _last;
    private long _gap;
    private double _rate;

    private readonly record struct Checkpoint(long Ticks, double Volume, long Offset);

    private TraceIndex()
    {
    }

    /// <summary>Length of the trace in ticks: the last row lasts as long as the one before it.</summary>
    public long Length => _last + _gap;

    /// <summary>What arrives in all of it, in base units.</summary>
    public double Volume { get; private set; }

    /// <summary>The highest rate.</summary>
    public double Peak { get; private set; }

    /// <summary>How many stretches it is read in.</summary>
    public int Blocks => _checkpoints.Count;

    /// <summary>Reads a trace from beginning to end, or tells the first line that is wrong, as <c>3: what is wrong</c>.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="column">What its column of rates must be called.</param>
    public static Parsed<TraceIndex> Of(Stream stream, string column)
    {
        var lines = new Lines(stream, 0);
        if (!lines.Next(out ReadOnlySpan<byte> line)) return Parsed.No<TraceIndex>($"1: the file is empty: its first line is seconds,{column}");
        string head = Row.Shown(line).TrimStart('\uFEFF').Replace(" ,", ",", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal).Trim();
        if (head != $"seconds,{column}") return Parsed.No<TraceIndex>($"1: '{head}' is not the first line of a trace: its columns and their units are named first, seconds,{column}");
        var index = new TraceIndex();
        for (long number = 2; lines.Next(out line); number++)
        {
            Parsed<Row> row = line.Length > Lines.Longest ? Parsed.No<Row>("the line is too long for a time and a rate") : Row.Parse(line);
            string? problem = row.Problem ?? index.Add(row.Value, lines.Offset);
            if (problem is not null) return Parsed.No<TraceIndex>($"{number}: {problem}");
        }
        if (index._rows < 2) return Parsed.No<TraceIndex>($"{index._rows + 1}: the trace ends after {index._rows} rows: at least two times with their rates are needed");
        index.Volume = Block.After(index.Volume, index._rate, index._gap);
        return Parsed.Ok(index);
    }

    /// <summary>The number of the stretch in which a moment lies.</summary>
    public int BlockOf(long ticks) => Math.Max(0, Search.LastUpTo(_checkpoints, ticks, static checkpoint => checkpoint.Ticks));

    /// <summary>Reads a stretch again.</summary>
    public Block Read(Stream stream, int number)
    {
        Checkpoint from = _checkpoints[number];
        long end = number + 1 < _checkpoints.Count ? _checkpoints[number + 1].Ticks : Length;
        stream.Position = from.Offset;
        var lines = new Lines(stream, from.Offset);
        List<long> ticks = new(_rowsEach);
        List<double> rates = new(_rowsEach), volumes = new(_rowsEach);
        while (lines.Next(out ReadOnlySpan<byte> line))
        {
            Row row = Row.Parse(line).Value;
            long at = row.Ticks - _origin;
            if (at >= end) break;
            volumes.Add(ticks.Count == 0 ? from.Volume : Block.After(volumes[^1], rates[^1], at - ticks[^1]));
            ticks.Add(at);
            rates.Add(row.Rate);
        }
        return new Block([.. ticks], [.. rates], [.. volumes], end);
    }

    private string? Add(Row row, long offset)
    {
        if (_rows == 0) _origin = row.Ticks;
        long ticks = row.Ticks - _origin;
        if (_rows > 0 && ticks <= _last)
            return $"the time is not after that of the line before: times ascend, by at least 0.1us";
        if (_rows > 0) Volume = Block.After(Volume, _rate, ticks - _last);
        if (_rows % _rowsEach == 0) _checkpoints.Add(new Checkpoint(ticks, Volume, offset));
        if (_checkpoints.Count > MostCheckpoints)
        {
            int kept = 0;
            for (int i = 0; i < _checkpoints.Count; i += 2) _checkpoints[kept++] = _checkpoints[i];
            _checkpoints.RemoveRange(kept, _checkpoints.Count - kept);
            _rowsEach *= 2;
        }
        (_gap, _last, _rate, _rows) = (ticks - _last, ticks, row.Rate, _rows + 1);
        Peak = Math.Max(Peak, row.Rate);
        return null;
    }
}
