using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

[Parallelizable(ParallelScope.All)]
public class ZoneStories
{
    [Test]
    public void A_lost_zone_costs_its_primaries_a_failover_and_nobody_a_write()
    {
        Story story = new Story { Shards = 9 }.LosesZone("home.a", "6h").Run();

        Assert.That(story.All<DatabaseDown>().Select(fact => fact.Database), Is.EqualTo(new[] { 0, 3, 6 }), "every third primary stands there; a lost standby stops nobody");
        Assert.That(story.All<FailedOver>().Select(fact => (fact.LossWindow, fact.LostBytes, fact.To)), Is.All.EqualTo((TimeSpan.Zero, 0.0, "home.b")));
        // Two whole probe intervals and part of a third, 5 s for the last answer, 30 s of promotion, up to 30 s until clients follow.
        Assert.That(story.All<DatabaseUp>().Select(fact => fact.At.SinceStart.TotalSeconds), Is.All.InRange(55, 95));
    }

    [Test]
    public void A_standby_in_the_same_zone_is_no_help()
    {
        Story story = new Story { Shards = 3, Primaries = "home.a", Spares = "home.a" }.LosesZone("home.a", "6h").Run();

        Assert.That(story.All<FailedOver>(), Is.Empty);
        Assert.That(story.All<DatabaseUp>().Select(fact => fact.At.SinceStart.TotalHours), Is.EqualTo(new[] { 6.0, 6.0, 6.0 }));
    }
}
