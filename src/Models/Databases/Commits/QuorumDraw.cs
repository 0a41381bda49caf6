using Simulator.Kernel.Randomness;

namespace Simulator.Models.Databases.Commits;

/// <summary>
/// One write to all copies and one read of all copies after it, with every message drawn. What any numbers of wanted acknowledgements and answers make of
/// the same messages can be asked, so that arrangements are compared by the same luck.
/// </summary>
/// <param name="delays">How long messages take.</param>
/// <param name="copies">How many copies there are, 1 or more.</param>
public sealed class QuorumDraw(QuorumDelays delays, int copies)
{
    private readonly double[] _written = new double[copies];
    private readonly double[] _acknowledged = new double[copies];
    private readonly double[] _answered = new double[copies];
    private readonly double[] _asked = new double[copies];
    private readonly int[] _order = new int[copies];
    private readonly double[] _missesBefore = new double[copies * copies];

    /// <summary>Draws another write and another read: two numbers for the places where there are some, then four for each copy.</summary>
    public void Next(RandomStream stream)
    {
        bool isApart = delays.Apart > 0;
        int writer = isApart ? (int)(stream.NextUniform() * copies) : 0, reader = isApart ? (int)(stream.NextUniform() * copies) : 0;
        for (int copy = 0; copy < copies; copy++)
        {
            double toWriter = isApart && copy != writer ? delays.Apart : 0, toReader = isApart && copy != reader ? delays.Apart : 0;
            _written[copy] = delays.Write.Sample(stream.NextUniform()) + toWriter;
            _acknowledged[copy] = _written[copy] + delays.Acknowledge.Sample(stream.NextUniform()) + toWriter;
            _asked[copy] = delays.Read.Sample(stream.NextUniform()) + toReader;
            _answered[copy] = _asked[copy] + delays.Answer.Sample(stream.NextUniform()) + toReader;
            _order[copy] = copy;
        }
        Array.Sort(_acknowledged);
        Array.Sort(_answered, _order);
        for (int shift = 0; shift < copies; shift++) Pair(shift);
    }

    /// <summary>Seconds until so many copies have acknowledged the write.</summary>
    /// <param name="acknowledgements">1 to the number of copies.</param>
    public double WriteLatency(int acknowledgements) => _acknowledged[acknowledgements - 1];

    /// <summary>Seconds until so many copies have answered the read.</summary>
    /// <param name="answers">1 to the number of copies.</param>
    public double ReadLatency(int answers) => _answered[answers - 1];

    /// <summary>A read that begins less than this many seconds after the write's acknowledgement does not see it; never more than 0 where every read does.</summary>
    /// <param name="answers">Answers that the reader waits for: it takes the newest of the first so many.</param>
    /// <param name="acknowledgements">Acknowledgements that the writer waited for.</param>
    /// <param name="shift">
    /// 0 to below the number of copies: the same read with its messages, and its place, moved on by so many copies. Since copies are alike, and places of reading
    /// too, each is as good a draw as the first; together they say more than one, and less than so many independent ones.
    /// </param>
    public double StaleUntil(int answers, int acknowledgements, int shift = 0) => _missesBefore[shift * copies + answers - 1] - _acknowledged[acknowledgements - 1];

    /// <summary>In the order of the answers: a read misses the write only if every copy that it listens to does.</summary>
    private void Pair(int shift)
    {
        double least = double.PositiveInfinity;
        for (int answer = 0; answer < copies; answer++)
        {
            int copy = _order[answer];
            least = Math.Min(least, _written[(copy + shift) % copies] - _asked[copy]);
            _missesBefore[shift * copies + answer] = least;
        }
    }
}
