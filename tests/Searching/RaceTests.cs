using Simulator.Experiments.Searching;

namespace Simulator.Tests.Searching;

/// <summary>Races between designs of which it is known which is best.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RaceTests
{
    private const int Seeds = 200;
    private static readonly SearchTrials s_trials = new(10, 10, 2000, 20_000);

    private static Rules Of(double indifference = 0, bool inOrder = false) => new(inOrder, indifference, s_trials);

    /// <summary>The binomial bound: of 200 seeds at 95 %, fewer than 181 right ones would be chance in 1 of 200 cases only.</summary>
    private const int Fewest = 181;

    [TestCase(0)]
    [TestCase(1)]
    public void The_best_is_selected_in_at_least_nominally_many_of_200_seeds(double shared)
    {
        // The hardest case, all others equally close: eight designs, half a standard deviation apart.
        int right = 0, spent = 0, decided = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            IContestant[] designs = [.. Enumerable.Range(0, 8).Select(i => new Normals($"design {i}", seed, [i == 3 ? 9.5 : 10], 1) { Shared = shared })];
            RaceResult result = Race.Run(designs, Of());
            if (result.Chosen[0] == 3) right++;
            if (result.Standings[3].Place == Place.Best) decided++;
            spent += designs.Sum(design => design.Trials);
        }
        TestContext.Out.WriteLine($"seeds 1 to {Seeds}: right {right}, decided {decided}, {spent / Seeds} trials each");
        Assert.That(right, Is.GreaterThanOrEqualTo(Fewest));
        Assert.That(decided, Is.GreaterThanOrEqualTo(Fewest), "and it is known to be the best");
    }

    [Test]
    public void Trials_go_to_those_that_are_close()
    {
        IContestant[] designs = [.. Enumerable.Range(0, 6).Select(i => new Normals($"design {i}", 7, [i switch { 0 => 1, 1 => 1.3, _ => 5 + i }], 1))];
        RaceResult result = Race.Run(designs, Of());
        Assert.That(result.Chosen, Is.EqualTo(new[] { 0 }));
        Assert.That(designs.Skip(2).Select(design => design.Trials), Is.All.EqualTo(10), "seven standard deviations away nobody needs a second look");
        Assert.That(designs.Take(2).Select(design => design.Trials), Is.All.GreaterThan(50));
        Assert.That(result.Sure, Is.GreaterThan(0.99));
    }

    [Test]
    public void Two_that_differ_in_nothing_that_matters_are_not_told_apart_for_ever()
    {
        IContestant[] designs = [.. Enumerable.Range(0, 2).Select(i => new Normals($"design {i}", 11, [100 + 0.01 * i], 1))];
        RaceResult result = Race.Run(designs, Of(indifference: 0.01));
        Assert.That(designs.Sum(design => design.Trials), Is.LessThan(800));
        Assert.That(result.Standings.Select(standing => standing.Place), Is.All.EqualTo(Place.Open));
    }

    [Test]
    public void The_cheapest_of_those_that_hold_is_selected_in_nominally_many_seeds()
    {
        // The two cheapest break their promise too often; 2 is the cheapest that keeps it, 3 keeps it as well.
        double[] costs = [1, 2, 3, 4, 5], breaks = [0.2, 0.12, 0.01, 0.01, 0.001];
        int right = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            IContestant[] designs = [.. costs.Select((cost, i) => new Normals($"design {i}", seed, [cost], 0) { Breaks = breaks[i] })];
            RaceResult result = Race.Run(designs, Of());
            if (result.Chosen.Count > 0 && result.Chosen[0] == 2) right++;
        }
        TestContext.Out.WriteLine($"seeds 1 to {Seeds}: right {right}");
        Assert.That(right, Is.GreaterThanOrEqualTo(Fewest));
    }

    [Test]
    public void Where_nothing_holds_nothing_is_chosen()
    {
        IContestant[] designs = [.. Enumerable.Range(0, 3).Select(i => new Normals($"design {i}", 3, [i], 1) { Breaks = 0.4 })];
        RaceResult result = Race.Run(designs, Of());
        Assert.That(result.Chosen, Is.Empty);
        Assert.That(result.Standings.Select(standing => standing.Place), Is.All.EqualTo(Place.Infeasible));
    }

    [Test]
    public void A_design_is_off_the_front_only_if_another_is_better_in_everything()
    {
        // 0, 1 and 2 are a front; 3 is behind 1 in both; 4 is as good as 1 and cannot be told from it.
        double[][] means = [[1, 9], [5, 5], [9, 1], [7, 7], [5, 5]];
        int right = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            IContestant[] designs = [.. means.Select((mean, i) => new Normals($"design {i}", seed, mean, 1))];
            IReadOnlyList<Place> places = [.. Race.Run(designs, Of(indifference: 0.2)).Standings.Select(standing => standing.Place)];
            if (places[0] == Place.Best && places[1] != Place.Dominated && places[2] == Place.Best && places[3] == Place.Dominated && places[4] != Place.Dominated) right++;
        }
        TestContext.Out.WriteLine($"seeds 1 to {Seeds}: right {right}");
        Assert.That(right, Is.GreaterThanOrEqualTo(Fewest));
    }

    [Test]
    public void In_order_the_second_objective_decides_between_equals_in_the_first_alone()
    {
        double[][] means = [[2, 1], [1, 5], [1, 3]];
        IContestant[] designs = [.. means.Select((mean, i) => new Normals($"design {i}", 5, mean, 0))];
        Assert.That(Race.Run(designs, Of(inOrder: true)).Chosen, Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void It_ends_when_the_trials_are_spent()
    {
        IContestant[] designs = [.. Enumerable.Range(0, 4).Select(i => new Normals($"design {i}", 9, [10], 1))];
        Race.Run(designs, new Rules(false, 0, new SearchTrials(10, 10, 5000, 500)));
        Assert.That(designs.Sum(design => design.Trials), Is.EqualTo(500));
    }
}
