using NUnit.Framework;
using Simulator.Kernel.Randomness;
using Simulator.Models.Facts;
using Simulator.Models.Tenants;
using Simulator.Models.Tenants.Layouts;
using Simulator.Tests.Stories;

namespace Simulator.Tests.Theory;

/// <summary>
/// Placement and shared fate by their closed forms: what layouts draw, and what whole trials come to. Seeds are fixed; a share of n draws may be four
/// standard errors off.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class PlacementTests
{
    private const ulong Seed = 12;

    [TestCase(8, 2, ExpectedResult = 28)]
    [TestCase(100, 5, ExpectedResult = 75_287_520)]
    public double There_are_as_many_shuffle_shards_as_combinations(int databases, int of) => Math.Round(Combinations(databases, of));

    [Test]
    public void Every_combination_is_drawn_and_each_as_often_as_another()
    {
        const int Tenants = 280_000;
        Dictionary<string, int> drawn = [];
        foreach (int[] homes in Drawn(new Shuffled(2, null), databases: 8, Tenants)) drawn[string.Join(' ', homes)] = drawn.GetValueOrDefault(string.Join(' ', homes)) + 1;
        Assert.That(drawn, Has.Count.EqualTo(28));
        foreach (int count in drawn.Values) Agrees(count, Tenants, 1.0 / 28);
    }

    [TestCase(8, 2)]
    [TestCase(100, 5)]
    public void Two_tenants_share_so_many_databases_as_two_hands_of_cards(int databases, int of)
    {
        int[][] homes = [.. Drawn(new Shuffled(of, null), databases, 200_000)];
        int[] shared = new int[of + 1];
        for (int pair = 0; pair + 1 < homes.Length; pair += 2) shared[homes[pair].Intersect(homes[pair + 1]).Count()]++;
        for (int x = 0; x <= of; x++)
            Agrees(shared[x], homes.Length / 2, Combinations(of, x) * Combinations(databases - of, of - x) / Combinations(databases, of));
    }

    [TestCase(1_666, 0.157)]
    [TestCase(8_300, 0.778)]
    [TestCase(10_000_000, 99.992)]
    public void Data_is_lost_with_this_chance_when_fifty_of_five_thousand_nodes_are(int sets, double percent) =>
        Assert.That(100 * Loss(5000, 50, 3, sets), Is.EqualTo(percent).Within(0.0005));

    [TestCase(1_666, 6_000)]
    [TestCase(8_300, 1_500)]
    [TestCase(100_000, 100)]
    [TestCase(10_000_000, 1)]
    public void Sets_that_are_laid_out_are_lost_as_often(int sets, int times)
    {
        int lost = 0;
        int[] set = new int[3];
        for (int time = 0; time < times; time++)
        {
            Ground ground = new(1, 5000, 1, Philox.Key(Seed, (ulong)time), _ => 0);
            bool[] isGone = new bool[5000];
            foreach (int node in Models.Draw.Distinct(50, 5000, new Streams(Seed, time).Get("test", "gone"))) isGone[node] = true;
            for (int number = 0; number < sets; number++)
            {
                Copysets.Set(ground, number, set);
                if (!set.All(node => isGone[node])) continue;
                lost++;
                break;
            }
        }
        Agrees(lost, times, Loss(5000, 50, 3, sets));
    }

    [TestCase("copysets 3 from 20", 2000, 20)]
    [TestCase("shuffle 3", 100, 100)]
    public void Whole_trials_lose_data_as_often(string layout, int tenants, int sets)
    {
        const int Trials = 400;
        int lost = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            Story story = new() { Layout = layout, Tenants = tenants, Dedicated = 0, Shards = 50, Spares = "", Seed = (ulong)trial };
            story.Backups.Clear();
            if (story.Destroys("10 of shard.primary").Run().All<TenantsHit>().Any(hit => hit.Lost > 0)) lost++;
        }
        Agrees(lost, Trials, Loss(50, 10, 3, sets));
    }

    [TestCase(20, 6, 3)]
    [TestCase(15, 4, 2)]
    public void Random_replication_of_a_scatter_width_makes_so_many_sets(int databases, int width, int copies) =>
        Assert.That(Drawn(new Shuffled(copies, width), databases, 50_000).Select(homes => string.Join(' ', homes)).Distinct().Count(),
            Is.EqualTo((int)Math.Round(databases * Combinations(width, copies - 1))));

    [TestCase(5)]
    [TestCase(20)]
    [TestCase(60)]
    public void So_many_databases_are_hit_when_tenants_are_deleted_at_random(int deleted)
    {
        const int Databases = 40, Each = 25, All = Databases * Each;
        Story story = new Story { Layout = "range", Dedicated = 0, Shards = Databases, Tenants = All }.Deletes(deleted);
        SimulatedMean.Of(300, trial => story.Run(trial).All<TenantDeleted>().Select(fact => fact.Database).Distinct().Count())
            .AssertAgreesWith(Databases * (1 - Combinations(All - Each, deleted) / Combinations(All, deleted)), 0.01);
    }

    [TestCase(250)]
    [TestCase(1000)]
    public void So_many_tenants_have_been_moved_since_a_snapshot(int perDay)
    {
        // The newest snapshot is up to a day old, and as likely any age: of n tenants a share 1 - exp(-rate t / n) has moved within t.
        const int Tenants = 1000;
        Story story = new Story { Tenants = Tenants, Dedicated = 0, Moves = $"{perDay}/d" }.Deletes(50, takes: "1s").Recovers("selective", Models.Recovery.Batches.Everyone, Story.Selective("0s"));
        story.Backups.RemoveAt(1);
        double rate = (double)perDay / Tenants;
        SimulatedMean.Of(150, trial => story.Run(trial).All<RestorePointChosen>().Average(point => point.Former is null ? 0.0 : 1))
            .AssertAgreesWith(1 - (1 - Math.Exp(-rate)) / rate, 0.05);
    }

    [Test]
    public void Tenants_packed_by_size_are_at_most_a_third_beyond_the_best_packing()
    {
        const int Tenants = 20_000, Databases = 50;
        ulong key = Philox.Key(Seed, "sizes");
        double[] sizes = [.. Enumerable.Range(0, Tenants).Select(tenant => Math.Exp(2 * Philox.Uniform(key, (ulong)tenant)))];
        double[] full = new double[Databases];
        foreach ((int tenant, int home) in Packed(Tenants, Databases, sizes)) full[home] += sizes[tenant];
        double least = Math.Max(sizes.Max(), sizes.Sum() / Databases);
        Assert.That(full.Max() / least, Is.InRange(1, 4.0 / 3));
        Assert.That(full.Max() - full.Min(), Is.LessThanOrEqualTo(sizes.Max()), "the emptiest always gets the next");
    }

    [TestCase(10, 3)]
    [TestCase(1000, 7)]
    [TestCase(5, 5)]
    public void Cells_are_consecutive_and_as_large_as_each_other(int databases, int cells)
    {
        Ground ground = new(1, databases, cells, Seed, _ => 0);
        int[] cellOf = [.. Enumerable.Range(0, databases).Select(ground.CellOf)];
        Assert.That(cellOf, Is.Ordered);
        Assert.That(cellOf.GroupBy(cell => cell).Select(cell => cell.Count()), Is.All.InRange(databases / cells, databases / cells + 1).And.Exactly(cells).Items);
        Assert.That(Enumerable.Range(0, databases), Is.All.Matches<int>(database => ground.FirstOf(cellOf[database]) <= database && database < ground.FirstOf(cellOf[database] + 1)));
    }

    private static IEnumerable<int[]> Drawn(TenantLayout layout, int databases, int tenants)
    {
        Ground ground = new(tenants, databases, 1, Seed, _ => 0);
        for (int tenant = 0; tenant < tenants; tenant++)
        {
            int[] homes = new int[layout.Copies];
            layout.Home(ground, tenant, homes);
            Array.Sort(homes);
            yield return homes;
        }
    }

    private static IEnumerable<(int Tenant, int Home)> Packed(int tenants, int databases, double[] sizes)
    {
        Ground ground = new(tenants, databases, 1, Seed, tenant => sizes[tenant]);
        return ground.BySize.Select((home, tenant) => (tenant, home));
    }

    /// <summary>The chance that at least one of some sets is among the nodes that are lost at once (Cidon et al., 2013).</summary>
    private static double Loss(int nodes, int failed, int copies, double sets)
    {
        double one = 1;
        for (int i = 0; i < copies; i++) one *= (double)(failed - i) / (nodes - i);
        return -Math.Exp(sets * Math.Log(1 - one)) + 1;
    }

    private static double Combinations(int of, int choose)
    {
        if (choose < 0 || choose > of) return 0;
        double product = 1;
        for (int i = 1; i <= choose; i++) product *= (double)(of - choose + i) / i;
        return product;
    }

    private static void Agrees(int count, int of, double exact)
    {
        double error = Math.Sqrt(exact * (1 - exact) / of), share = (double)count / of;
        TestContext.Out.WriteLine($"seed {Seed}: {share:G6} of {of}, exact {exact:G6} +- {error:G3}");
        Assert.That(share, Is.EqualTo(exact).Within(4 * error + 0.5 / of));
    }
}
