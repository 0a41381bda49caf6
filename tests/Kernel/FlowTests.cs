using NUnit.Framework;
using Simulator.Kernel;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class FlowTests
{
    private static Flow Example()
    {
        var flow = new Flow(At(10), initial: 100, ratePerSecond: 5);
        flow.SetRate(At(20), 0);
        flow.SetRate(At(30), 10);
        return flow;
    }

    [TestCase(0, 100)]
    [TestCase(10, 100)]
    [TestCase(14, 120)]
    [TestCase(20, 150)]
    [TestCase(25, 150)]
    [TestCase(31, 160)]
    [TestCase(1000, 9850)]
    public void Position_at_a_moment(double seconds, double expected) => Assert.That(Example().At(At(seconds)), Is.EqualTo(expected));

    [TestCase(0, 10)]
    [TestCase(100, 10)]
    [TestCase(120, 14)]
    [TestCase(150, 20)]
    [TestCase(160, 31)]
    public void Moment_of_a_position(double position, double expected) => Assert.That(Example().MomentOf(position), Is.EqualTo(At(expected)));

    [Test]
    public void Position_that_is_never_reached()
    {
        Flow flow = Example();
        flow.SetRate(At(40), 0);
        Assert.Multiple(() =>
        {
            Assert.That(flow.MomentOf(250), Is.EqualTo(At(40)));
            Assert.That(flow.MomentOf(250.001), Is.EqualTo(Instant.Never));
            Assert.That(new Flow(Instant.Start, 0, 1e-300).MomentOf(1), Is.EqualTo(Instant.Never));
        });
    }

    [Test]
    public void Changing_twice_at_one_moment_keeps_the_last()
    {
        var flow = new Flow(Instant.Start, 0, 1);
        flow.SetRate(At(1), 100);
        flow.SetRate(At(1), 2);
        Assert.That(flow.At(At(2)), Is.EqualTo(3));
    }

    [Test]
    public void Moment_is_the_first_tick_at_which_the_position_is_reached()
    {
        const int Seed = 11;
        var random = new Random(Seed);
        for (int i = 0; i < 20_000; i++)
        {
            var flow = new Flow(new Instant(random.Next()), random.NextDouble() * Math.Pow(10, random.Next(0, 16)), Math.Pow(10, random.Next(-3, 12)) * random.NextDouble());
            flow.SetRate(new Instant(int.MaxValue + (long)random.Next()), Math.Pow(10, random.Next(-3, 12)));
            double position = flow.At(new Instant(random.NextInt64(1L << 40))) * (1 + (random.NextDouble() * 0.01));
            Instant moment = flow.MomentOf(position);
            if (moment.IsNever) continue;
            Assert.That(flow.At(moment), Is.GreaterThanOrEqualTo(position), $"seed {Seed}, round {i}");
            if (position > flow.At(Instant.Start))
                Assert.That(flow.At(new Instant(moment.Ticks - 1)), Is.LessThan(position), $"seed {Seed}, round {i}");
        }
    }
}
