using Simulator.Experiments.Searching;

namespace Simulator.Tests.Searching;

/// <summary>The allocation against numbers that were published, or worked out by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AllocationTests
{
    [Test]
    public void Of_a_published_example_comes_what_was_published()
    {
        // C.-H. Chen and L. H. Lee, "Stochastic Simulation Optimization: An Optimal Computing Budget Allocation", World Scientific 2011, page 49,
        // as their code on page 215 computes it: means 1 to 5, variances 1, 1, 9, 9, 4; of 50 trials 11, 9, 19, 9 and 2.
        double[] variances = [1, 1, 9, 9, 4];
        Duel[] duels = [.. Enumerable.Range(1, 4).Select(i => new Duel(i, 0, i, Math.Sqrt(variances[i]), 1))];
        double[] trials = Allocation.Of(5, duels);
        Assert.That(trials.Select(own => Math.Round(50 * own / trials.Sum())), Is.EqualTo(new[] { 11.0, 9, 19, 9, 2 }));
    }

    [Test]
    public void Two_designs_get_trials_as_their_standard_deviations()
    {
        // The known optimum for two designs: N1 / N2 = sigma1 / sigma2.
        double[] trials = Allocation.Of(2, [new Duel(1, 0, 0.5, 3, 2)]);
        Assert.That(trials[0] / trials[1], Is.EqualTo(2.0 / 3).Within(1e-12));
    }

    [Test]
    public void With_a_rival_of_its_own_each_pair_is_shared_out_apart()
    {
        double[] trials = Allocation.Of(5, [new Duel(1, 0, 1, 1, 1), new Duel(3, 2, 0.5, 1, 1)]);
        Assert.That(trials, Is.EqualTo(new[] { 1.0, 1, 4, 4, 0 }).Within(1e-12));
    }
}
