using Simulator.Models.Places;

namespace Simulator.Tests.Theory;

/// <summary>Max-min fair shares of what is wanted.</summary>
[Parallelizable(ParallelScope.All)]
public class FairShares
{
    [TestCase(10, new[] { 3.0, 3, 3 }, double.PositiveInfinity)]
    [TestCase(10, new[] { 5.0, 5 }, double.PositiveInfinity)]
    [TestCase(10, new[] { 2.0, 2.6, 4, 5 }, 2.7)]
    [TestCase(10, new[] { 8.0, 7 }, 5)]
    [TestCase(10, new[] { 1.0, 100 }, 9)]
    [TestCase(0, new[] { 1.0 }, 0)]
    [TestCase(10, new double[0], double.PositiveInfinity)]
    public void The_level_is_what_those_get_who_want_more(double capacity, double[] wanted, double level) =>
        Assert.That(FairShare.Level(capacity, wanted.Select(each => (each, 1))), Is.EqualTo(level).Within(1e-12));

    [Test]
    public void Nobody_gets_more_than_he_wants_and_nothing_is_left_while_somebody_wants_more()
    {
        Random random = new(11);
        for (int round = 0; round < 2000; round++)
        {
            (double Wanted, int Count)[] wanted = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => (random.NextDouble() * 10, random.Next(0, 4)))];
            double capacity = random.NextDouble() * 60, level = FairShare.Level(capacity, wanted), given = wanted.Sum(each => each.Count * Math.Min(each.Wanted, level));
            Assert.That(given, Is.EqualTo(Math.Min(capacity, wanted.Sum(each => each.Count * each.Wanted))).Within(1e-6), $"round {round} of seed 11");
        }
    }
}
