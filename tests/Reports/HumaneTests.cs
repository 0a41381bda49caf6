using NUnit.Framework;
using Simulator.Experiments.Results;
using Simulator.Reports;

namespace Simulator.Tests.Reports;

[TestFixture]
public class HumaneTests
{
    [TestCase(0, "s", "0 s")]
    [TestCase(4e-6, "s", "4 µs")]
    [TestCase(0.0123, "s", "12.3 ms")]
    [TestCase(12.34, "s", "12.3 s")]
    [TestCase(59.96, "s", "1 m")]
    [TestCase(252, "s", "4 m 12 s")]
    [TestCase(3599.7, "s", "1 h")]
    [TestCase(22200, "s", "6 h 10 m")]
    [TestCase(829440, "s", "9.6 d")]
    [TestCase(1e8, "s", "3.17 y")]
    [TestCase(-252, "s", "-4 m 12 s")]
    [TestCase(double.PositiveInfinity, "s", "∞")]
    [TestCase(double.NaN, "s", "–")]
    [TestCase(0.453, "share", "45.3 %")]
    [TestCase(1, "share", "100 %")]
    [TestCase(0.99962, "share", "99.962 %")]
    [TestCase(0.9999999, "share", "> 99.999 %")]
    [TestCase(2.1e9, "B", "2.1 GB")]
    [TestCase(999.9, "B", "1 kB")]
    [TestCase(1, "writes", "1 write")]
    [TestCase(1239690, "writes", "1.24 million writes")]
    [TestCase(353200, "count", "353,200")]
    [TestCase(17.34, "ratio", "17.3")]
    [TestCase(220, "1/d", "220 a day")]
    public void A_value_is_said_with_the_unit_of_its_magnitude(double value, string unit, string expected) =>
        Assert.That(Humane.Format(value, unit), Is.EqualTo(expected));

    [Test]
    public void An_interval_says_its_unit_once_where_it_can()
    {
        Assert.That(Humane.Format(new Interval(1000000, 1050000), "s"), Is.EqualTo("11.6 to 12.2 d"));
        Assert.That(Humane.Format(new Interval(240, 260), "s"), Is.EqualTo("4 m to 4 m 20 s"));
        Assert.That(Humane.Format(new Interval(30, double.PositiveInfinity), "s"), Is.EqualTo("30 s to ∞"));
        Assert.That(Humane.Format((Interval?)null, "s"), Is.EqualTo("–"));
    }
}
