using Simulator.Experiments;
using Simulator.Experiments.Statistics.Sampling;
using Simulator.Kernel.Randomness;
using Simulator.ScenarioFiles;
using Simulator.ScenarioFiles.Varying;
using Simulator.Tests.Bad;

namespace Simulator.Tests.Language;

/// <summary>Ranges, samples and constraints of <c>vary</c>.</summary>
[Parallelizable(ParallelScope.All)]
public class SweepTextTests
{
    private static Study Read(string vary)
    {
        string path = Path.Combine(BadFile.Folder, "good.yaml");
        ReadStudy read = ScenarioFile.Parse(File.ReadAllText(path) + vary, path);
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return read.Study!;
    }

    private static string Values(string range) => string.Join(", ", ValueRange.Parse(range, stepped: true).Value.Values()!);

    private static string Names(Study study) => string.Join(", ", study.Variants.Select(variant => variant.Name));

    [TestCase("from 1h to 24h in 5 steps", "1h, 6.75h, 12.5h, 18.2h, 24h")]
    [TestCase("from 24h to 1h in 3 steps", "24h, 12.5h, 1h")]
    [TestCase("from 30m to 24h in 5 steps by factor", "30m, 1.3h, 3.5h, 9.1h, 24h")]
    [TestCase("from 1 to 9 in 5 steps", "1, 3, 5, 7, 9")]
    [TestCase("from 1 to 64 in 4 steps by factor", "1, 4, 16, 64")]
    [TestCase("from 0.5 to 2 in 4 steps", "0.5, 1, 1.5, 2")]
    [TestCase("from 100 MB/s to 1 GB/s in 3 steps by factor", "100 MB/s, 320 MB/s, 1 GB/s")]
    [TestCase("from 1% to 100% in 3 steps by factor", "1%, 10%, 100%")]
    [TestCase("from 1 GB to 1.001 GB in 3 steps", "1 GB, 1.0005 GB, 1.001 GB")]
    public void A_range_is_written_as_somebody_would_write_it(string range, string values) => Assert.That(Values(range), Is.EqualTo(values));

    [Test]
    public void A_range_is_an_axis_like_a_list()
    {
        Study study = Read("vary: { crews.engineers.size: from 40 to 80 in 3 steps }");
        Assert.That(Names(study), Is.EqualTo("40, 60, 80"));
        Assert.That(study.Variants.Select(variant => variant.Levels.Single()), Is.EqualTo(new Level[] { new("crews.engineers.size", "40", 40, "count"), new("crews.engineers.size", "60", 60, "count"), new("crews.engineers.size", "80", 80, "count") }));
    }

    [Test]
    public void Values_of_the_same_text_are_called_by_the_ends_of_their_paths() => Assert.That(
        Names(Read("vary: { crews.engineers.size: [40, 16], stores.bucket.streams: [16] }")), Is.EqualTo("size 40 + streams 16, size 16 + streams 16"));

    [Test]
    public void Constraints_leave_combinations_out_and_the_first_that_stays_is_the_baseline() => Assert.That(
        Names(Read("vary: { mode: { hard: {}, soft: {} }, crews.engineers.size: [40, 60, 80], where: [mode = soft or crews.engineers.size > 60, crews.engineers.size >= 60] }")),
        Is.EqualTo("hard + 80, soft + 60, soft + 80"));

    [Test]
    public void A_constraint_may_compare_two_paths_of_which_one_is_varied() => Assert.That(
        Names(Read("vary: { databases.shard.backups.weekly.every: [3h, 168h], where: [databases.shard.backups.weekly.every > databases.shard.backups.daily.every] }")), Is.EqualTo("168h"));

    [TestCase("from 1h to 24h")]
    [TestCase("from 1h to 24h by factor")]
    [TestCase("lognormal(median 2h p95 9h)")]
    [TestCase("uniform(0h 1s)")]
    public void A_sample_has_one_point_in_each_stratum_of_each_axis(string spread)
    {
        const int points = 40;
        Study study = Read($"vary: {{ design: {{ sample: {points}, run.length: from 21d to 25d, stores.bucket.retrieval: {spread} }} }}");
        Spread drawn = Spread.Parse(spread).Value;
        double[] values = [.. study.Variants.Select(variant => variant.Levels.Single(level => level.Axis == "stores.bucket.retrieval").Value!.Value).Order()];
        for (int i = 0; i < points; i++)
        {
            Assert.That(values[i], Is.GreaterThanOrEqualTo(drawn.Quantile((double)i / points)));
            if (i < points - 1) Assert.That(values[i], Is.LessThan(drawn.Quantile((i + 1.0) / points)));
        }
        Assert.That(study.Variants.Select(variant => variant.Name), Is.EqualTo(Enumerable.Range(1, points).Select(i => $"design {i}")));
    }

    [Test]
    public void A_sample_comes_from_the_seed_and_the_names_alone()
    {
        static double[] Axis(ulong seed, string path) => LatinHypercube.Axis(20, new Streams(seed, 0).Get("sample design", path));
        double[] first = Axis(7, "a.b");
        Assert.That(Axis(7, "a.b"), Is.EqualTo(first));
        Assert.That(Axis(8, "a.b"), Is.Not.EqualTo(first));
        Assert.That(Axis(7, "a.c"), Is.Not.EqualTo(first));
    }

    [Test]
    public void Counts_of_a_sample_are_whole_and_each_is_alike()
    {
        Study study = Read("vary: { design: { sample: 60, crews.engineers.size: from 40 to 42 } }");
        int[] sizes = [.. study.Variants.Select(variant => variant.Scenario.Crews[0].Value.Size)];
        Assert.That(sizes.GroupBy(size => size).OrderBy(size => size.Key).Select(size => (size.Key, size.Count())), Is.EqualTo([(40, 20), (41, 20), (42, 20)]));
    }

    [TestCase("lognormal(median 1h p95 3h)", 2, "lognormal(median 2h p95 6h)")]
    [TestCase("daily(low 0.1 MB/s high 0.6 MB/s peak 15h)", 0.5, "daily(low 0.05 MB/s high 0.3 MB/s peak 15h)")]
    [TestCase("mix(50% 1h 50% 2h)", 3, "mix(50% 3h 50% 6h)")]
    [TestCase("weibull(mean 2y shape 0.7)", 1.5, "weibull(mean 3y shape 0.7)")]
    [TestCase("lognormal(median 5 p95 60)", 2, "lognormal(median 10 p95 120)")]
    [TestCase("200 GB", 0.1, "20 GB")]
    public void A_factor_goes_to_the_quantities_of_a_text_and_not_to_its_shape(string text, double factor, string times) =>
        Assert.That(Spread.Times(text, factor, 6), Is.EqualTo(times));
}
