using NUnit.Framework;
using Simulator.Kernel.Arithmetic;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class PureMathTests
{
    // The C library itself may be off by one unit in the last place, so two are allowed between it and ours.
    private const double UlpsAllowed = 2;

    private static readonly double[] s_special =
        [0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e300, -1e300, double.Epsilon, -double.Epsilon, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 9007199254740993, 0.1];

    private static double Ulps(double actual, double expected)
    {
        if (actual.Equals(expected)) return 0;
        double ulp = Math.Abs(Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
        return Math.Abs(actual - expected) / ulp;
    }

    private static void AssertClose(Func<Random, (double Actual, double Expected, string Text)> draw)
    {
        const int Seed = 5;
        var random = new Random(Seed);
        double worst = 0;
        for (int i = 0; i < 200_000; i++)
        {
            (double actual, double expected, string text) = draw(random);
            double ulps = Ulps(actual, expected);
            Assert.That(ulps, Is.LessThanOrEqualTo(UlpsAllowed), $"{text}, seed {Seed}");
            worst = Math.Max(worst, ulps);
        }
        TestContext.Out.WriteLine($"worst: {worst} units in the last place");
    }

    private static double AnyPositive(Random random) => BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0_0000_0000_0000));

    [Test]
    public void Logarithm_everywhere() => AssertClose(random =>
    {
        double x = AnyPositive(random);
        return (PureMath.Log(x), Math.Log(x), $"log {x:R}");
    });

    [Test]
    public void Logarithm_near_one_and_of_uniforms() => AssertClose(random =>
    {
        double x = random.Next(2) == 0 ? 1 + ((random.NextDouble() - 0.5) * Math.Pow(2, -random.Next(50))) : random.NextDouble() + double.Epsilon;
        return (PureMath.Log(x), Math.Log(x), $"log {x:R}");
    });

    [Test]
    public void Exponential_everywhere() => AssertClose(random =>
    {
        double x = random.Next(2) == 0 ? (random.NextDouble() * 1460) - 750 : (random.NextDouble() - 0.5) * Math.Pow(2, -random.Next(50));
        return (PureMath.Exp(x), Math.Exp(x), $"exp {x:R}");
    });

    [Test]
    public void Power_everywhere() => AssertClose(random =>
    {
        double x = random.Next(2) == 0 ? AnyPositive(random) : random.NextDouble() * 10;
        double y = random.Next(2) == 0 ? (random.NextDouble() - 0.5) * 1500 / Math.Log(x) : (random.NextDouble() - 0.5) * 20;
        return (PureMath.Pow(x, y), Math.Pow(x, y), $"{x:R} to the power {y:R}");
    });

    [Test]
    public void Special_values_are_those_of_Math() => Assert.Multiple(() =>
    {
        foreach (double x in s_special)
        {
            Assert.That(BitsOf(PureMath.Log(x)), Is.EqualTo(BitsOf(Math.Log(x))).Or.Matches<long>(_ => Ulps(PureMath.Log(x), Math.Log(x)) <= 1), $"log {x:R}");
            Assert.That(BitsOf(PureMath.Exp(x)), Is.EqualTo(BitsOf(Math.Exp(x))).Or.Matches<long>(_ => Ulps(PureMath.Exp(x), Math.Exp(x)) <= 1), $"exp {x:R}");
            foreach (double y in s_special)
                Assert.That(BitsOf(PureMath.Pow(x, y)), Is.EqualTo(BitsOf(Math.Pow(x, y))).Or.Matches<long>(_ => Ulps(PureMath.Pow(x, y), Math.Pow(x, y)) <= 1), $"{x:R} to the power {y:R}");
        }
    });

    private static long BitsOf(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    // Known answers: these bits must come out on every processor.
    [TestCase("log", 0.1, 0, "C0026BB1BBB55515")]
    [TestCase("log", 2.0, 0, "3FE62E42FEFA39EF")]
    [TestCase("log", 0.99999, 0, "BEE4F8BC681DF714")]
    [TestCase("log", 12345.678, 0, "4022D79559791E31")]
    [TestCase("log", 5e-324, 0, "C0874385446D71C3")]
    [TestCase("exp", 1.0, 0, "4005BF0A8B145769")]
    [TestCase("exp", -0.3, 0, "3FE7B4C869C37C05")]
    [TestCase("exp", 700.1, 0, "7F1058614179B2A5")]
    [TestCase("exp", -740.5, 0, "0000000000000033")]
    [TestCase("pow", 2.0, 0.5, "3FF6A09E667F3BCC")]
    [TestCase("pow", 0.3, -1.7, "401EF88D0DBD9B43")]
    [TestCase("pow", 1.0000001, 1e9, "48F349445C228792")]
    [TestCase("pow", -3.0, 5.0, "C06E600000000000")]
    public void Known_bits(string function, double x, double y, string expected)
    {
        double value = function switch
        {
            "log" => PureMath.Log(x),
            "exp" => PureMath.Exp(x),
            _ => PureMath.Pow(x, y),
        };
        Assert.That($"{BitConverter.DoubleToInt64Bits(value):X16}", Is.EqualTo(expected));
    }
}
