using NUnit.Framework;

namespace Simulator.Tests.Theory;

/// <summary>The mean of independent trials and its standard error.</summary>
internal sealed class SimulatedMean
{
    // Seeds are fixed, so a right simulator passes always; over the choice of seeds, four standard errors are missed once in 10,000.
    private const double StandardErrorsAllowed = 4;

    private readonly double _mean;
    private readonly double _error;

    private SimulatedMean(double[] values)
    {
        _mean = values.Average();
        _error = Math.Sqrt(values.Sum(value => (value - _mean) * (value - _mean)) / (values.Length - 1) / values.Length);
    }

    public static SimulatedMean Of(int trials, Func<int, double> trial) => new([.. Enumerable.Range(0, trials).Select(trial)]);

    /// <summary>The exact value lies within four standard errors, and these are small enough for that to say something.</summary>
    public void AssertAgreesWith(double exact, double precision)
    {
        TestContext.Out.WriteLine($"exact {exact:G9}, simulated {_mean:G9} +- {_error:G3}");
        Assert.Multiple(() =>
        {
            Assert.That(_error, Is.LessThan(precision * Math.Abs(exact)), "the estimate is too rough to test anything");
            Assert.That(_mean, Is.EqualTo(exact).Within(StandardErrorsAllowed * _error));
        });
    }
}
