using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>What would have stopped a script that deletes the wrong tenants, each guard alone.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GuardStories
{
    private const string Script = "kind: deletion, meant: app, given: site, hits: 100 of site, takes: 100m, noticed: 3h";

    [TestCase("review: { finds: 70% }", 0.3)]
    [TestCase("dry run: { finds: 90% }", 0.1)]
    [TestCase("review: { finds: 50% }, dry run: { finds: 50% }", 0.25)]
    public void What_is_seen_before_it_starts_deletes_nothing(string guard, double share)
    {
        const int trials = 200;
        FaultTimes times = new("1d", $"script: {{ {Script}, {guard} }}");
        int[] deleted = [.. Enumerable.Range(0, trials).Select(trial => times.Facts(trial).OfType<TenantDeleted>().Count())];

        Assert.That(deleted, Is.All.AnyOf(0, 100));
        Assert.That(deleted.Count(n => n > 0) / (double)trials, Is.EqualTo(share).Within(3 * Math.Sqrt(share * (1 - share) / trials)));
    }

    [Test]
    public void Identifiers_of_the_wrong_kind_are_refused_and_wrong_ones_of_the_right_kind_are_not()
    {
        IReadOnlyList<Fact> refused = new FaultTimes("1d", $"script: {{ {Script}, typed identifiers: true }}").Facts();

        Assert.That(refused.OfType<TenantDeleted>(), Is.Empty);
        Assert.That(refused.OfType<GuardStopped>().Single().Describe(), Is.EqualTo("the type of its identifiers stops script after 0 of 100"));
        Assert.That(new FaultTimes("1d", $"script: {{ {Script.Replace("app", "site", StringComparison.Ordinal)}, typed identifiers: true }}").Facts().OfType<TenantDeleted>().Count(), Is.EqualTo(100));
    }

    [Test]
    public void A_cap_stops_the_script_at_so_many_and_they_are_noticed_later()
    {
        IReadOnlyList<Fact> facts = new FaultTimes("1d", $"script: {{ {Script}, cap: 20 }}").Facts();

        Assert.That(facts.OfType<TenantDeleted>().Count(), Is.EqualTo(20));
        Assert.That(facts.OfType<GuardStopped>().Single() is { Guard: "the cap of 20", Deleted: 20, All: 100 });
        Assert.That(facts.OfType<FaultNoticed>().Single().At, Is.EqualTo(Instant.After(TimeSpan.FromHours(3))));
    }

    [Test]
    public void A_detector_finds_it_after_half_an_interval_and_those_that_it_missed()
    {
        const int trials = 300;
        FaultTimes times = new("10d", "script: { kind: deletion, hits: 100 of site, takes: 3d, noticed: 9d, detector: { every: 1h, finds: 40% } }");
        double[] hours = [.. Enumerable.Range(0, trials).Select(trial => times.Facts(trial).OfType<FaultNoticed>().Single().At.SinceStart.TotalHours)];

        // U and a geometric number of misses: 1/2 + 0.6/0.4, variance 1/12 + 0.6/0.16.
        Assert.That(hours.Average(), Is.EqualTo(2.0).Within(3 * Math.Sqrt((1.0 / 12 + 0.6 / 0.16) / trials)));
        Assert.That(times.Facts().OfType<GuardStopped>().Single().Guard, Is.EqualTo("its detector"));
    }

    [Test]
    public void What_a_detector_is_blind_to_people_notice() =>
        Assert.That(new FaultTimes("1d", $"script: {{ {Script}, detector: {{ every: 1m, finds: 0% }} }}").Facts().OfType<FaultNoticed>().Single().At, Is.EqualTo(Instant.After(TimeSpan.FromHours(3))));

    [Test]
    public void What_the_law_wants_goes_through_whatever_the_guards_are_and_nobody_brings_it_back()
    {
        IReadOnlyList<Fact> facts = new FaultTimes("1d", $"script: {{ {Script}, lawful: true, typed identifiers: true, review: {{ finds: 100% }}, cap: 1 }}", "again: { kind: deletion, hits: 1000 of site, at: 5h, takes: 1h, noticed: 6h }").Facts();

        Assert.That(facts.OfType<TenantDeleted>().Count(fact => fact.Lawful), Is.EqualTo(100));
        Assert.That(facts.OfType<TenantDeleted>().Select(fact => fact.Tenant), Is.Unique, "a later mistake finds the others alone");
        Assert.That(facts.OfType<TenantDeleted>().Count(), Is.EqualTo(1000));
        Assert.That(facts.OfType<FaultNoticed>().Select(fact => fact.Fault), Is.EqualTo(new[] { "again" }));
    }
}
