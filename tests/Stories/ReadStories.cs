using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>Reads over a trial meet the standbys where they are at that moment.</summary>
[Parallelizable(ParallelScope.All)]
public class ReadStories
{
    private const int Reads = 4000;

    /// <summary>From 1 h to 3 h the standby gets nothing, and falls 2 h behind, 1 h in the mean; the reader reaches both.</summary>
    [Test]
    public void Half_of_the_reads_of_any_copy_are_stale_while_one_of_two_is_cut_off()
    {
        ReadsFollowed read = Read("any", "spare: { zone: far.b, replication: async }");
        SampledRead[] meanwhile = [.. read.Sampled.Where(r => Hours(r) is > 1 and < 3)], stale = [.. meanwhile.Where(r => r.StaleFor > 60)];
        Assert.Multiple(() =>
        {
            Assert.That(read.Reads, Is.EqualTo(Reads));
            Assert.That(stale.Length / (double)meanwhile.Length, Is.EqualTo(0.5).Within(0.04), "seed 5");
            Assert.That(stale.Average(r => r.StaleFor), Is.EqualTo(3600).Within(200));
            Assert.That(stale.Select(r => r.StaleFor - (Hours(r) - 1) * 3600), Has.All.EqualTo(0).Within(0.1), "it has what there was at the cut");
            Assert.That(read.Sampled.Where(r => Hours(r) is < 1 or > 3).Max(r => r.StaleFor), Is.LessThan(1));
        });
    }

    [TestCase("primary", "async")]
    [TestCase("3 of 3", "async")]
    [TestCase("2 of 3", "remote apply")]
    public void Reads_of_the_primary_and_of_enough_copies_are_never_stale(string from, string replication) =>
        Assert.That(Read(from, $"spare: {{ zone: far.b, replication: {replication}, timeout: 1d }}\n      other: {{ zone: near.c, replication: {replication} }}", cut: "").Stale, Is.Zero);

    private static double Hours(SampledRead read) => read.At.SinceStart.TotalHours;

    private static ReadsFollowed Read(string from, string standbys, string cut = "  cut: { kind: partition, hits: links.far, at: 1h, noticed: 1m, lasts: 2h }")
    {
        ReadStudy read = ScenarioFile.Parse($$"""
            version: 1
            name: reads
            question: How stale is a read?
            run: { length: 4h, trials: 1, seed: 5 }
            regions: { home: { zones: [a] }, far: { zones: [b] }, near: { zones: [c] } }
            links:
              far: { between: [home, far], latency: 5ms }
              near: { between: [home, near], latency: 5ms }
              round: { between: [near, far], latency: 5ms }
            databases:
              shop:
                zone: home.a
                data: 1 GB
                writes: 100 kB/s
                standbys:
                  {{standbys}}
                reads: { from: {{from}}, at: near.c, after: [1m], followed: {{Reads}} }
            """ + (cut.Length > 0 ? $"\nfaults:\n{cut}\n" : ""), "reads.yaml");
        Assert.That(read.Problems, Is.Empty);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, read.Study.Seed).Run(0).Facts.OfType<ReadsFollowed>().Single();
    }
}
