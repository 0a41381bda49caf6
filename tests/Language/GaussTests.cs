using NUnit.Framework;
using Simulator.Models.Distributions;

namespace Simulator.Tests.Language;

/// <summary>Held against MathNet and against the test values that are printed with algorithm AS 241.</summary>
public sealed class GaussTests
{
    [TestCase(0.25, -0.6744897501960817)]
    [TestCase(0.001, -3.090232306167814)]
    [TestCase(1e-20, -9.262340089798408)]
    [TestCase(0.5, 0)]
    [TestCase(0, double.NegativeInfinity)]
    [TestCase(1, double.PositiveInfinity)]
    public void The_published_values_come_out(double u, double x) => Assert.That(Gauss.Quantile(u), Is.EqualTo(x).Within(2e-15 * Math.Max(1, Math.Abs(x))));

    [Test]
    public void The_quantile_agrees_with_MathNet()
    {
        for (int i = 1; i < 100_000; i++)
        {
            double u = i / 100_000.0;
            Assert.That(Gauss.Quantile(u), Is.EqualTo(MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, u)).Within(1e-14 * 5), $"u = {u}");
        }
    }

    [Test]
    public void The_CDF_agrees_with_MathNet()
    {
        for (int i = -800; i <= 800; i++)
        {
            double x = i / 100.0;
            Assert.That(Gauss.Cumulative(x), Is.EqualTo(MathNet.Numerics.Distributions.Normal.CDF(0, 1, x)).Within(1e-14), $"x = {x}");
        }
    }

    [TestCase(-5, 2.866515718791939e-7)]
    [TestCase(-10, 7.619853024160527e-24)]
    [TestCase(-38, 2.8854283e-316)]
    [TestCase(-3, 1.3498980316300946e-3)]
    public void The_lower_tail_keeps_its_digits(double x, double share) => Assert.That(Gauss.Cumulative(x), Is.EqualTo(share).Within(1e-7 * 1e-6 * share + (share < 1e-300 ? 1e-322 * 1e6 : 0)));

    [Test]
    public void Quantile_and_CDF_are_inverses()
    {
        for (double u = 1e-12; u < 1; u *= 1.37) Assert.That(Gauss.Cumulative(Gauss.Quantile(u)), Is.EqualTo(u).Within(1e-14 * 3));
    }
}
