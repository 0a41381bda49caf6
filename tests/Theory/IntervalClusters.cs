using Simulator.Experiments.Statistics;
using Bounds = Simulator.Experiments.Statistics.Estimate;

namespace Simulator.Tests.Theory;

/// <summary>Figures over the members of all trials: what sharing a trial does to their intervals.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class IntervalClusters
{
    private static Clustered Of(params double[][] trials) => new(trials);

    [Test]
    public void Repeating_every_member_of_a_trial_adds_no_evidence()
    {
        double[][] single = [.. Enumerable.Range(1, 50).Select(i => new[] { i * 1.0, i + 0.5 })];
        double[][] fivefold = [.. single.Select(trial => trial.SelectMany(v => Enumerable.Repeat(v, 5)).ToArray())];
        Bounds one = Clustered.QuantileOf(Of(single), Of(single), 0.5), five = Clustered.QuantileOf(Of(fivefold), Of(fivefold), 0.5);
        Assert.That(five.Interval, Is.EqualTo(one.Interval));
        Assert.That(Clustered.MeanOf(Of(fivefold), Of(fivefold)).Interval!.Value.Low,
            Is.EqualTo(Clustered.MeanOf(Of(single), Of(single)).Interval!.Value.Low).Within(1e-9));
    }

    [Test]
    public void One_member_a_trial_gives_the_interval_of_independent_values()
    {
        double[] values = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        Clustered pooled = Of([.. values.Select(v => new[] { v })]);
        Assert.That(Clustered.QuantileOf(pooled, pooled, 0.9), Is.EqualTo(OrderStatistics.Quantile(values, values, 0.9)));
        Assert.That(Clustered.MeanOf(pooled, pooled).Interval!.Value.Low, Is.EqualTo(Student.Mean(values, values).Interval!.Value.Low).Within(1e-9));
    }

    [Test]
    public void The_mean_is_a_ratio_over_trials_of_different_sizes()
    {
        // m = (2, 1, 3), sums = (3, 3, 9): ratio 15/6; residuals -2, 0.5, 1.5; variance 3/2 * 6.5 / 36; t(0.975, 2) = 4.3026527.
        Clustered pooled = Of([1, 2], [3], [2, 3, 4]);
        Bounds mean = Clustered.MeanOf(pooled, pooled);
        Assert.That(mean.Value, Is.EqualTo(2.5));
        Assert.That(mean.Interval!.Value.High, Is.EqualTo(2.5 + 4.3026527 * Math.Sqrt(1.5 * 6.5 / 36)).Within(1e-6));
    }

    [TestCase(100, false)]
    [TestCase(380, false)]
    [TestCase(400, true)]
    public void Equal_members_everywhere_prove_no_more_than_their_trials(int trials, bool exists)
    {
        Clustered pooled = Of([.. Enumerable.Range(0, trials).Select(_ => new double[8])]);
        Assert.That(Clustered.QuantileOf(pooled, pooled, 0.99).Interval, exists ? Is.Not.Null : Is.Null);
    }

    [Test]
    public void One_trial_has_no_interval() => Assert.That(Clustered.QuantileOf(Of([1, 2, 3]), Of([1, 2, 3]), 0.5).Interval, Is.Null);
}
