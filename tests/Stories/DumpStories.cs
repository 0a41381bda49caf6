using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Databases;
using Simulator.Models.Facts;
using Simulator.Models.Quantities;

namespace Simulator.Tests.Stories;

/// <summary>Logical dumps, taken and loaded by one worker or several: 9 GB of orders and 27 GB of lines, 10 MB/s to load and 20 MB/s to index.</summary>
[Parallelizable(ParallelScope.All)]
public class DumpStories
{
    private const string Fire = "fire: { kind: destruction, hits: shop.primary, at: 10h, noticed: 0s }";

    private static IReadOnlyList<Fact> Loaded(int jobs, string copy = "1 GB/s", string from = "logical", string fault = Fire, string backups = "", string dump = "at: [8h]") => Ways.Told(fault,
        $"  plan:\n    handles: [fire]\n    from: [{from}]\n    steps:\n      copy: {{ do: restore, jobs: {jobs} }}\n      open: {{ do: open, needs: [copy] }}",
        $"      logical: {{ kind: dump, {dump}, to: bucket }}\n{backups}", restore: $"copy: {copy}, replay: 60 MB/s, worker: 10 MB/s, index: 20 MB/s");

    /// <summary>One after the other: a second and a half for each 10 MB. By two at once: as long as the larger takes; more hands do not help.</summary>
    [TestCase(1, 1.5)]
    [TestCase(2, 1.125)]
    [TestCase(8, 1.125)]
    public void The_largest_table_bounds_the_parallel_load(int jobs, double hours) =>
        Assert.That(Loaded(jobs).Only<DatabaseUp>().Hours(), Is.EqualTo(10 + hours).Within(1e-6));

    /// <summary>Two workers over 15 MB/s: 9 GB each at 7.5, then the 18 GB that are left of lines at 10 MB/s, and their index.</summary>
    [Test]
    public void Workers_share_what_the_instance_takes() =>
        Assert.That(Loaded(2, "15 MB/s").Only<DatabaseUp>().Hours(), Is.EqualTo(10 + (1200 + 1800 + 1350) / 3600.0).Within(1e-6));

    /// <summary>It holds one moment: what was written since is lost, log or not; where a full copy and the log get further, they are what is restored.</summary>
    [Test]
    public void No_log_rolls_a_dump_forward()
    {
        Assert.That(Loaded(1, from: "logical, log", backups: Ways.Log).Only<DatabaseRestored>().LossWindow, Is.EqualTo(TimeSpan.FromHours(2)));
        DatabaseRestored both = Loaded(1, from: "daily, logical, log", backups: Ways.Log).Only<DatabaseRestored>();
        Assert.That((both.Source, both.LossWindow < TimeSpan.FromMinutes(2)), Is.EqualTo(("daily + log", true)));
    }

    /// <summary>Two workers read the 27 GB of lines in 45 minutes at 10 MB/s each, whatever the other does.</summary>
    [TestCase("8.7h", true)]
    [TestCase("8.8h", false)]
    public void A_dump_is_there_when_its_largest_table_is(string at, bool isOlder) => Assert.That(
        Loaded(1, from: "logical", fault: Fire.Replace("10h", at, StringComparison.Ordinal), dump: "at: [2h, 8h], takes: 10 MB/s, workers: 2").Only<DatabaseRestored>().Point,
        Is.EqualTo(Instant.After(TimeSpan.FromHours(isOlder ? 2 : 8))));

    /// <summary>Graham's bounds for list scheduling: at least the largest table and an even share, at most an even share and the rest of the largest.</summary>
    [Test]
    public void The_busiest_worker_has_no_more_than_list_scheduling_allows()
    {
        var luck = new Random(20261125);
        for (int i = 0; i < 200; i++)
        {
            double[] sizes = [.. Enumerable.Range(0, luck.Next(1, 12)).Select(_ => luck.NextDouble() + 0.01)];
            double sum = sizes.Sum(), largest = sizes.Max() / sum;
            int workers = luck.Next(1, 9);
            double busiest = Dump.Makespan(new Schema([.. sizes.Select((size, at) => new Table($"t{at}", new Share(size / sum), []))]), workers);
            Assert.That(busiest, Is.InRange(Math.Max(largest, 1.0 / workers) - 1e-12, 1.0 / workers + (1 - 1.0 / workers) * largest + 1e-12), $"round {i} of seed 20261125");
        }
    }
}
