using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>Who notices first: people at work, a monitor, or the users.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NoticingStories
{
    private const int Trials = 300;

    [TestCase(1000, 1.0)]
    [TestCase(4000, 0.25)]
    public void The_first_report_of_many_users_comes_when_the_least_of_so_many_exponentials_does(int users, double hours)
    {
        Copies copies = Down($"reports: {{ after: 1000h, users: {users}, hidden for: 30m }}");

        Assert.That(Noticed(copies).Average(), Is.EqualTo(0.5 + hours).Within(3 * hours / Math.Sqrt(Trials)), "after a cache has run out");
        Assert.That(copies.Only<FaultNoticed>().By, Is.EqualTo("a user's report"));
    }

    [Test]
    public void Where_ever_more_are_hit_the_time_to_the_first_report_is_a_rayleigh_variable()
    {
        FaultTimes times = new("3d", "script: { kind: deletion, hits: 1000 of site, takes: 10h, noticed: never, reports: { after: 1000h } }");
        double[] hours = [.. Enumerable.Range(0, Trials).Select(trial => times.Facts(trial).OfType<FaultNoticed>().Single().At.SinceStart.TotalHours)];

        // A thousand users an hour more, each once in a thousand hours: the hazard is t an hour, its survival exp(-t^2 / 2).
        Assert.That(hours.Average(), Is.EqualTo(Math.Sqrt(Math.PI / 2)).Within(3 * Math.Sqrt((2 - Math.PI / 2) / Trials) + 0.01));
    }

    [TestCase("noticed: 5m, detector: { every: 1h, finds: 100% }, reports: { after: 1000h, users: 1 }", "people", 0.5)]
    [TestCase("noticed: never, detector: { every: 1s, finds: 100% }, reports: { after: 1000h, users: 1 }", "its detector", 1.0)]
    [TestCase("noticed: 10h, detector: { every: 1h, finds: 0% }, reports: { after: 1h, users: 1000000 }", "a user's report", 1.0)]
    public void Whoever_is_first_has_noticed_it(string keys, string by, double atLeast)
    {
        FaultTimes times = new("3d", $"stop: {{ kind: crash, hits: shop.primary, lasts: 2d, {keys} }}");

        Assert.That(Enumerable.Range(0, 50).Count(trial => times.Facts(trial).OfType<FaultNoticed>().Single().By == by), Is.GreaterThanOrEqualTo(50 * atLeast));
    }

    [Test]
    public void A_monitor_never_sees_what_is_in_its_blind_spot()
    {
        FaultTimes times = new("30d", "stop: { kind: crash, hits: shop.primary, lasts: 2d, noticed: never, detector: { every: 1m, finds: 50%, blind: 30% } }");

        Assert.That(Enumerable.Range(0, Trials).Count(trial => !times.Facts(trial).OfType<FaultNoticed>().Any()) / (double)Trials, Is.EqualTo(0.3).Within(3 * Math.Sqrt(0.21 / Trials)));
    }

    [Test]
    public void Nobody_reports_what_nobody_misses()
    {
        Copies copies = new Copies { Length = "20d" }.Spare("zone: home.b, replication: async").Suffers("destruction", "shard.spare", "reports: { after: 1h, users: 1000 }", noticed: "never").Run();

        Assert.That(copies.All<FaultNoticed>(), Is.Empty);
    }

    private static Copies Down(string reports) => new Copies { Length = "20d" }.Suffers("crash", "shard.primary", $"lasts: 19d, {reports}", noticed: "never");

    private static double[] Noticed(Copies copies) => [.. Enumerable.Range(0, Trials).Select(trial => copies.Run(trial).After(copies.Only<FaultNoticed>()) / 3600)];
}
