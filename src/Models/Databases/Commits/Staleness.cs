using Simulator.Kernel.Randomness;

namespace Simulator.Models.Databases.Commits;

/// <summary>How many copies there are, how many acknowledgements make a write, how many answers make a read.</summary>
/// <param name="Copies">N, 1 or more.</param>
/// <param name="Answers">R, 1 to N.</param>
/// <param name="Acknowledgements">W, 1 to N. Where R + W is more than N, no read misses a write acknowledged before it began.</param>
public readonly record struct Quorum(int Copies, int Answers, int Acknowledgements);

/// <summary>
/// How stale reads of a leaderless store are: probabilistically bounded staleness (Bailis et al., VLDB 2012), by draws. One write goes to all copies and is acknowledged when
/// enough of them have; a read some time later asks all copies and takes the newest of the first answers; it is stale if none of those copies had the
/// write when it looked. Neither read repair nor a second write is part of it, as in the paper.
/// </summary>
public sealed class Staleness
{
    private readonly long _pairs;
    private readonly Lazy<double[]> _late;
    private readonly Lazy<double[]> _reads;
    private readonly Lazy<double[]> _writes;

    private Staleness(long pairs, List<double> late, double[] reads, double[] writes)
    {
        _pairs = pairs;
        _late = Sorted([.. late]);
        _reads = Sorted(reads);
        _writes = Sorted(writes);
    }

    /// <summary>Draws pairs of a write and a read.</summary>
    /// <param name="delays">How long messages take.</param>
    /// <param name="quorum">How many copies, answers and acknowledgements.</param>
    /// <param name="draws">How many writes and reads; each write is paired with the read at every copy. A quantile p of a tail x^-a is known to about 1 / (a sqrt(draws (1 - p))) of itself.</param>
    /// <param name="stream">Where the luck comes from.</param>
    public static Staleness Draw(QuorumDelays delays, Quorum quorum, int draws, RandomStream stream) =>
        Draw(delays, quorum.Copies, [(quorum.Answers, quorum.Acknowledgements)], draws, stream)[0];

    /// <summary>The same for several numbers of answers and acknowledgements, by the same messages.</summary>
    /// <param name="delays">How long messages take.</param>
    /// <param name="copies">How many copies there are.</param>
    /// <param name="wanted">Answers and acknowledgements, each 1 to <paramref name="copies"/>.</param>
    /// <param name="draws">How many pairs of a write and a read.</param>
    /// <param name="stream">Where the luck comes from.</param>
    public static IReadOnlyList<Staleness> Draw(
        QuorumDelays delays, int copies, IReadOnlyList<(int Answers, int Acknowledgements)> wanted, int draws, RandomStream stream)
    {
        foreach ((int answers, int acknowledgements) in wanted)
            if (answers < 1 || answers > copies || acknowledgements < 1 || acknowledgements > copies)
                throw new ArgumentOutOfRangeException(nameof(wanted), $"{answers} answers and {acknowledgements} acknowledgements are wanted of {copies} copies");
        (List<double> Late, double[] Reads, double[] Writes)[] values = [.. wanted.Select(_ => (new List<double>(), new double[draws], new double[draws]))];
        var draw = new QuorumDraw(delays, copies);
        for (int i = 0; i < draws; i++)
        {
            draw.Next(stream);
            for (int want = 0; want < wanted.Count; want++)
            {
                (int answers, int acknowledgements) = wanted[want];
                values[want].Reads[i] = draw.ReadLatency(answers);
                values[want].Writes[i] = draw.WriteLatency(acknowledgements);
                for (int shift = 0; shift < copies; shift++)
                    if (draw.StaleUntil(answers, acknowledgements, shift) is > 0 and var late) values[want].Late.Add(late);
            }
        }
        return [.. values.Select(value => new Staleness((long)draws * copies, value.Late, value.Reads, value.Writes))];
    }

    /// <summary>The share of reads that see the write, if they begin so many seconds after its acknowledgement, 0 or more.</summary>
    public double ConsistentAt(double seconds)
    {
        // A read that begins exactly when the copy has it sees it: those that are still stale have a bound above.
        int low = 0, high = _late.Value.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_late.Value[middle] <= seconds) low = middle + 1;
            else high = middle;
        }
        return 1 - (_late.Value.Length - low) / (double)_pairs;
    }

    /// <summary>Seconds after the acknowledgement from which on this share of reads sees the write; 0 where they do at once.</summary>
    public double ConsistentFrom(double share)
    {
        long rank = (long)Math.Ceiling(share * _pairs) - 1 - (_pairs - _late.Value.Length);
        return rank < 0 ? 0 : _late.Value[Math.Min(rank, _late.Value.Length - 1)];
    }

    /// <summary>Seconds that a read takes, as a quantile.</summary>
    public double ReadLatency(double share) => Quantile(_reads.Value, share);

    /// <summary>Seconds that a write takes to be acknowledged, as a quantile.</summary>
    public double WriteLatency(double share) => Quantile(_writes.Value, share);

    private static double Quantile(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    private static Lazy<double[]> Sorted(double[] values) => new(() =>
    {
        Array.Sort(values);
        return values;
    }, LazyThreadSafetyMode.None);
}
