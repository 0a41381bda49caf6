using Simulator.Experiments.Sensitivity;
using Simulator.Kernel.Randomness;

namespace Simulator.Tests.Sensitivity;

/// <summary>Elementary effects, against functions whose effects are known.</summary>
[Parallelizable(ParallelScope.All)]
public class MorrisTests
{
    [TestCase(2)]
    [TestCase(4)]
    [TestCase(8)]
    public void A_straight_line_has_its_slope_and_no_spread(int levels)
    {
        IReadOnlyList<Effect> effects = Functions.Of(new Morris(10, levels), 3, 1, u => 5 + 3 * u[0] - 2 * u[1]);
        double[] slopes = [3, -2, 0];
        for (int input = 0; input < 3; input++)
        {
            Assert.That(effects[input][Morris.Mu].Value, Is.EqualTo(slopes[input]).Within(1e-9));
            Assert.That(effects[input][Morris.MuStar].Value, Is.EqualTo(Math.Abs(slopes[input])).Within(1e-9));
            Assert.That(effects[input][Morris.Sigma].Value, Is.EqualTo(0).Within(1e-6));
            Assert.That(effects[input].Matters, Is.EqualTo(slopes[input] != 0));
        }
    }

    // u0 u1 with four levels: the effect of one is the other, which is uniform on 0, 1/3, 2/3, 1: mean 1/2, variance 5/36.
    [Test]
    public void Inputs_that_work_together_have_a_spread()
    {
        IReadOnlyList<Effect> effects = Functions.Of(new Morris(400, 4), 2, 2, u => u[0] * u[1]);
        foreach (Effect effect in effects)
        {
            Assert.That(effect[Morris.MuStar].Value, Is.EqualTo(0.5).Within(4 * Math.Sqrt(5.0 / 36 / 400)));
            Assert.That(effect[Morris.Sigma].Value, Is.EqualTo(Math.Sqrt(5.0 / 36)).Within(0.04));
        }
    }

    [Test]
    public void Each_level_is_reached_and_each_step_moves_one_input()
    {
        IReadOnlyList<double[]> points = new Morris(50, 4).Points(3, 4);
        Assert.That(points, Has.Count.EqualTo(200));
        Assert.That(points.SelectMany(point => point).Select(place => Math.Round(place * 3, 9)).Distinct().Order(), Is.EqualTo(new[] { 0.0, 1, 2, 3 }));
        for (int at = 0; at < points.Count - 1; at++)
            if ((at + 1) % 4 != 0) Assert.That(points[at].Zip(points[at + 1], (a, b) => a.Equals(b) ? 0 : 1).Sum(), Is.EqualTo(1));
    }

    [Test]
    public void Luck_alone_does_not_matter_and_is_no_spread()
    {
        var method = new Morris(20, 4);
        int points = method.Points(3, 1).Count, seen = 0;
        const ulong Seed = 6;
        for (int repeat = 0; repeat < 20; repeat++)
        {
            RandomStream luck = new Streams(Seed, repeat).Get("test", "noise");
            double[][] halves = [.. Enumerable.Range(0, 2).Select(_ => method.Points(3, 1).Select(u => 4 * u[0] + luck.NextUniform()).ToArray())];
            IReadOnlyList<Effect> effects = method.Effects(new Surface([.. Enumerable.Range(0, points).Select(i => (halves[0][i] + halves[1][i]) / 2)], halves), 3, 1);
            Assert.That(effects[0].Matters, $"seed {Seed}");
            Assert.That(effects[0][Morris.Noise].Value, Is.EqualTo(1.5 * Math.Sqrt(2.0 / 12 / 2)).Within(0.2), "noise of an effect: of two values, each the mean of two halves, over the step of 2/3");
            seen += effects.Skip(1).Count(effect => effect.Matters);
        }
        Assert.That(seen, Is.LessThanOrEqualTo(4), $"of 40, seed {Seed}");
    }
}
