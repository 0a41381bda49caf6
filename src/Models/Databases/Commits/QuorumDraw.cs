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
    private readonly double[] _missesBefore = new double[copies];

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
            double read = delays.Read.Sample(stream.NextUniform()) + toReader;
            _answered[copy] = read + delays.Answer.Sample(stream.NextUniform()) + toReader;
            _missesBefore[copy] = _written[copy] - read;
        }
        Array.Sort(_acknowledged);
        Array.Sort(_answered, _missesBefore);
        // In the order of the answers: a read misses the write only if every copy that it listens to does.
        for (int answer = 1; answer < copies; answer++) _missesBefore[answer] = Math.Min(_missesBefore[answer], _missesBefore[answer - 1]);
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
    public double StaleUntil(int answers, int acknowledgements) => _missesBefore[answers - 1] - _acknowledged[acknowledgements - 1];
}
