using Simulator.Models.Language;

namespace Simulator.Models.Workloads.Traces;

/// <summary>
/// A trace on disk. One pass over the file makes an index of bounded size; later questions read the stretch that they need again, so a trace may be
/// far larger than the memory. Safe to use from several threads. Its answers depend on the file alone, not on what was asked before.
/// </summary>
internal sealed class TraceFile
{
    private const int MostCached = 16;

    private readonly string _path;
    private readonly long _bytes;
    private readonly TraceIndex _index;
    private readonly Lock _gate = new();
    private readonly List<(int Number, Block Block)> _cached = [];

    private TraceFile(string path, long bytes, TraceIndex index)
    {
        _path = path;
        _bytes = bytes;
        _index = index;
        Swing = Length < TimeSpan.TicksPerDay ? Measure() : double.PositiveInfinity;
    }

    /// <summary>Its length in ticks.</summary>
    public long Length => _index.Length;

    /// <summary>What arrives in all of it.</summary>
    public double Volume => _index.Volume;

    /// <summary>Its highest rate.</summary>
    public double Peak => _index.Peak;

    /// <summary>How far what has arrived is at most from what its mean rate would have brought; infinite where it is a day long or more.</summary>
    public double Swing { get; }

    /// <summary>Reads a file once and remembers where in it what stands.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="column">What its column of rates must be called.</param>
    public static Parsed<TraceFile> Open(string path, string name, string column)
    {
        if (!File.Exists(path)) return Parsed.No<TraceFile>($"{name}: there is no such file in the folder of the scenario");
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            Parsed<TraceIndex> index = TraceIndex.Of(stream, column);
            return index.Problem is { } problem ? Parsed.No<TraceFile>($"{name}:{problem}") : Parsed.Ok(new TraceFile(path, stream.Length, index.Value));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Parsed.No<TraceFile>($"{name}: the file cannot be read");
        }
    }

    /// <summary>The rows around a moment.</summary>
    /// <param name="ticks">In [0, <see cref="Length"/>).</param>
    public Block BlockAt(long ticks)
    {
        int number = _index.BlockOf(ticks);
        lock (_gate)
        {
            int at = _cached.FindLastIndex(entry => entry.Number == number);
            if (at == _cached.Count - 1 && at >= 0) return _cached[at].Block;
            (int, Block Block) entry = at >= 0 ? _cached[at] : (number, Read(number));
            if (at >= 0) _cached.RemoveAt(at);
            else if (_cached.Count == MostCached) _cached.RemoveAt(0);
            _cached.Add(entry);
            return entry.Block;
        }
    }

    private Block Read(int number)
    {
        using FileStream stream = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (stream.Length != _bytes) throw new InvalidDataException($"{_path} has changed since the scenario was read");
        return _index.Read(stream, number);
    }

    private double Measure()
    {
        double lowest = 0, highest = 0, mean = Volume / Length;
        for (int number = 0; number < _index.Blocks; number++)
        {
            Block block = _index.Blocks == 1 ? BlockAt(0) : Read(number);
            for (int row = 0; row < block.Ticks.Length; row++)
            {
                lowest = Math.Min(lowest, block.Volumes[row] - mean * block.Ticks[row]);
                highest = Math.Max(highest, block.Volumes[row] - mean * block.Ticks[row]);
            }
        }
        return highest - lowest;
    }
}
