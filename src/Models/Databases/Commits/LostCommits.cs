using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Log;
using Simulator.Models.Distributions;

namespace Simulator.Models.Databases.Commits;

/// <summary>A standby whose answer a commit waits for, as the log reaches it.</summary>
/// <param name="Received">How much of the log it had received by a moment, in bytes.</param>
/// <param name="Work">What it does with a commit before it answers.</param>
/// <param name="Back">One-way delay of the answer.</param>
public sealed record Answering(Func<Instant, double> Received, Delay Work, TimeSpan Back);

/// <summary>
/// How many acknowledged commits are lost with a copy, counted one by one. Commits are a Poisson process along the log: a number of them lies on any stretch of it,
/// independent of other stretches. What the surviving copy has of the log is the flow's own position, so that both ways of counting speak of the same
/// bytes; whether a commit was acknowledged is decided for each by its own draw. The log is one ordered stream, so nothing overtakes: an answer
/// cannot leave before everything written earlier has come.
/// </summary>
public static class LostCommits
{
    // Answers slower than all but one in a million are taken as come: a commit that waits for one is then told as acknowledged that would not have been.
    private const double AlmostAll = 0.999999;

    /// <summary>Counts what was lost and what was kept though no client was told.</summary>
    /// <param name="log">The log of the copy that took the writes.</param>
    /// <param name="writeSize">Mean bytes of log of one commit, more than 0.</param>
    /// <param name="lostAt">When that copy was lost.</param>
    /// <param name="kept">Up to where in the log the copy that goes on has it.</param>
    /// <param name="asked">The standbys whose answers counted.</param>
    /// <param name="needed">How many answers made an acknowledgement; 0 where it waited for none.</param>
    /// <param name="stream">Where the luck comes from.</param>
    public static (long Lost, long Unacknowledged) Count(
        WrittenLog log, double writeSize, Instant lostAt, double kept, IReadOnlyList<Answering> asked, int needed, RandomStream stream)
    {
        double end = log.At(lostAt);
        double sure = needed == 0 ? end : Math.Min(end, Nth(needed, asked, standby => standby.Received(lostAt - standby.Work.Quantile(AlmostAll) - standby.Back)));
        // Below this even a slow answer had come: only their number is drawn, however far behind the survivor was.
        long lost = Poisson.Quantile(Math.Max(0, sure - kept) / writeSize, stream.NextUniform()), unacknowledged = 0;
        var spacing = new Exponential(writeSize);
        for (double commit = sure + spacing.Quantile(stream.NextUniform()); commit <= end; commit += spacing.Quantile(stream.NextUniform()))
        {
            bool isAcknowledged = commit <= Nth(needed, asked, standby => standby.Received(lostAt - standby.Work.Quantile(stream.NextUniform()) - standby.Back));
            if (isAcknowledged && commit > kept) lost++;
            else if (!isAcknowledged && commit <= kept) unacknowledged++;
        }
        return (lost, unacknowledged);
    }

    /// <summary>The position that so many of the standbys have passed.</summary>
    private static double Nth(int needed, IReadOnlyList<Answering> asked, Func<Answering, double> position)
    {
        double[] positions = new double[asked.Count];
        for (int standby = 0; standby < positions.Length; standby++) positions[standby] = position(asked[standby]);
        Array.Sort(positions);
        return positions[^needed];
    }
}
