using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Databases;

/// <summary>Where what is written waits until it is on disk.</summary>
public enum WriteBuffer
{
    /// <summary>Nowhere: it is on disk when it counts as written.</summary>
    None,

    /// <summary>In the operating system's cache: it survives the process, not the machine.</summary>
    OsCache,

    /// <summary>In the process's memory: it survives neither.</summary>
    Memory,
}

/// <summary>When a copy's log is brought to its disk: <c>each commit</c>, <c>os cache every 1s</c>, <c>memory every 200ms</c>.</summary>
/// <param name="Buffer">Where it waits until then.</param>
/// <param name="Every">How often the buffer is flushed; zero where there is none.</param>
public sealed record Flushing(WriteBuffer Buffer, TimeSpan Every)
{
    /// <summary>On disk before it is acknowledged.</summary>
    public static readonly Flushing EachCommit = new(WriteBuffer.None, TimeSpan.Zero);

    /// <summary>How it is written.</summary>
    public static readonly Syntax<Flushing> Syntax = new("a way of flushing", @"^(each commit|os cache every .+|memory every .+)$", "os cache every 1s", Parse);

    /// <summary>
    /// The longest time that something acknowledged may not be on disk. An operating system's cache is flushed as a whole each time; the process's own
    /// writer may need three rounds (PostgreSQL's documentation of <c>synchronous_commit</c>: three times <c>wal_writer_delay</c>).
    /// </summary>
    public TimeSpan Longest => Buffer == WriteBuffer.Memory ? 3 * Every : Every;

    /// <summary>Up to when what had been written is on disk, at a moment at which the buffer is lost.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="survives">Which buffers survive what happened: a process's end spares the operating system's.</param>
    /// <param name="phase">Where in its rounds this copy is at the start of the run, in [0, 1).</param>
    public Instant SafeAt(Instant moment, WriteBuffer survives, double phase)
    {
        if (Buffer <= survives || Longest == TimeSpan.Zero) return moment;
        long round = Longest.Ticks, offset = (long)(phase * round);
        long rounds = (long)Math.Floor((decimal)(moment.Ticks - offset) / round);
        return new Instant(offset + rounds * round);
    }

    /// <summary>As in a scenario.</summary>
    public override string ToString() => Buffer switch
    {
        WriteBuffer.None => "each commit",
        WriteBuffer.OsCache => $"os cache every {Durations.Format(Every)}",
        _ => $"memory every {Durations.Format(Every)}",
    };

    private static Parsed<Flushing> Parse(string text)
    {
        if (text == "each commit") return Parsed.Ok(EachCommit);
        foreach ((string word, WriteBuffer buffer) in new[] { ("os cache every ", WriteBuffer.OsCache), ("memory every ", WriteBuffer.Memory) })
            if (text.StartsWith(word, StringComparison.Ordinal))
                return Durations.Parse(text[word.Length..]).Then(every => every > TimeSpan.Zero && every <= TimeSpan.FromDays(1)
                    ? Parsed.Ok(new Flushing(buffer, every))
                    : Parsed.No<Flushing>($"'{text}' is never flushed, or always: write a time of more than 0s and at most 1d, or each commit"));
        return Parsed.No<Flushing>($"'{text}' is not a way of flushing: write each commit, os cache every 1s or memory every 200ms");
    }
}
