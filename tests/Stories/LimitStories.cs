using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>An API lets through only so many calls; and who is brought back first.</summary>
[Parallelizable(ParallelScope.All)]
public class LimitStories
{
    /// <summary>Of n calls at once under a limit that lets b through at once and r an hour, the k-th is let through (k - b) / r later.</summary>
    [Test]
    public void Calls_at_once_are_let_through_at_the_limits_rate()
    {
        Office office = new Office { Deleted = 50, Plans = Office.Plan("task: { per: tenant, takes: 0s, calls: 2 of api }"), More = "limits: { api: { rate: 120/h, at once: 20 } }" }.Run();
        double noticed = 2 / 3600.0;
        Assert.That(office.Hours("task"), Is.EqualTo(Enumerable.Range(1, 50).Select(k => noticed + (Math.Max(0, (2 * k) - 20) / 120.0))).Within(1e-9));
        Assert.That(office.Done("task").Select(done => done.Spent[TimeUse.WaitingForCapacity]), Is.EqualTo(office.Done("task").Select(done => done.At - done.Asked)));
    }

    [Test]
    public void A_limit_adds_up_no_rounding_and_is_full_again_after_a_quiet_time()
    {
        RateLimit limit = new(perSecond: 1 / 3.0, atOnce: 2);
        Instant last = Instant.Start;
        for (int call = 1; call <= 3_000_002; call++) last = limit.Take(Instant.Start, 1);
        Assert.That(last, Is.EqualTo(Instant.After(TimeSpan.FromSeconds(9_000_000))));
        Instant later = last + TimeSpan.FromSeconds(6);
        Assert.That((limit.Take(later, 1), limit.Take(later, 1), limit.Take(later, 1)), Is.EqualTo((later, later, later + TimeSpan.FromSeconds(3))));
    }

    [TestCase("largest first", true)]
    [TestCase("smallest first", false)]
    public void Batches_go_by_data(string order, bool descending)
    {
        double[] data = [.. Batched(order, "users: 10, data per user: lognormal(median 10 MB sigma 1)").Facts.OfType<StepDone>().Where(done => done.Step == "task").Select(done => done.Spent[TimeUse.Moving].TotalSeconds)];
        Assert.That(data, descending ? Is.Ordered.Descending : Is.Ordered.Ascending);
        Assert.That(data[0], Is.Not.EqualTo(data[^1]));
    }

    [Test]
    public void Batches_go_by_tier_and_within_one_in_the_order_of_deletion()
    {
        Office office = Batched("by tier", "users: 10, data per user: 1 MB, tiers: { gold: 20%, silver: 30% }", deleted: 100);
        int[] served = [.. office.Facts.OfType<TenantServed>().Select(fact => fact.Tenant)], deleted = [.. office.Facts.OfType<TenantDeleted>().Select(fact => fact.Tenant)];
        int[] places = [.. served.Select(tenant => Array.IndexOf(deleted, tenant))];
        // Three runs in the order of deletion: gold, silver and the others; binomial shares of a hundred, give or take four standard deviations.
        int[] breaks = [.. Enumerable.Range(1, 99).Where(i => places[i] < places[i - 1])];
        Assert.That(breaks, Has.Length.EqualTo(2));
        Assert.That((breaks[0], breaks[1] - breaks[0]), Is.EqualTo((20, 30)).Using<(int, int)>((a, b) => Math.Abs(a.Item1 - b.Item1) <= 16 && Math.Abs(a.Item2 - b.Item2) <= 18 ? 0 : 1));
    }

    [Test]
    public void Whole_databases_go_by_size_too()
    {
        static IEnumerable<double> Sizes(string order)
        {
            string text = $"version: 1\nname: fleet\nquestion: Which first?\nrun: {{ length: 10d, trials: 1 }}\nregions: {{ home: {{ zones: [a, b] }} }}\nstores: {{ bucket: {{ region: home, read: 100 MB/s }} }}\n"
                + "databases:\n  shop: { zone: home.a, count: 6, data: lognormal(median 40 GB sigma 1), writes: 1 kB/s, restore: { start: 0s }, backups: { daily: { kind: full, every: 24h, start: 0s, to: bucket, keep: 30d } } }\n"
                + "faults:\n  fire: { kind: destruction, hits: home.a, at: 30h, noticed: 1m, lasts: 1s }\n"
                + $"recovery:\n  plan:\n    handles: [fire]\n    batches: {{ size: 1, order: {order} }}\n    steps:\n      copy: {{ do: restore }}\n      open: {{ do: open, needs: [copy] }}\n";
            return ScenarioText.Facts(text).OfType<RestorePhaseDone>().Where(phase => phase.Phase == "copy").Select(phase => phase.Bytes);
        }
        Assert.That(Sizes("largest first").ToArray(), Has.Length.EqualTo(6).And.Ordered.Descending);
        Assert.That(Sizes("smallest first").ToArray(), Has.Length.EqualTo(6).And.Ordered.Ascending);
    }

    private static Office Batched(string order, string tenants, int deleted = 12) => new Office
    {
        Deleted = deleted, Tenants = tenants, Plans = Office.Plan("copy: { do: restore }\nout: { do: extract, needs: [copy] }\ntask: { do: load, needs: [out] }", $"from: [daily]\n    batches: {{ size: 1, order: {order} }}"),
    }.Run();
}
