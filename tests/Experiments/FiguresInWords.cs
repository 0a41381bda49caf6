using Simulator.Experiments.Expectations;

namespace Simulator.Tests.Experiments;

[Parallelizable(ParallelScope.All)]
public sealed class FiguresInWords
{
    [TestCase(0, "s", "0 s")]
    [TestCase(0.0042, "s", "4.2 ms")]
    [TestCase(0.00006, "s", "60 µs")]
    [TestCase(119, "s", "119 s")]
    [TestCase(297.12, "s", "4.952 min")]
    [TestCase(9_000, "s", "2.5 h")]
    [TestCase(1_051_627, "s", "12.17 d")]
    [TestCase(512, "B", "512 B")]
    [TestCase(1_500_000, "B", "1.5 MB")]
    [TestCase(0.13911, "share", "13.91 %")]
    [TestCase(0.00001, "share", "0.001 %")]
    [TestCase(250.8, "1/d", "250.8 a day")]
    [TestCase(18.88006, "ratio", "18.88")]
    [TestCase(883, "count", "883")]
    [TestCase(12, "writes", "12 writes")]
    [TestCase(double.PositiveInfinity, "s", "infinite")]
    public void Read_best_in_their_unit(double value, string unit, string words) => Assert.That(Figures.Say(value, unit), Is.EqualTo(words));

    [Test]
    public void Thousands_are_set_apart() => Assert.That(Figures.Count(1234567), Is.EqualTo("1 234 567"));
}
