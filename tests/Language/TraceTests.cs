using System.Text;
using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Workloads;

namespace Simulator.Tests.Language;

[Parallelizable(ParallelScope.All)]
public sealed class TraceTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("traces").FullName;

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_trace_begins_with_the_run_and_repeats_before_and_after() => Assert.Multiple(() =>
    {
        Workload trace = Open("small.csv", "seconds,bytes per second\r\n100,10\r\n110,0\r\n 130.5 , 2e1\r\n140,5\r\n");
        double Volume(double from, double to) => trace.Between(Instant.After(TimeSpan.FromSeconds(from)), Instant.After(TimeSpan.FromSeconds(to)), TimeSpan.FromHours(30));
        Assert.That((trace.Peak, trace.Mean), Is.EqualTo((20.0, (100 + 9.5 * 20 + 9.5 * 5) / 49.5)));
        Assert.That((Volume(0, 10), Volume(5, 31), Volume(40, 49.5)), Is.EqualTo((100.0, 60.0, 47.5)));
        Assert.That(Volume(49.5, 59.5), Is.EqualTo(100).Within(1e-9), "again from the beginning");
        Assert.That(Volume(-9.5, 0), Is.EqualTo(47.5).Within(1e-9), "as before the start");
        Assert.That(Volume(0, 49.5e6), Is.EqualTo(337.5e6));
    });

    [TestCase("", "1: the file is empty: its first line is seconds,bytes per second")]
    [TestCase("0,5\n1,6\n", "1: '0,5' is not the first line of a trace: its columns and their units are named first, seconds,bytes per second")]
    [TestCase("seconds,bytes per second\n", "1: the trace ends after 0 rows: at least two times with their rates are needed")]
    [TestCase("seconds,bytes per second\n0,5\n7,6\n7,8\n", "4: the time is not after that of the line before: times ascend, by at least 0.1us")]
    [TestCase("seconds,bytes per second\n0,5\n7,-6\n", "3: '-6' is negative: a rate is 0 or more")]
    [TestCase("seconds,bytes per second\n0,5\nx,6\n", "3: 'x' is not a time: write seconds as a number, such as 12.5")]
    [TestCase("seconds,bytes per second\n0,5 MB/s\n", "2: '5 MB/s' is not a rate: write a number per second without a unit, such as 3000000")]
    [TestCase("seconds,bytes per second\n0,NaN\n", "2: 'NaN' is not a rate: write a number per second without a unit, such as 3000000")]
    [TestCase("seconds,bytes per second\n0\n", "2: '0' has one column: a time in seconds, a comma and a rate per second are expected")]
    [TestCase("seconds,bytes per second\n0,1,2\n", "2: '0,1,2' has more than two columns: a time in seconds, a comma and a rate per second are expected")]
    [TestCase("seconds,bytes per second\n0,1\n\n", "3: the line is empty: each has a time in seconds, a comma and a rate per second")]
    public void A_wrong_trace_says_which_line_is_wrong(string text, string problem)
    {
        string name = $"wrong-{TestContext.CurrentContext.Test.ID}.csv";
        File.WriteAllText(Path.Combine(_folder, name), text);
        Assert.That(Parse(name).Problem, Is.EqualTo($"{name}:{problem}"));
    }

    [Test]
    public void A_missing_trace_is_told() => Assert.That(Parse("none.csv").Problem, Is.EqualTo("none.csv: there is no such file in the folder of the scenario"));

    [Test]
    public void A_trace_of_megabytes_stays_on_disk_and_every_question_is_answered_from_it()
    {
        const int Rows = 400_000, Seed = 7;
        TestContext.Out.WriteLine($"seed {Seed}");
        (double[] sums, long bytes) = Generate("large.csv", Rows, Seed);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Workload trace = Parse("large.csv").Value;
        long reading = GC.GetAllocatedBytesForCurrentThread() - before;
        TestContext.Out.WriteLine($"{bytes / 1e6:0.0} MB on disk, {reading / 1e3:0} kB allocated to read it");
        Assert.That(reading, Is.LessThan(500_000), "whatever its length");

        var random = new Random(Seed);
        for (int i = 0; i < 300; i++)
        {
            int from = random.Next(Rows), to = random.Next(Rows);
            double volume = trace.Between(Instant.After(TimeSpan.FromSeconds(from)), Instant.After(TimeSpan.FromSeconds(to)), TimeSpan.Zero);
            Assert.That(volume, Is.EqualTo(sums[to] - sums[from]).Within(1e-3));
        }
        (int steps, double worst) = Walk(trace, sums);
        TestContext.Out.WriteLine($"{steps} steps, off by {worst / (trace.Mean * 864):0.0000} % of a day at most");
        Assert.That(worst, Is.LessThan(0.001 * trace.Mean * 86_400));
        Assert.That(steps, Is.LessThan(Rows / 50));
    }

    [Test]
    public void Several_threads_get_the_same_answers()
    {
        (double[] sums, _) = Generate("shared.csv", 60_000, 3);
        Workload trace = Parse("shared.csv").Value;
        Parallel.For(0, 4, thread =>
        {
            var random = new Random(thread);
            for (int i = 0; i < 200; i++)
            {
                int to = random.Next(60_000);
                Assert.That(trace.Between(Instant.Start, Instant.After(TimeSpan.FromSeconds(to)), TimeSpan.Zero), Is.EqualTo(sums[to]).Within(1e-3));
            }
        });
    }

    /// <summary>A rate a second: a daily wave with noise; and what had come by each second.</summary>
    private (double[] Sums, long Bytes) Generate(string name, int rows, int seed)
    {
        var random = new Random(seed);
        double[] sums = new double[rows + 1];
        using (StreamWriter file = new(Path.Combine(_folder, name), append: false, Encoding.UTF8) { NewLine = "\n" })
        {
            file.WriteLine("seconds,bytes per second");
            for (int row = 0; row < rows; row++)
            {
                double rate = Math.Round(3e6 + 2e6 * Math.Sin(row * 2 * Math.PI / 86_400) + 1e6 * random.NextDouble());
                file.WriteLine(FormattableString.Invariant($"{row},{rate:0}"));
                sums[row + 1] = sums[row] + rate;
            }
        }
        return (sums, new FileInfo(Path.Combine(_folder, name)).Length);
    }

    private static (int Steps, double Worst) Walk(Workload trace, double[] sums)
    {
        int steps = 0;
        double worst = 0;
        foreach (RateStep step in trace.Steps(Instant.Start, TimeSpan.Zero))
        {
            int from = (int)step.From.SinceStart.TotalSeconds, to = (int)step.Until.SinceStart.TotalSeconds;
            for (int second = from; second <= to; second++) worst = Math.Max(worst, Math.Abs(sums[from] + step.Rate * (second - from) - sums[second]));
            steps++;
            if (to >= sums.Length - 1) break;
        }
        return (steps, worst);
    }

    private Workload Open(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        Parsed<Workload> parsed = Parse(name);
        Assert.That(parsed.Problem, Is.Null);
        return parsed.Value;
    }

    private Parsed<Workload> Parse(string name) =>
        Syntaxes.DataWorkload.Parse($"trace({name})").Then(workload => Syntaxes.DataWorkload.Load(workload, new Folder(_folder)));
}
