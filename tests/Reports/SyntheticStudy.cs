using Simulator.Experiments;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models;

namespace Simulator.Tests.Reports;

/// <summary>A made-up result of the size and shape of the Atlassian outage: nothing was simulated, so the charts can be tested without a model.</summary>
public static class SyntheticStudy
{
    private const double Day = 86400;

    private static readonly string[] Names =
    [
        "as it was", "soft delete", "prepared", "whole-store rollback", "waves", "one restore point per store", "change stream", "zone lost",
        "one site", "five sites",
    ];

    // When the last one is back, in days; median over trials.
    private static readonly double[] LastDay = [12.3, 0.02, 3.9, 0.35, 2.4, 12.2, 12.3, 0.001, 0.18, 0.24];

    private static Expectation LossLimit => new(
        "p99 loss of worst site <= 5m in as it was", new QuantileOfTrials(0.99), MeasureTable.Measures.First(m => m.Word == "loss"), new Subject("site"),
        Reduce.Worst, new Test(new Limits(null, 300)), ["as it was"]);

    /// <summary>The result.</summary>
    /// <param name="trials">Trials of each variant.</param>
    /// <param name="variants">How many variants, up to ten.</param>
    public static StudyResult Make(int trials = 40, int variants = 10)
    {
        var study = new Study(
            "atlassian-2022", "When is every wrongly deleted site back, and what does it lose?", "Post-Incident Review on the Atlassian April 2022 outage",
            20220405, trials, [.. Names.Take(variants).Select(n => new Variant(n, new Scenario(null, TimeSpan.FromDays(21), [], [], [], [], [], [], [])))],
            [LossLimit]);
        double[,] published = { { 7.9, 0.45 }, { 9.5, 0.55 }, { 10.5, 0.78 }, { 11.5, 0.99 }, { 12.5, 1 } };
        var points = Enumerable.Range(0, 5).Select(i => new PublishedPoint(
            "as it was", "restored", "site users", published[i, 1], TimeSpan.FromDays(published[i, 0]), TimeSpan.FromHours(12)))
            .Append(new PublishedPoint("as it was", "accepted", "site users", 1, TimeSpan.FromDays(13.7), TimeSpan.FromHours(12)));
        return new(study, "0.1.0", [.. Enumerable.Range(0, variants).Select(v => Variant(v, trials))], [.. points]);
    }

    private static VariantResult Variant(int number, int trials)
    {
        var random = new Random(number + 1);
        double[] last = [.. Enumerable.Range(0, trials).Select(_ => LastDay[number] * Day * (0.94 + 0.12 * random.NextDouble())).Order()];
        int sites = number switch { 7 => 900, 8 => 1, 9 => 5, 4 => 96, _ => 883 };
        double[] loss = Losses(number, trials * sites, random);
        double[] downtime = [.. Enumerable.Range(0, trials * sites).Select(i => last[i % trials] * (0.25 + 0.75 * Math.Pow(random.NextDouble(), 0.4))).Order()];
        double rolledBack = number == 3 ? 1.24e6 : 0;
        return new(
            Names[number], trials, $"{0x9E3779B97F4A7C15UL * (ulong)(number + 1):x16}",
            [
                Summary("time to last", "site", "s", last),
                Summary("loss", "worst site", "s", [loss[^1], loss[^1]]),
                Summary("loss", "each site", "s", loss),
                Summary("lost writes", "total site", "writes", [.. Enumerable.Range(0, trials).Select(i => 40.0 + i % 9).Order()]),
                Summary("downtime", "worst site", "s", last),
                Summary("downtime", "each site", "s", downtime),
                Summary("blast radius", "site", "count", [.. Enumerable.Repeat((double)sites, trials)]),
                Summary("rolled back writes", "site", "writes", [.. Enumerable.Range(0, trials).Select(i => rolledBack * (0.9 + 0.2 * i / trials))]),
            ],
            Verdicts(number, last), [.. CurvesOf(number)], [new("loss", "each site", "s", loss), new("downtime", "each site", "s", downtime)],
            new(["trial", "time to last of site [s]"], [.. last.Select((l, i) => (IReadOnlyList<double>)[i, l])]),
            new(trials / 2, "0123456789abcdef", number == 0 ? SyntheticJournal.Make() : (IReadOnlyList<Fact>)[]));
    }

    private static double[] Losses(int number, int count, Random random) =>
    [
        .. Enumerable.Range(0, count).Select(_ => number switch
        {
            1 or 7 or 8 => 0.0,
            5 => random.NextDouble() * 1400 + random.NextDouble() * 300,
            6 => random.NextDouble() * 2,
            _ => random.NextDouble() * 300,
        }).Order(),
    ];

    private static ExpectationResult[] Verdicts(int number, double[] last) => number switch
    {
        0 =>
        [
            new("p99 loss of worst site <= 5m in as it was", Verdict.Met, 299.2, new Interval(298.7, 299.9), "s", "the 95 % bound 4 m 59.9 s meets 5 m"),
            new("p50 restored of site users reaches 99% by 12d in as it was", Verdict.NotEnoughEvidence, 11.9 * Day, new Interval(11.7 * Day, 12.1 * Day), "s", "the interval spans 12 d; about 900 trials would tell"),
            new("p50 downtime of worst site <= 6h in as it was", Verdict.Breached, last[last.Length / 2], new Interval(last[0], last[^1]), "s", "the 95 % bound 11.6 d misses 6 h"),
        ],
        1 => [new("p50 downtime of worst site <= 1h in soft delete", Verdict.Met, 1700, null, "s", "every trial meets 1 h")],
        _ => [],
    };

    private static IEnumerable<Curve> CurvesOf(int number)
    {
        (double At, double Share)[] bends = number is 0 or 5 or 6
            ? [(0, 0), (2.9, 0.02), (5.2, 0.18), (7.9, 0.44), (9.3, 0.53), (10.5, 0.79), (11.4, 0.985), (12.2, 1)]
            : [(0, 0), (LastDay[number] * 0.3, 0.05), (LastDay[number] * 0.8, 0.8), (LastDay[number], 1)];
        yield return Bent("restored", "site users", bends, 1, 0);
        yield return Bent("restored", "site", [.. bends.Select(b => (b.At, b.Share < 0.54 ? b.Share * 0.25 : (b.Share - 0.53) / 0.47 * 0.87 + 0.13))], 1, 0);
        if (number == 0) yield return Bent("accepted", "site users", bends, 1, 1.1);
    }

    private static Curve Bent(string measure, string subject, (double At, double Share)[] bends, double factor, double later)
    {
        double end = 21;
        double[] times = [.. Enumerable.Range(0, 421).Select(i => i < 200 ? Math.Pow(10, -4 + i / 50.0) * bends[^1].At / 10 : 0.05 * (i - 199) * end / 11.05).Order()];
        double Share(double at)
        {
            for (int i = 1; i < bends.Length; i++)
                if (at <= bends[i].At) return bends[i - 1].Share + (bends[i].Share - bends[i - 1].Share) * Math.Max(0, at - bends[i - 1].At) / (bends[i].At - bends[i - 1].At);
            return bends[^1].Share;
        }
        return new(measure, subject, [.. times.Select(TimeSpan.FromDays)], [.. times.Select(t => Share((t - later) * factor * 0.97))],
            [.. times.Select(t => Share((t - later) * factor))], [.. times.Select(t => Share((t - later) * factor * 1.03))]);
    }

    private static MeasureSummary Summary(string measure, string subject, string unit, double[] sorted)
    {
        double mean = sorted.Average();
        Quantile At(double p) => new(sorted[(int)Math.Min(sorted.Length - 1, p * sorted.Length)],
            p > 0.98 && sorted.Length < 368 ? null : new Interval(sorted[(int)(p * 0.93 * sorted.Length)], sorted[(int)Math.Min(sorted.Length - 1, p * 1.04 * sorted.Length)]));
        return new(measure, subject, unit, sorted.Length, mean, new Interval(mean * 0.97, mean * 1.03), At(0.5), At(0.95), At(0.99), sorted[^1]);
    }
}
