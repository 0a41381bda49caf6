using Simulator.Experiments;
using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;

namespace Simulator.Tests.Experiments;

/// <summary>A small vocabulary for journals that are written by hand. Moments are in hours since the start.</summary>
internal static class Journals
{
    internal static Instant H(double hours) => Instant.After(TimeSpan.FromHours(hours));

    internal static Fact Deleted(double at, int site, int users = 10, int database = 0) =>
        new TenantDeleted(H(at), "site", site, database, users, Hard: true) { Databases = "shard" };

    internal static Fact Settled(double at, int site, double deleted, double lossSeconds, long writes = 0, double bytes = 0) =>
        new RestorePointChosen(H(at), "slow", "site", site, H(deleted), H(deleted) - TimeSpan.FromSeconds(lossSeconds), "log", writes, bytes);

    internal static Fact Hopeless(double at, int site) => new NothingToRestore(H(at), "slow", "site", site);

    internal static Fact Served(double at, int site, string plan = "slow") => new TenantServed(H(at), plan, "site", site);

    internal static Fact Accepted(double at, int site) => new TenantAccepted(H(at), "slow", "site", site);

    internal static Fact Ready(double at, string plan, string? replaces = null) => new PlanReady(H(at), plan, replaces);

    internal static Fact Down(double at, int shard) => new DatabaseDown(H(at), "shard", shard, "zone-lost");

    internal static Fact Up(double at, int shard) => new DatabaseUp(H(at), "shard", shard, "standby");

    internal static Fact FailedOver(double at, int shard, double lossSeconds, double bytes = 0) =>
        new FailedOver(H(at), "shard", shard, "b", TimeSpan.FromSeconds(lossSeconds), bytes);

    internal static Outcome Outcome(double end, params Fact[] facts) => Simulator.Experiments.Measures.Outcome.Of(facts, H(end));

    internal static Scenario Empty(double hours) => new(null, TimeSpan.FromHours(hours), [], [], [], [], [], [], []);

    internal static Expectation Expect(string text)
    {
        var parsed = Expectation.Syntax.Parse(text);
        Assert.That(parsed.Problem, Is.Null, text);
        return parsed.Value;
    }
}
