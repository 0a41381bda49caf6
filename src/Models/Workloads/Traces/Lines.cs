namespace Simulator.Models.Workloads.Traces;

/// <summary>The lines of a text file one after the other, with a buffer of fixed size, however large the file is.</summary>
internal sealed class Lines(Stream stream, long start)
{
    /// <summary>More bytes than a line of a trace ever has.</summary>
    public const int Longest = 256;

    private readonly byte[] _buffer = new byte[1 << 16];
    private long _offset = start;
    private int _from;
    private int _to;

    /// <summary>Where in the file the newest line begins.</summary>
    public long Offset { get; private set; }

    /// <summary>The next line without its end, valid until the next call; false at the end of the file. A line that is too long is cut off.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        Offset = _offset + _from;
        int end = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
        if (end < 0 && _to - _from <= Longest)
        {
            Fill();
            end = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
        }
        int length = end >= 0 ? end : _to - _from;
        line = _buffer.AsSpan(_from, length);
        if (end < 0 && length == 0) return false;
        _from += end >= 0 ? end + 1 : length;
        if (line.Length > 0 && line[^1] == (byte)'\r') line = line[..^1];
        return true;
    }

    private void Fill()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        _offset += _from;
        _to -= _from;
        _from = 0;
        _to += stream.ReadAtLeast(_buffer.AsSpan(_to), _buffer.Length - _to, throwOnEndOfStream: false);
    }
}
