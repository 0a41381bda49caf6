using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Randomness;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class RandomnessTests
{
    [TestCase(0u, 0u, 0u, 0u, 0u, 0u, "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [TestCase(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [TestCase(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Published_answers_of_Philox(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, string expected)
    {
        (uint a, uint b, uint c, uint d) = Philox.Block(c0, c1, c2, c3, k0, k1);
        Assert.That($"{a:x8} {b:x8} {c:x8} {d:x8}", Is.EqualTo(expected));
    }

    [Test]
    public void Keys_and_uniforms_stay_what_they_are()
    {
        ulong key = Philox.Key(1, "tenants", "size");
        Assert.Multiple(() =>
        {
            Assert.That(key, Is.EqualTo(13484969159700087377));
            Assert.That(Philox.Uniform(key, 42), Is.EqualTo(0.5185964714911997));
            Assert.That(new Streams(1, 0).Get("disk", "repair").NextUniform(), Is.EqualTo(0.87348947937193555));
        });
    }

    [Test]
    public void Every_part_of_a_name_matters()
    {
        double[] draws =
        [
            new Streams(1, 0).Get("a", "bc").NextUniform(),
            new Streams(2, 0).Get("a", "bc").NextUniform(),
            new Streams(1, 1).Get("a", "bc").NextUniform(),
            new Streams(1, 0).Get("ab", "c").NextUniform(),
            new Streams(1, 0).Get("bc", "a").NextUniform(),
            new Streams(1, 0).Get("a", "").NextUniform(),
            Philox.Uniform(Philox.Key(1, "a", "bc"), 0),
            Philox.Uniform(Philox.Key(1, 5), 0),
        ];
        Assert.That(draws, Is.Unique);
    }

    [Test]
    public void Same_name_gives_the_same_stream_and_draws_move_no_other()
    {
        var streams = new Streams(1, 0);
        RandomStream first = streams.Get("a", "x");
        for (int i = 0; i < 10; i++) first.Next();
        Assert.Multiple(() =>
        {
            Assert.That(streams.Get("a", "x"), Is.SameAs(first));
            Assert.That(streams.Get("b", "x").NextUniform(), Is.EqualTo(new Streams(1, 0).Get("b", "x").NextUniform()));
        });
    }

    [Test]
    public void A_member_draws_its_own_luck_whoever_draws_first()
    {
        RandomStream whole = new Streams(1, 0).Get("plan", "step");
        double[] alone = [whole.For(7).NextUniform(), whole.For(8).NextUniform(), whole.NextUniform()];
        RandomStream other = new Streams(1, 0).Get("plan", "step");
        RandomStream eight = other.For(8), seven = other.For(7);
        double[] mixed = [other.NextUniform(), eight.NextUniform(), seven.NextUniform()];
        Assert.Multiple(() =>
        {
            Assert.That(mixed.Reverse(), Is.EqualTo(alone));
            Assert.That(alone, Is.Unique);
        });
    }

    [Test]
    public void A_member_follows_its_whole_into_another_branch()
    {
        double[] Draws(bool branched)
        {
            var simulation = new Simulation(new Streams(1, 0));
            RandomStream member = simulation.Streams.Get("plan", "step").For(7);
            double before = member.NextUniform();
            if (branched) simulation.Branch(1);
            return [before, member.NextUniform()];
        }

        (double[] straight, double[] branched, double[] again) = (Draws(false), Draws(true), Draws(true));
        Assert.Multiple(() =>
        {
            Assert.That(branched[0], Is.EqualTo(straight[0]));
            Assert.That(branched[1], Is.Not.EqualTo(straight[1]));
            Assert.That(again, Is.EqualTo(branched));
        });
    }

    [Test]
    public void Every_draw_is_one_step()
    {
        RandomStream stream = new Streams(1, 0).Get("a", "x");
        stream.NextDouble();
        stream.NextSingle();
        stream.Next();
        stream.Next(10);
        stream.Next(-5, 5);
        stream.NextInt64();
        stream.NextInt64(10);
        stream.NextInt64(long.MinValue, long.MaxValue);
        stream.NextBytes(new byte[8]);
        Assert.That(stream.Draws, Is.EqualTo(9));
    }

    [Test]
    public void Uniforms_have_the_right_mean_variance_and_range()
    {
        RandomStream stream = new Streams(3, 0).Get("a", "x");
        const int Count = 200_000;
        double sum = 0;
        double squares = 0;
        int[] below = new int[7];
        for (int i = 0; i < Count; i++)
        {
            double u = stream.NextUniform();
            Assert.That(u is >= 0 and < 1);
            sum += u;
            squares += u * u;
            below[stream.Next(7)]++;
        }
        double mean = sum / Count;
        Assert.Multiple(() =>
        {
            // Four standard errors: of the mean 0.29 / sqrt(n), of the variance 0.075 / sqrt(n), of a count sqrt(n * 6 / 49).
            Assert.That(mean, Is.EqualTo(0.5).Within(4 * 0.289 / Math.Sqrt(Count)));
            Assert.That((squares / Count) - (mean * mean), Is.EqualTo(1.0 / 12).Within(4 * 0.075 / Math.Sqrt(Count)));
            Assert.That(below, Is.All.EqualTo(Count / 7.0).Within(4 * Math.Sqrt(Count * 6 / 49.0)));
        });
    }
}
