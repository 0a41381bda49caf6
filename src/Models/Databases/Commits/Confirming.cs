using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;

namespace Simulator.Models.Databases.Commits;

/// <summary>What a commit waits for on one standby: the way there, the work, the way back.</summary>
/// <param name="There">One-way delay from the primary.</param>
/// <param name="Work">What the standby does before it answers.</param>
/// <param name="Back">One-way delay of the answer.</param>
public sealed record Confirming(Delay There, Delay Work, Delay Back)
{
    /// <summary>How many times longer than usual its work takes, at least 1.</summary>
    public double Slowness { get; init; } = 1;

    /// <summary>Seconds from the moment at which the primary has a commit on disk until it has the standby's answer; three numbers are drawn.</summary>
    public double Draw(RandomStream stream) =>
        There.Seconds.Sample(stream.NextUniform()) + Work.Seconds.Sample(stream.NextUniform()) * Slowness + Back.Seconds.Sample(stream.NextUniform());
}

/// <summary>How long a client waits for a commit.</summary>
public static class CommitLatency
{
    /// <summary>
    /// The local part, and then the answers that are waited for: a primary sends only what it has on its own disk (PostgreSQL's sender of the log reads up to
    /// the flushed position), so the two parts add up. Measured on PostgreSQL 15: local + round trip + standby's work, 3.32 ms with remote write at a
    /// one-way delay of 1 ms where the longer of the two alone would be 3.0.
    /// </summary>
    /// <param name="local">Until the primary has the commit on its own disk.</param>
    /// <param name="asked">The standbys whose answers count.</param>
    /// <param name="needed">How many answers are needed, 0 to all of them: the commit is done with the fastest so many.</param>
    /// <param name="stream">Where the luck comes from: one number, and three for each standby.</param>
    /// <param name="slowness">How many times longer than usual the local part takes, at least 1.</param>
    public static TimeSpan Draw(Delay local, IReadOnlyList<Confirming> asked, int needed, RandomStream stream, double slowness = 1)
    {
        double own = local.Seconds.Sample(stream.NextUniform()) * slowness;
        double[] answers = new double[asked.Count];
        for (int standby = 0; standby < answers.Length; standby++) answers[standby] = asked[standby].Draw(stream);
        Array.Sort(answers);
        return Delay.Rounded(needed == 0 ? own : own + answers[needed - 1]);
    }
}
