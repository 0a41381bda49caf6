using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models;
using Simulator.Models.Databases.Commits;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Theory;

/// <summary>
/// Probabilistically bounded staleness against the table of Bailis et al. (VLDB 2012): three copies, 99.9th percentiles. Latencies within 4 %, the share of
/// consistent reads within a point; times to consistency against 80 million draws where there are such, within 5 %.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class StalenessTests
{
    // The 99.9th percentile of a tail x^-1.51 is known to 2 % by a million draws; those without such a tail need fewer.
    private const int Draws = 300_000;
    private const int DrawsOfDisks = 1_000_000;
    private const ulong Seed = 2012;
    private const double Milli = 1e-3;

    private static readonly (int, int)[] s_wanted = [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (1, 3)];
    private static readonly Distribution s_ssd = Law("mix(91.22% pareto(min 0.235ms shape 10) 8.78% exponential(mean 0.6024ms))");
    private static readonly Distribution s_disk = Law("mix(38% pareto(min 1.05ms shape 1.51) 62% exponential(mean 5.4645ms))");

    private static readonly Lazy<IReadOnlyList<Staleness>> s_ssdRows = Rows(new QuorumDelays(s_ssd, s_ssd, s_ssd, s_ssd), Draws);
    private static readonly Lazy<IReadOnlyList<Staleness>> s_diskRows = Rows(new QuorumDelays(s_disk, s_ssd, s_ssd, s_ssd), DrawsOfDisks);
    private static readonly Lazy<IReadOnlyList<Staleness>> s_wanRows = Rows(new QuorumDelays(s_disk, s_ssd, s_ssd, s_ssd, Apart: 0.075), Draws);

    [TestCase(1, 1, .66, .66, 1.97)]
    [TestCase(2, 1, 1.63, .65, 0)]
    [TestCase(1, 3, .65, 4.09, 0)]
    [TestCase(2, 2, 1.62, 1.64, 0)]
    [TestCase(3, 1, 4.14, .65, 0)]
    public void Copies_on_flash(int answers, int acknowledgements, double read, double write, double consistent) =>
        Agrees(s_ssdRows, (answers, acknowledgements), read, write, consistent);

    [TestCase(1, 1, .66, 10.99, 52.1)]
    [TestCase(2, 1, 1.63, 10.9, 14.1)]
    [TestCase(1, 3, .65, 112.65, 0)]
    [TestCase(2, 2, 1.64, 20.96, 0)]
    [TestCase(3, 1, 4.12, 10.89, 0)]
    public void Copies_on_disks(int answers, int acknowledgements, double read, double write, double consistent) =>
        Agrees(s_diskRows, (answers, acknowledgements), read, write, consistent);

    // Each copy in a place of its own, 75 ms apart; from the same table, by memory.
    [TestCase(1, 1, 3.4, 55.12, 113.0)]
    [TestCase(1, 2, 3.4, 167.64, 0)]
    [TestCase(2, 1, 151.3, 56.36, 30.2)]
    [TestCase(2, 2, 151.31, 167.72, 0)]
    [TestCase(3, 1, 153.86, 55.19, 0)]
    [TestCase(1, 3, 3.44, 241.55, 0)]
    public void Copies_in_three_places(int answers, int acknowledgements, double read, double write, double consistent) =>
        Agrees(s_wanRows, (answers, acknowledgements), read, write, consistent);

    [Test]
    public void Without_waiting_a_read_of_one_copy_is_consistent_as_often_as_published()
    {
        Assert.That(s_ssdRows.Value[0].ConsistentAt(0), Is.EqualTo(.974).Within(.01));
        Assert.That(s_diskRows.Value[0].ConsistentAt(0), Is.EqualTo(.439).Within(.01));
    }

    [Test]
    public void Who_reads_and_writes_more_copies_than_there_are_misses_nothing()
    {
        foreach ((int answers, int acknowledgements) in s_wanted)
        {
            Staleness row = s_wanRows.Value[Array.IndexOf(s_wanted, (answers, acknowledgements))];
            if (answers + acknowledgements > 3) Assert.That(row.ConsistentAt(0), Is.EqualTo(1));
            else Assert.That(row.ConsistentAt(0), Is.LessThan(1));
        }
    }

    [Test]
    public void One_copy_and_one_answer_know_what_was_acknowledged()
    {
        Staleness alone = Staleness.Draw(new QuorumDelays(s_disk, s_ssd, s_ssd, s_ssd), new Quorum(1, 1, 1), 1000, new Streams(Seed, 0).Get("one", "messages"));
        Assert.That(alone.ConsistentAt(0), Is.EqualTo(1));
    }

    [Test]
    public void A_scenario_says_the_same_as_the_model_alone()
    {
        const int Reads = 20_000;
        const string Ssd = "mix(91.22% pareto(min 0.235ms shape 10) 8.78% exponential(mean 0.6024ms))", Disk = "mix(38% pareto(min 1.05ms shape 1.51) 62% exponential(mean 5.4645ms))";
        ReadStudy read = ScenarioFile.Parse($$"""
            version: 1
            name: copies
            question: How stale is a read?
            run: { length: 1h, trials: 1, seed: 2012 }
            regions: { home: { zones: [a] } }
            databases:
              cart:
                zone: home.a
                data: 1 GB
                writes: 1 kB/s
                reads: { from: 1 of 3, after: [0ms, 10ms], followed: {{Reads}}, leaderless: { acknowledgements: 2, write: "{{Disk}}", acknowledge: "{{Ssd}}", read: "{{Ssd}}", answer: "{{Ssd}}" } }
            """, "copies.yaml");
        Assert.That(read.Problems, Is.Empty);
        IReadOnlyList<Fact> facts = PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, read.Study.Seed).Run(0).Facts;
        Staleness alone = s_diskRows.Value[Array.IndexOf(s_wanted, (1, 2))];
        Assert.Multiple(() =>
        {
            foreach (ReadsFollowed reads in facts.OfType<ReadsFollowed>())
            {
                double stale = 1 - alone.ConsistentAt(reads.After.TotalSeconds);
                Assert.That((double)reads.Stale / Reads, Is.EqualTo(stale).Within(4 * Math.Sqrt(stale * (1 - stale) / Reads) + 1e-3), $"seed 2012, after {reads.After}");
            }
            Assert.That(facts.OfType<CommitsFollowed>().Single().Latencies[Reads / 2].TotalSeconds, Is.EqualTo(alone.WriteLatency(.5)).Within(2).Percent);
            Assert.That(facts.OfType<ReadsFollowed>().First().Latencies[Reads / 2].TotalSeconds, Is.EqualTo(alone.ReadLatency(.5)).Within(2).Percent);
        });
    }

    // Exponential writes of rate a and reads at once, one copy of two asked, all else instant: the write is done when the faster copy has it, and half of the time the reader
    // asks the other, which has it an exponential time later: P(stale after t) = exp(-a t) / 2.
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public void Two_copies_with_exponential_writes_have_a_closed_form(double milliseconds)
    {
        const int Pairs = 40_000;
        Distribution now = new Fixed(0), soon = new Uniform(0, 1e-9);
        Staleness two = Staleness.Draw(new QuorumDelays(new Exponential(1e-3), now, soon, now), new Quorum(2, 1, 1), Pairs, new Streams(Seed, 0).Get("two", "messages"));
        double stale = Math.Exp(-milliseconds) / 2;
        Assert.That(1 - two.ConsistentAt(milliseconds * Milli), Is.EqualTo(stale).Within(4 * Math.Sqrt(stale / Pairs)), $"seed {Seed}");
    }

    private static void Agrees(Lazy<IReadOnlyList<Staleness>> rows, (int, int) wanted, double read, double write, double consistent)
    {
        Staleness row = rows.Value[Array.IndexOf(s_wanted, wanted)];
        TestContext.Out.WriteLine($"seed {Seed}: read {row.ReadLatency(.999) / Milli:0.00}, write {row.WriteLatency(.999) / Milli:0.00}, "
            + $"consistent from {row.ConsistentFrom(.999) / Milli:0.00} ms, at once {row.ConsistentAt(0):0.0000}");
        Assert.Multiple(() =>
        {
            Assert.That(row.ReadLatency(.999), Is.EqualTo(read * Milli).Within(4).Percent);
            Assert.That(row.WriteLatency(.999), Is.EqualTo(write * Milli).Within(4).Percent);
            Assert.That(row.ConsistentFrom(.999), Is.EqualTo(consistent * Milli).Within(5).Percent);
        });
    }

    private static Lazy<IReadOnlyList<Staleness>> Rows(QuorumDelays delays, int draws) => new(() => Staleness.Draw(delays, 3, s_wanted, draws, new Streams(Seed, 0).Get("copies", "messages")));

    private static Distribution Law(string text)
    {
        Parsed<Delay> parsed = Syntaxes.Delay.Parse(text);
        Assert.That(parsed.Problem, Is.Null);
        return parsed.Value.Seconds;
    }
}
