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
    // cadence, hold and way of each level in hours; the last one survives.
    [TestCase(new[] { 12.0, 0, 0 }, 12)]
    [TestCase(new[] { 12.0, 0, 0, 24, 1, 12 }, 37)]
    [TestCase(new[] { 12.0, 0, 0, 168, 1, 48, 168, 12, 24 }, 253)]
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

        Assert.That(restored.LossWindow.TotalHours, Is.EqualTo(hours));
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
