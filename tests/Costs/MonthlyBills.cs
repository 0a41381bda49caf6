using Simulator.Models.Costs;
using static Simulator.Tests.Costs.PricedShop;

namespace Simulator.Tests.Costs;

/// <summary>The bill of a month against bills that are worked out by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MonthlyBills
{
    /// <summary>A month has 730 h: 73 EUR of instance, and 30.416667 nights of 25,000 requests for 8 MB each.</summary>
    [Test]
    public void A_snapshot_a_night_that_is_kept_for_thirty_days_is_thirty_times_the_data()
    {
        PricedShop shop = new("data: 200 GB, writes: 1 MB/s, backups: { nightly: { kind: snapshot, every: 24h, to: bucket, keep: 30d } }",
            "databases: { shop: { instance: node, disk: disk } }\n  stores: { bucket: { storage: space, writes: puts } }");
        Assert.That(Written(shop.Bill().Monthly), Is.EqualTo(new[]
        {
            "instances | shop | 730 h | 73.00",
            "disks | shop | 200 GB/month | 20.00",
            "storage | shop.nightly in bucket | 6 TB/month | 120.00",
            "requests | shop.nightly in bucket | 760.416667 thousand requests | 3.80",
            "transfer | shop.nightly, in region | 6083.333333 GB | not priced",
        }));
        Assert.That(shop.Bill().Incident, Is.Empty);
        Assert.That(BillLine.Sum(shop.Bill().Monthly), Is.EqualTo(216.80));
    }

    /// <summary>1 MB/s for 730 h are 2,628 GB; two standbys in the other zone, one over the sea that follows the first of them.</summary>
    [Test]
    public void The_log_is_paid_for_on_every_way_to_a_standby()
    {
        PricedShop shop = new("data: 100 GB, writes: 1 MB/s, standbys: { spare: { zone: home.b, replication: async, count: 2 }, far: { zone: away.c, replication: async, follows: spare } }",
            "databases: { shop: { instance: node, standbys: { far: none } } }\n  transfer: { between zones: crossing, between regions: sailing }");
        Assert.That(Written(shop.Bill().Monthly), Is.EqualTo(new[]
        {
            "instances | shop | 730 h | 73.00",
            "standbys | shop.spare | 1460 h | 146.00",
            "standbys | shop.far | 730 h | not priced",
            "disks | shop | 400 GB/month | not priced",
            "transfer | shop.spare, between zones | 5256 GB | 52.56",
            "transfer | shop.far, between regions | 2628 GB | 52.56",
        }));
    }

    /// <summary>Amounts are decimal: ten cents and twenty cents are thirty cents.</summary>
    [Test]
    public void What_is_added_up_is_what_is_shown()
    {
        PricedShop shop = new("data: 1 GB, writes: 1 kB/s, standbys: { spare: { zone: home.a, replication: async } }", "databases: { shop: { disk: disk, instance: node } }");
        Bill(shop, "disks", 0.2);
        Bill(shop, "", 146.2);
        Bill(shop, "shop", 146.2);
        static void Bill(PricedShop shop, string of, double exact) => Assert.That(BillLine.Sum(Simulator.Experiments.Costs.Bill.Of(shop.Bill().Monthly, of)), Is.EqualTo(exact));
    }

    private static readonly string[] s_kept =
    [
        "kept: { kind: snapshot, every: 24h, takes: 6h, hold: 2h, to: bucket, keep: 7d, compression: 40% }",
        "kept: { kind: full, every: 12h, to: bucket, keep: 5 }",
        "kept: { kind: log, every: 5m, takes: 1h, to: bucket, keep: 7d, compression: 50% }",
        "kept: { kind: log, segment: 16 MiB, padded: true, every: 5s, to: bucket, keep: 1d }",
        "kept: { kind: incremental, every: 6h, full every: 3d, to: bucket, keep: 5d }",
        "kept: { kind: snapshot, every: 24h, to: bucket, keep: gfs(daily 7 weekly 4) }",
        "base: { kind: full, every: 4d, to: vault, keep: 8d }, kept: { kind: differential, from: base, every: 12h, to: bucket, keep: 6d }",
        "base: { kind: full, every: 4d, to: vault, keep: 9d }, kept: { kind: incremental, from: base, every: 12h, to: bucket, keep: 5d }",
        "base: { kind: full, every: 2d, to: vault, keep: 9d }, kept: { kind: copy, from: base, every: 4d, to: bucket, keep: 20d, compression: 50% }",
        "base: { kind: log, every: 10m, to: vault, keep: 9d, compression: 50% }, kept: { kind: copy, from: base, every: 1d, to: bucket, keep: 20d }",
    ];

    /// <summary>The closed form is the mean of what is stored at the end of runs whose schedules are drawn: within three standard errors, and a thousandth for the tick.</summary>
    [TestCaseSource(nameof(s_kept))]
    public void What_is_kept_in_closed_form_is_what_is_stored_on_average(string backups)
    {
        PricedShop shop = new($"data: 30 GB, writes: 100 kB/s, backups: {{ {backups} }}", "stores: { bucket: { storage: space } }",
            "faults: { nothing: { kind: load, hits: shop, factor: 1, at: 40d, noticed: 0s, lasts: 1h } }", "60d 3h");
        double[] stored = [.. Enumerable.Range(0, 60).Select(trial => shop.Outcome(trial).DatabasesOf("shop").Single().Stored["kept"] / 1e12)];
        double exact = (double)shop.Bill().Monthly.Single(line => line is { Component: "storage", Item: "shop.kept in bucket" }).Quantity;
        double mean = stored.Average(), error = Math.Sqrt(stored.Sum(value => (value - mean) * (value - mean)) / (stored.Length - 1) / stored.Length);
        TestContext.Out.WriteLine($"closed form {exact:G6} TB, stored {mean:G6} +- {error:G3}, seed 11");
        Assert.That(mean, Is.EqualTo(exact).Within(3 * error + exact / 1000));
    }

    [Test]
    public void A_tenant_that_has_a_database_of_its_own_pays_for_one()
    {
        PricedShop shop = new("count: 2, data: 10 GB, writes: 1 kB/s", "databases: { shop: { instance: node, dedicated: engineer, disk: disk } }",
            "tenants: { site: { in: shop, count: 100, users: 10, data per user: 1 GB, writes per user: 1/d, dedicated: 3 } }");
        Assert.That(Written(shop.Bill().Monthly), Is.EqualTo(new[]
        {
            "instances | shop | 1460 h | 146.00",
            "instances | shop, one tenant each | 2190 h | 219000.00",
            "disks | shop | 50 GB/month | 5.00",
        }));
    }
}
