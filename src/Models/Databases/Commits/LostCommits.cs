using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Log;
using Simulator.Models.Distributions;

namespace Simulator.Models.Databases.Commits;

/// <summary>
/// A copy that takes writes is lost, as those who count single commits need to know it. In the log's own time a byte is written when it is acknowledged, which is
/// <paramref name="Lead"/> after it was sent.
/// </summary>
/// <param name="Log">Its log.</param>
/// <param name="At">When it was lost.</param>
/// <param name="Has">Up to where in the log the copy has it that goes on.</param>
/// <param name="Reach">How long the log takes to that copy.</param>
/// <param name="Lead">How long after a write was sent it is acknowledged, in the mean; zero where a commit waits for nobody.</param>
public sealed record Loss(WrittenLog Log, Instant At, double Has, TimeSpan Reach, TimeSpan Lead);

/// <summary>
/// How many acknowledged commits are lost with a copy, counted one by one. Commits are a Poisson process along the log: a number of them lies on any stretch of it,
/// independent of other stretches. What the copy that goes on has of the log is the flow's own position, so that both ways of counting speak of the same
/// bytes. Where commits wait for standbys, each of those under way is drawn: when it was sent, and when the answers came that it waited for. The log
/// is one ordered stream at its route's median delay, so nothing overtakes: an answer leaves after everything sent earlier has come.
/// </summary>
public static class LostCommits
{
    // An answer slower than all but one in a million counts as come.
    private const double AlmostAll = 0.999999;

    /// <summary>Counts what was lost, and what was kept though no client was told.</summary>
    /// <param name="loss">What was lost.</param>
    /// <param name="writeSize">Mean bytes of log of one commit, more than 0.</param>
    /// <param name="asked">The standbys whose answers counted; their ways are taken at the median.</param>
    /// <param name="needed">How many answers made an acknowledgement; 0 where it waited for none.</param>
    /// <param name="stream">Where the luck comes from.</param>
    public static (long Lost, long Unacknowledged) Count(Loss loss, double writeSize, IReadOnlyList<Confirming> asked, int needed, RandomStream stream)
    {
        double end = loss.Log.At(loss.At);
        if (needed == 0) return (Number(end - loss.Has), 0);
        double rate = loss.Log.RateAt(loss.At - TimeSpan.FromTicks(1));
        double longest = Nth(standby => standby.Work.Seconds.Quantile(AlmostAll));
        long lost = Number(PositionOf(longest) - loss.Has), unacknowledged = 0;
        if (rate <= 0) return (lost, 0);
        bool hasAll = loss.Has >= end;
        var spacing = new Exponential(writeSize / rate);
        for (double age = spacing.Quantile(stream.NextUniform()); age < longest; age += spacing.Quantile(stream.NextUniform()))
        {
            bool isAcknowledged = age >= Nth(standby => standby.Work.Seconds.Sample(stream.NextUniform()));
            bool isThere = hasAll ? age >= loss.Reach.TotalSeconds : PositionOf(age) <= loss.Has;
            if (isAcknowledged && !isThere) lost++;
            else if (!isAcknowledged && isThere) unacknowledged++;
        }
        return (lost, unacknowledged);

        long Number(double bytes) => Poisson.Quantile(Math.Max(0, bytes) / writeSize, stream.NextUniform());
        // Of what was sent so many seconds before the loss; what would have been acknowledged after it goes on at the last rate.
        double PositionOf(double age) => age >= loss.Lead.TotalSeconds
            ? loss.Log.At(loss.At - Delay.Rounded(age - loss.Lead.TotalSeconds))
            : end + rate * (loss.Lead.TotalSeconds - age);
        double Nth(Func<Confirming, double> work) =>
            asked.Select(standby => standby.There.Latency() + work(standby) + standby.Back.Latency()).Order().ElementAt(needed - 1);
    }

    /// <summary>A stream's delay on a way, in seconds: the median.</summary>
    private static double Latency(this Delay way) => way.Quantile(0.5).TotalSeconds;
}
