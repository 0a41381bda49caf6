using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>After the fire of OVHcloud's Strasbourg site, March 2021: what a backup is worth by how far away it stands.</summary>
[Parallelizable(ParallelScope.All)]
public class PlaceStories
{
    [Test]
    public void A_backup_in_the_building_that_burns_is_lost_with_it()
    {
        IReadOnlyList<Fact> facts = Told("sbg.x.sbg2", "sbg.x.sbg2", "fire: { kind: destruction, hits: sbg.x.sbg2, at: 10d 1h, noticed: 1m }");

        Assert.That(facts.OfType<DatabaseLost>().Count(), Is.EqualTo(1));
        Assert.That(facts.OfType<StoreLost>().Select(fact => fact.Store), Is.EqualTo(new[] { "vault" }));
    }

    [Test]
    public void A_backup_in_another_building_survives_and_the_loss_is_its_age()
    {
        IReadOnlyList<Fact> facts = Told("sbg.x.sbg2", "sbg.x.sbg3", "fire: { kind: destruction, hits: sbg.x.sbg2, at: 10d 1h, noticed: 1m }");

        Assert.That(facts.OfType<DatabaseRestored>().Single().LossWindow, Is.EqualTo(TimeSpan.FromHours(1)));
    }

    [Test]
    public void The_whole_site_leaves_the_copy_elsewhere_and_the_loss_is_the_age_of_its_newest()
    {
        const string site = "fire: { kind: destruction, hits: sbg.x, at: 10d 1h, noticed: 1m }";

        Assert.That(Told("sbg.x.sbg2", "sbg.x.sbg3", site).OfType<DatabaseLost>().Count(), Is.EqualTo(1));
        Assert.That(Told("sbg.x.sbg2", "sbg.x.sbg3", site, "{ kind: full, every: 1d, start: 2h, to: away }").OfType<DatabaseRestored>().Single().LossWindow, Is.EqualTo(TimeSpan.FromHours(23)));
    }

    [Test]
    public void What_is_spread_over_a_site_goes_with_the_last_of_its_buildings()
    {
        const string first = "fire: { kind: destruction, hits: sbg.x.sbg2, at: 10d 1h, noticed: 1m }", second = "\n  flood: { kind: destruction, hits: sbg.x.sbg3, at: 12d 1h, noticed: 1m }";
        IReadOnlyList<Fact> one = Told("sbg.x", "sbg.x", first), both = Told("sbg.x", "sbg.x", first + second);

        Assert.That(one.OfType<DatabaseDown>(), Is.Empty);
        Assert.That(both.OfType<DatabaseLost>().Count(), Is.EqualTo(1));
        Assert.That(both.OfType<StoreLost>().Single().At.SinceStart, Is.EqualTo(TimeSpan.FromHours(12 * 24 + 1)));
    }

    [Test]
    public void A_node_goes_with_its_rack_and_a_rack_beside_it_does_not()
    {
        static int Downs(string hits) => Told("sbg.x.sbg2.r1.n1", "sbg.x.sbg3", $"fault: {{ kind: crash, hits: {hits}, at: 10d 1h, noticed: 1m, lasts: 2h }}").OfType<DatabaseDown>().Count();

        Assert.That(new[] { "sbg.x.sbg2.r1.n1", "sbg.x.sbg2.r1", "sbg.x.sbg2", "sbg.x" }.Select(Downs), Is.All.EqualTo(1));
        Assert.That(new[] { "sbg.x.sbg2.r2", "sbg.x.sbg3" }.Select(Downs), Is.All.EqualTo(0));
    }

    [Test]
    public void A_crash_of_a_building_is_over_when_it_is_back()
    {
        IReadOnlyList<Fact> facts = Told("sbg.x.sbg2", "sbg.x.sbg3", "stop: { kind: crash, hits: sbg.x.sbg2, at: 10d 1h, noticed: 1m, lasts: 2h }");

        Assert.That(facts.OfType<DatabaseUp>().Single().At.SinceStart, Is.EqualTo(TimeSpan.FromHours(10 * 24 + 3)));
        Assert.That(facts.OfType<StoreLost>(), Is.Empty);
    }

    [Test]
    public void A_building_that_is_cut_off_keeps_its_log_from_a_standby_in_the_building_beside_it()
    {
        IReadOnlyList<Fact> facts = Told("sbg.x.sbg2", "sbg.x.sbg3",
            "cut: { kind: partition, hits: sbg.x.sbg2, at: 10d 1h, noticed: 1m, lasts: 2h }\n  fire: { kind: destruction, hits: sbg.x.sbg2, at: 10d 2h, noticed: 1m }", spare: "sbg.x.sbg3");

        Assert.That(facts.OfType<FailedOver>().Single().LossWindow, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)).And.LessThanOrEqualTo(TimeSpan.FromHours(1)));
    }

    [Test]
    public void A_mistake_made_while_nobody_is_there_to_make_it_takes_nothing_more()
    {
        IReadOnlyList<Fact> facts = Told("sbg.x.sbg2", "sbg.x.sbg3", "fire: { kind: destruction, hits: shop.primary, at: 10d 1h, noticed: 3h }\n  mistake: { kind: corruption, hits: shop, at: 10d 2h, noticed: 10m }");

        Assert.That(facts.OfType<DatabaseRestored>().Single().LossWindow, Is.EqualTo(TimeSpan.FromHours(1)), "back to the night before the fire, not to a point after it");
    }

    private static IReadOnlyList<Fact> Told(string primary, string vault, string faults, string? offSite = null, string? spare = null)
    {
        string text = $$"""
            version: 1
            name: strasbourg
            question: What is left of a site that burns?
            run: { length: 30d, trials: 1 }
            regions:
              sbg: { zones: [x], places: [x.sbg2, x.sbg3, x.sbg2.r1, x.sbg2.r2, x.sbg2.r1.n1] }
              gra: { zones: [a] }
            stores:
              vault: { zone: {{vault}}, read: 1 GB/s }
              away: { region: gra, read: 1 GB/s }
            databases:
              shop:
                zone: {{primary}}
                data: 100 GB
                writes: 1 MB/s

            """ + (spare is null ? "" : $"    standbys: {{ spare: {{ zone: {spare}, replication: async }} }}\n    failover: {{ probe: 1s, misses: 3, timeout: 0s, promote: 5s, switch: 0s }}\n")
            + "    backups:\n      full: { kind: full, every: 1d, start: 0h, to: vault }\n" + (offSite is null ? "" : $"      site: {offSite}\n")
            + $"faults:\n  {faults}\nexpect:\n  - loss of each shop <= 30d\n";
        var read = ScenarioFile.Parse(text, "strasbourg.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, text);
        return Models.PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 7).Run(0).Facts;
    }
}
