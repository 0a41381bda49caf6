using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics;
using Bounds = Simulator.Experiments.Statistics.Estimate;

namespace Simulator.Tests.Theory;

/// <summary>Student's t and Wilson's bounds, against printed tables.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class IntervalMeans
{
    [TestCase(1, 12.706)]
    [TestCase(4, 2.776)]
    [TestCase(9, 2.262)]
    [TestCase(30, 2.042)]
    [TestCase(399, 1.966)]
    public void Student_has_the_printed_quantiles(int degrees, double printed) =>
        Assert.That(Student.Quantile(0.975, degrees), Is.EqualTo(printed).Within(0.0006));

    [Test]
    public void A_mean_has_the_interval_of_the_textbook()
    {
        double[] values = [1, 2, 3, 4, 5]; // mean 3, standard error sqrt(2.5 / 5), t = 2.7764
        Bounds mean = Student.Mean(values, values);
        Assert.That(mean.Value, Is.EqualTo(3));
        Assert.That(mean.Interval!.Value.Low, Is.EqualTo(3 - 2.7764451 * Math.Sqrt(0.5)).Within(1e-6));
        Assert.That(mean.Interval!.Value.High, Is.EqualTo(3 + 2.7764451 * Math.Sqrt(0.5)).Within(1e-6));
    }

    [Test]
    public void The_mean_of_one_value_has_no_interval() => Assert.That(Student.Mean([7], [7]).Interval, Is.Null);

    [Test]
    public void A_censored_value_leaves_the_lower_bound_finite()
    {
        Bounds mean = Student.Mean([1, 2, 3], [1, 2, double.PositiveInfinity]);
        Assert.That(mean.Value, Is.EqualTo(double.PositiveInfinity));
        Assert.That(mean.Upper, Is.EqualTo(double.PositiveInfinity));
        Assert.That(mean.Lower, Is.LessThan(2));
    }

    [TestCase(0, 10, 0, 0.2775)]
    [TestCase(1, 10, 0.0179, 0.4042)]
    [TestCase(5, 10, 0.2366, 0.7634)]
    [TestCase(10, 10, 0.7225, 1)]
    [TestCase(81, 263, 0.2553, 0.3662)] // R. G. Newcombe, Statistics in Medicine 17 (1998), table I
    public void Wilson_has_the_printed_bounds(int hits, int trials, double low, double high)
    {
        Interval interval = Wilson.Share(hits, hits, trials).Interval!.Value;
        Assert.That(interval.Low, Is.EqualTo(low).Within(0.00006));
        Assert.That(interval.High, Is.EqualTo(high).Within(0.00006));
    }
}
