using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Databases.Commits;

/// <summary>
/// Draws the single commits and reads of a trial, when it is over: of the first database of each collection that asks for it, and of every one whose
/// commits no longer waited for a standby at some time. A thousand like databases would say the same a thousand times.
/// </summary>
internal static class Following
{
    /// <summary>What holds where reads are followed and nothing is said of commits.</summary>
    private static readonly Commits s_standard = Defaults.Of(Commits.Shape);

    /// <summary>Writes the facts of a trial that is over.</summary>
    internal static void Write(World world)
    {
        foreach (Named<Database> databases in world.Scenario.Databases)
        {
            int[] degraded = databases.Value.Commits is null ? [] : [.. world.Journal.Facts.OfType<Degraded>().Where(fact => fact.Databases == databases.Name).Select(fact => fact.Database).Distinct()];
            if (databases.Value.Commits is { } commits)
            {
                foreach (int number in degraded.Append(0).Distinct().Order())
                {
                    Latency(world, databases, number, commits, "in sync", StandbyWay.Of(world, databases.Value, number));
                    if (degraded.Contains(number)) Latency(world, databases, number, commits, "degraded", []);
                }
                foreach (IGrouping<int, CopySlowed> slow in world.Journal.Facts.OfType<CopySlowed>().Where(fact => fact.Databases == databases.Name && fact.Latency > 1).GroupBy(fact => fact.Database).OrderBy(slow => slow.Key))
                    Latency(world, databases, slow.Key, commits, "slow disk", StandbyWay.Of(world, databases.Value, slow.Key), copy => slow.Where(fact => fact.Copy == copy).Select(fact => fact.Latency).DefaultIfEmpty(1).Max());
            }
            if (databases.Value.Reads is { Store: { } store } quorum) Quorum(world, databases.Name, quorum, store);
            else if (databases.Value.Reads is { } reads) Reading(world, databases, reads);
        }
    }

    private static void Latency(World world, Named<Database> databases, int number, Commits commits, string when, IReadOnlyList<StandbyWay> standbys, Func<string, double>? slowness = null)
    {
        (IReadOnlyList<StandbyWay> ways, int needed) = StandbyWay.Asked(standbys, databases.Value.Acknowledge);
        Confirming[] asked = [.. ways.Select(way => new Confirming(way.There[0], commits.WorkUntil(way.Standby.Replication.Awaits), way.Back) { Slowness = slowness?.Invoke(way.Name) ?? 1 })];
        double own = slowness?.Invoke(Faults.Target.Primary) ?? 1;
        RandomStream stream = world.Streams.Get($"{databases.Name}.commits", when).For((ulong)number);
        TimeSpan[] latencies = new TimeSpan[commits.Followed];
        for (int commit = 0; commit < latencies.Length; commit++) latencies[commit] = CommitLatency.Draw(commits.Local, asked, needed, stream, own);
        Array.Sort(latencies);
        world.Journal.Write(new CommitsFollowed(world.Now, databases.Name, number, when, latencies));
    }

    private static void Reading(World world, Named<Database> databases, Reads reads)
    {
        var draw = new ReadsOfTrial(world, databases, databases.Value.Commits ?? s_standard, reads);
        RandomStream messages = world.Streams.Get($"{databases.Name}.reads", "messages").For(0), moments = world.Streams.Get($"{databases.Name}.reads", "moments").For(0);
        List<SampledRead> sampled = [];
        List<TimeSpan> latencies = [];
        // In their order, so that each finds what happened until then where the one before it did.
        foreach (Instant at in Enumerable.Range(0, reads.Followed).Select(_ => Instant.After(moments.NextUniform() * world.Scenario.Length)).Order())
        {
            if (draw.At(at, messages) is not { } answer) continue;
            sampled.Add(new SampledRead(at, answer.StaleUntil));
            latencies.Add(answer.Latency);
        }
        latencies.Sort();
        foreach (TimeSpan after in reads.After)
        {
            int stale = sampled.Count(read => read.StaleFor > after.TotalSeconds);
            world.Journal.Write(new ReadsFollowed(world.Now, databases.Name, 0, after, sampled.Count, stale) { Latencies = latencies, Sampled = sampled, Unanswered = reads.Followed - sampled.Count });
        }
    }

    private static void Quorum(World world, string name, Reads reads, Leaderless store)
    {
        var draw = new QuorumDraw(store.Delays, reads.From.Copies);
        RandomStream stream = world.Streams.Get($"{name}.reads", "quorum").For(0);
        double[] staleUntil = new double[reads.Followed];
        TimeSpan[] answered = new TimeSpan[reads.Followed], written = new TimeSpan[reads.Followed];
        for (int pair = 0; pair < reads.Followed; pair++)
        {
            draw.Next(stream);
            staleUntil[pair] = draw.StaleUntil(reads.From.Answers, store.Acknowledgements);
            answered[pair] = Delay.Rounded(draw.ReadLatency(reads.From.Answers));
            written[pair] = Delay.Rounded(draw.WriteLatency(store.Acknowledgements));
        }
        Array.Sort(answered);
        Array.Sort(written);
        world.Journal.Write(new CommitsFollowed(world.Now, name, 0, "quorum", written));
        foreach (TimeSpan after in reads.After)
            world.Journal.Write(new ReadsFollowed(world.Now, name, 0, after, reads.Followed, staleUntil.Count(until => until > after.TotalSeconds)) { Latencies = answered });
    }
}
