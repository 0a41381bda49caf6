using Simulator.Experiments.Results;
using Simulator.Experiments.Sensitivity;
using Simulator.Kernel.Randomness;

namespace Simulator.Tests.Sensitivity;

/// <summary>Shares of the variance, against closed forms.</summary>
[Parallelizable(ParallelScope.All)]
public class SobolTests
{
    private static readonly double[] s_g = [0, 1, 4.5, 9];

    [Test]
    public void Ishigami_has_its_published_shares() => Agree(Functions.Of(new Sobol(2048), 3, 1, Functions.Ishigami), Functions.OfIshigami, 0.06);

    [Test]
    public void The_g_function_has_its_closed_form() => Agree(Functions.Of(new Sobol(2048), 4, 1, u => Functions.G(u, s_g)), Functions.OfG(s_g), 0.05);

    private static void Agree(IReadOnlyList<Effect> effects, (double First, double Total)[] truth, double within) => Assert.Multiple(() =>
    {
        for (int input = 0; input < truth.Length; input++)
        {
            Assert.That(effects[input][Sobol.First].Value, Is.EqualTo(truth[input].First).Within(within), $"first {input}");
            Assert.That(effects[input][Sobol.Total].Value, Is.EqualTo(truth[input].Total).Within(within), $"total {input}");
        }
    });

    // Of 50 seeds with six intervals each, which hang together, at least 95 % less two standard errors of a share of 300.
    [Test]
    public void Intervals_cover_the_truth_of_ishigami()
    {
        const int Seeds = 50;
        int covered = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            IReadOnlyList<Effect> effects = Functions.Of(new Sobol(256), 3, (ulong)seed, Functions.Ishigami);
            for (int input = 0; input < 3; input++)
            {
                if (Holds(effects[input][Sobol.First].Interval!.Value, Functions.OfIshigami[input].First)) covered++;
                if (Holds(effects[input][Sobol.Total].Interval!.Value, Functions.OfIshigami[input].Total)) covered++;
            }
        }
        TestContext.Out.WriteLine($"{covered} of {6 * Seeds}");
        Assert.That(covered / (6.0 * Seeds), Is.GreaterThanOrEqualTo(0.925));
    }

    [Test]
    public void An_input_without_effect_is_told_to_have_none()
    {
        IReadOnlyList<Effect> effects = Functions.Of(new Sobol(128), 2, 3, u => u[0]);
        Assert.That((effects[0].Matters, effects[1].Matters), Is.EqualTo((true, false)));
        Assert.That(effects[1][Sobol.Total].Interval, Is.EqualTo(new Interval(0, 0)));
    }

    // u0 + u1 has shares of one half each and no interaction; each half of the trials adds noise of its own at every point, as large as the signal.
    [Test]
    public void Noise_is_measured_and_does_not_look_like_interaction()
    {
        const int Rows = 1024;
        const double Variance = 2.0 / 12;
        const ulong Seed = 9;
        var method = new Sobol(Rows);
        double[][] points = [.. method.Points(3, Seed)];
        RandomStream luck = new Streams(Seed, 0).Get("test", "noise");
        double[][] halves = [.. Enumerable.Range(0, 2).Select(_ => points.Select(u => u[0] + u[1] + Math.Sqrt(12 * Variance) * (luck.NextUniform() - 0.5)).ToArray())];
        Surface surface = new([.. halves[0].Zip(halves[1], (a, b) => (a + b) / 2)], halves);
        IReadOnlyList<Effect> effects = method.Effects(surface, 3, Seed);
        Assert.Multiple(() =>
        {
            // Both halves' mean has the noise of half of one: a third of all variance is luck.
            Assert.That(method.NoiseShare(surface), Is.EqualTo(1.0 / 3).Within(0.04), $"seed {Seed}");
            for (int input = 0; input < 3; input++)
                Assert.That(effects[input][Sobol.Total].Value, Is.EqualTo(input < 2 ? 0.5 : 0).Within(0.12), $"total {input}, seed {Seed}");
            Assert.That(effects.Take(3).Sum(effect => effect[Sobol.Total].Value), Is.EqualTo(1).Within(0.2), "no interaction");
            Assert.That(effects.Select(effect => effect.Matters), Is.EqualTo(new[] { true, true, false }));
        });
    }

    private static bool Holds(Interval interval, double truth) => interval.Low <= truth && truth <= interval.High;
}
