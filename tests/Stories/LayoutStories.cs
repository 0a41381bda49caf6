using NUnit.Framework;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>One failure under each layout: ten shards without second copies, a thousand tenants.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LayoutStories
{
    private static Story Town(string layout, int dedicated = 0, int cells = 1, int shards = 10) =>
        new() { Layout = layout, Dedicated = dedicated, Cells = cells, Shards = shards, Spares = "" };

    private static TenantsHit? Hit(Story story) => story.Run().All<TenantsHit>().SingleOrDefault();

    [Test]
    public void By_range_each_database_has_as_many_as_another() => Assert.That(Hit(Town("range").Crashes("3 of shard.primary"))!.Tenants, Is.EqualTo(300));

    [Test]
    public void By_hash_it_has_about_as_many() => Assert.That(Hit(Town("hash").Crashes("one of shard.primary"))!.Tenants, Is.InRange(60, 140).And.Not.EqualTo(100));

    [Test]
    public void By_size_it_has_as_much_data_so_its_users_are_as_many_too()
    {
        long[] users = [.. Enumerable.Range(1, 9).Select(shards => Hit(Town("size").Crashes($"{shards} of shard.primary"))!.Users)];
        for (int i = 1; i < users.Length; i++) Assert.That(users[i] - users[i - 1], Is.EqualTo(users[0]).Within(2).Percent);
    }

    [Test]
    public void Who_lives_in_two_databases_goes_only_with_both()
    {
        Assert.That(Hit(Town("shuffle 2").Crashes("one of shard.primary")), Is.Null);
        // Of the 45 pairs, the 10 among five databases: 222 of a thousand tenants.
        Assert.That(Hit(Town("shuffle 2").Crashes("5 of shard.primary"))!.Tenants, Is.InRange(170, 275));
    }

    [Test]
    public void One_after_the_other_is_not_both_at_once()
    {
        Story story = Town("shuffle 2", shards: 2).Crashes("shard.primary", "1h");
        Assert.That(Hit(story)!.Tenants, Is.EqualTo(1000));
        Story other = Town("shuffle 2", shards: 2);
        for (int day = 0; day < 8; day++) other.Crashes("one of shard.primary", "1h", $"{day}d");
        Assert.That(Hit(other), Is.Null);
        Assert.That(other.All<DatabaseDown>().Select(down => down.Database).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void What_all_of_a_set_have_lost_is_gone()
    {
        Story story = Town("copysets 2 from 3");
        story.Backups.Clear();
        TenantsHit hit = Hit(story.Destroys("9 of shard.primary"))!;
        // Nine of ten are gone: of three pairs, none, one or two are left, each with about a third of the tenants.
        Assert.That(hit.Lost, Is.EqualTo(hit.Tenants).And.InRange(250, 1000));
        Assert.That(hit.Users, Is.EqualTo(hit.LostUsers));
    }

    [Test]
    public void A_cell_goes_as_a_whole_and_takes_only_its_own()
    {
        Story story = Town("shuffle 2", cells: 5).Crashes("one of shard.cells");
        TenantsHit hit = Hit(story)!;
        // Without cells two of ten databases are both databases of one tenant in 45.
        Assert.That(hit.Tenants, Is.InRange(150, 250));
        int[] down = [.. story.All<DatabaseDown>().Select(fact => fact.Database)];
        Assert.That(down, Has.Length.EqualTo(2));
        Assert.That(down[0] / 2, Is.EqualTo(down[1] / 2));
    }

    [Test]
    public void The_largest_live_apart_and_the_rest_share()
    {
        // A zone of three has four of the ten shared databases, and 34 of the hundred that follow them.
        Story story = Town("range", dedicated: 100).LosesZone("home.a", "1h");
        TenantsHit hit = Hit(story)!;
        int[] alone = [.. story.All<DatabaseDown>().Select(down => down.Database).Where(database => database >= 10)];
        Assert.That(alone, Has.Length.InRange(33, 34));
        Assert.That(hit.Tenants - alone.Length, Is.InRange(4 * 75, 4 * 105));
    }

    [TestCase("range", 100, 100)]
    [TestCase("shuffle 2", 1, 60)]
    public void A_tenant_that_asks_for_much_slows_those_who_have_its_databases_and_no_other(string layout, int least, int most)
    {
        TenantsHit hit = Hit(new Story { Layout = layout, Dedicated = 0, Applied = "1.2 MB/s" }.Loads("1 of site", 1000))!;
        Assert.That(hit.Slowed, Is.InRange(least, most));
        Assert.That(hit.Tenants, Is.Zero);
    }

    [Test]
    public void Who_has_a_database_of_its_own_slows_nobody_else() =>
        Assert.That(Hit(new Story { Tenants = 10, Dedicated = 10, Applied = "1.2 MB/s" }.Loads("1 of site", 1000))!.Slowed, Is.EqualTo(1));

    [Test]
    public void Faults_reach_cells_of_every_kind()
    {
        Assert.That(Town("hash", cells: 2).Destroys("one of shard.cells").Run().All<DatabaseDown>(), Has.Count.EqualTo(5));
    }
}
