using Simulator.Experiments.Statistics;
using Simulator.Experiments.Statistics.SteadyState;
using Bounds = Simulator.Experiments.Statistics.Estimate;

namespace Simulator.Tests.Theory;

/// <summary>Warm-up and batch means, on series whose steady state is known.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SteadyStateTests
{
    private const int Samples = 300;
    private const string Seeds = "sample s of 0 to 299 draws from seed 104729 s + 5";

    [Test]
    public void A_step_is_cut_off_where_it_ends()
    {
        double[] series = [.. Enumerable.Repeat(100.0, 40), .. Enumerable.Range(0, 160).Select(i => i / 5 % 2 == 0 ? 9.0 : 11.0)];
        Assert.That(Mser5.WarmUp(series), Is.EqualTo(40));
    }

    [Test]
    public void A_series_without_warm_up_keeps_almost_everything()
    {
        int cut = Total(seed => Mser5.WarmUp(Noise(seed, 1000)) ?? 1000);
        Assert.That((double)cut / Samples / 1000, Is.LessThan(0.2), Seeds);
    }

    [Test]
    public void What_never_settles_is_not_judged() =>
        Assert.That(Mser5.WarmUp([.. Enumerable.Range(0, 200).Select(i => 1000.0 - i)]), Is.Null);

    [Test]
    public void Too_short_a_series_is_not_judged() => Assert.That(Mser5.WarmUp(new double[49]), Is.Null);

    [Test]
    public void A_constant_series_has_no_warm_up() => Assert.That(Mser5.WarmUp([.. Enumerable.Repeat(7.0, 100)]), Is.Zero);

    /// <summary>An autoregressive series x' = 0.8 x + noise that starts 30 standard deviations of its noise away: the mean of the whole is far off, that of the rest is not.</summary>
    [Test]
    public void The_bias_of_a_far_start_is_cut_off()
    {
        double whole = 0, rest = 0;
        for (int s = 0; s < Samples; s++)
        {
            double[] series = Autoregressive(s, 2000, start: 30);
            whole += Student.Mean(series) / Samples;
            rest += Student.Mean([.. series.Skip(Mser5.WarmUp(series)!.Value)]) / Samples;
        }

        Assert.That(whole, Is.EqualTo(30 / 0.2 / 2000).Within(0.02), "the sum of 30 * 0.8^i is 150");
        Assert.That(Math.Abs(rest), Is.LessThan(0.02), Seeds);
    }

    [Test]
    public void The_mean_of_a_correlated_series_is_inside_its_interval_and_would_not_be_if_values_were_taken_for_independent()
    {
        int batched = Total(s => Holds(BatchMeans.Mean(Autoregressive(s, 2000, start: 0))!.Value) ? 1 : 0);
        int naive = Total(s => Autoregressive(s, 2000, start: 0) is var series && Holds(Student.Mean(series, series)) ? 1 : 0);
        Assert.That(batched, Is.InRange(Math.Floor(Samples * 0.92), Math.Ceiling(Samples * 0.98)), $"0.95 of 300, less 2.4 standard errors; {Seeds}");
        Assert.That(naive, Is.LessThan(Samples * 0.7), Seeds);
    }

    [Test]
    public void Short_batches_of_a_series_that_remembers_long_are_told_by_their_correlation()
    {
        Assert.That(BatchMeans.Correlation(Autoregressive(1, 20_000, start: 0)), Is.LessThan(0.4));
        Assert.That(BatchMeans.Correlation([.. Enumerable.Range(0, 100).Select(i => (double)i)]), Is.GreaterThan(0.8));
        Assert.That((BatchMeans.Mean(new double[19]), BatchMeans.Correlation(new double[19])), Is.EqualTo(((Bounds?)null, (double?)null)));
    }

    private static bool Holds(Bounds mean) => mean.Interval is { } i && i.Low <= 0 && i.High >= 0;

    private static int Total(Func<int, int> of) => Enumerable.Range(0, Samples).Sum(of);

    private static double[] Noise(int sample, int count)
    {
        var random = new Random(sample * 104_729 + 5);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)];
    }

    private static double[] Autoregressive(int sample, int count, double start)
    {
        double[] noise = Noise(sample, count);
        double x = start;
        for (int i = 0; i < count; i++)
        {
            (noise[i], x) = (x, 0.8 * x + noise[i]);
        }

        return noise;
    }
}
