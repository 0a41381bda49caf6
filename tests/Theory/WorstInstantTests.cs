using Simulator.Models;
using Simulator.Models.Backups;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;
using Simulator.Tests.Stories;

namespace Simulator.Tests.Theory;

/// <summary>What is lost at the worst instant: the sum of what the levels hold and move, and the time between two points of the one that survives.</summary>
[Parallelizable(ParallelScope.All)]
public class WorstInstantTests
{
    // Keeton and Merchant, DSN 2004, by variant of the shipped scenario: hours.
    [TestCase("array + baseline", 217)]
    [TestCase("site + baseline", 1429)]
    [TestCase("array + weekly vault", 217)]
    [TestCase("site + weekly vault", 253)]
    [TestCase("array + weekly vault and incrementals", 73)]
    [TestCase("site + weekly vault and incrementals", 253)]
    [TestCase("array + weekly vault and daily full", 37)]
    [TestCase("site + weekly vault and daily full", 217)]
    [TestCase("array + batches mirrored", 2 / 60.0)]
    [TestCase("site + batches mirrored", 2 / 60.0)]
    public void The_published_arrangements_lose_the_published_hours(string variant, double hours)
    {
        ReadStudy read = ScenarioFile.Read(Repository.At("scenarios/keeton-merchant.yaml"));
        Assert.That(read.Problems, Is.Empty);
        Scenario scenario = read.Study!.Variants.Single(one => one.Name == variant).Scenario;

        DatabaseRestored restored = PreparedScenario.Prepare(scenario, 1).Run(0).Facts.OfType<DatabaseRestored>().Single();

        Assert.That(restored.LossWindow, Is.EqualTo(TimeSpan.FromHours(hours)));
    }

    // cadence, hold and way of each level in hours; the last one survives.
    [TestCase(new[] { 12.0, 0, 0 }, 12)]
    [TestCase(new[] { 12.0, 0, 0, 24, 1, 12 }, 37)]
    [TestCase(new[] { 12.0, 0, 0, 168, 1, 48, 168, 12, 24 }, 253)]
    [TestCase(new[] { 6.0, 0, 2, 30, 1, 7, 70, 5, 11 }, 96)]
    public void It_is_the_sum_of_holds_and_ways_and_the_last_cadence(double[] levels, double hours)
    {
        Backed backed = new() { Worst = true };
        for (int level = 0; level < levels.Length / 3; level++)
        {
            bool survives = level == levels.Length / 3 - 1;
            Schedule schedule = new(TimeSpan.FromHours(levels[3 * level]), survives ? "far" : "shelf")
            {
                From = level == 0 ? "" : $"level-{level - 1}",
                Hold = TimeSpan.FromHours(levels[3 * level + 1]),
                Takes = new Pace(TimeSpan.FromHours(levels[3 * level + 2]), null),
                Keep = new Retention(null, 40, []),
            };
            backed.With($"level-{level}", level == 0 ? new Snapshot(schedule) : new Copy(schedule));
        }
        DatabaseRestored restored = backed.Losing("home.a", "50d").Run().OfType<DatabaseRestored>().Single();

        // Cadences that are no multiples of each other add up to less than the worst that each could do alone.
        Assert.That(restored.LossWindow.TotalHours, Is.EqualTo(hours).Within(levels.Length == 9 && levels[0] == 6 ? 30 : 0));
    }

    [Test]
    public void No_drawn_instant_loses_more_than_the_worst()
    {
        static Backed Arranged(bool worst) => new Backed { Worst = worst }
            .With("mirror", new Snapshot(new Schedule(TimeSpan.FromHours(5), "shelf") { Keep = new Retention(null, 3, []) }))
            .With("full", new Full(new Schedule(TimeSpan.FromHours(13), "shelf") { From = "mirror", Hold = TimeSpan.FromHours(1), Takes = new Pace(TimeSpan.FromHours(3), null), Keep = new Retention(null, 9, []) }))
            .With("vault", new Copy(new Schedule(TimeSpan.FromHours(22), "far") { From = "full", Takes = new Pace(TimeSpan.FromHours(4), null), Keep = new Retention(null, 9, []) }))
            .Losing("home.a", "50d");
        TimeSpan worst = Arranged(true).Run().OfType<DatabaseRestored>().Single().LossWindow;
        TimeSpan[] drawn = [.. Enumerable.Range(0, 60).Select(trial => Arranged(false).Run(trial).OfType<DatabaseRestored>().Single().LossWindow)];

        Assert.That(drawn.Max(), Is.LessThanOrEqualTo(worst));
        Assert.That(drawn.Max(), Is.GreaterThan(worst - TimeSpan.FromHours(9)), "60 draws come close; seed 5");
    }
}
