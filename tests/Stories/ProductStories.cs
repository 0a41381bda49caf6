using NUnit.Framework;
using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Recovery;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Tests.Stories;

/// <summary>Tenants whose data is kept by several products: a wiki has a third of it, files have a sixth.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ProductStories
{
    private static readonly Batches s_ten = new(10, 1, BatchOrder.MostUsersFirst);

    private static Story Suite(params (string, Step)[] more) => new Story { Products = [("wiki", 0.3), ("files", 0.2)] }.Deletes(20).Recovers("bring-back", s_ten, [.. Story.Selective(), .. more]);

    [Test]
    public void A_deletion_takes_a_tenant_out_of_every_product_and_it_is_back_when_all_parts_are()
    {
        Story story = Suite().Run();
        Outcome outcome = Outcome.Of(story.Facts, Instant.After(story.Length));
        Assert.That(outcome.Tenants, Has.Count.EqualTo(20));
        Assert.That(outcome.Tenants.Select(tenant => string.Join(' ', tenant.Homes.Select(home => home.Databases))), Is.All.EqualTo("shard wiki files"));
        foreach (TenantServed served in story.All<TenantServed>())
        {
            Instant[] loaded = [.. story.All<StepDone>().Where(done => done.Step == "open" && done.Unit.Number == served.Tenant).Select(done => done.At)];
            Assert.That(loaded, Has.Length.EqualTo(3));
            Assert.That(served.At, Is.EqualTo(loaded.Max()));
        }
    }

    [Test]
    public void Batches_count_tenants_and_parts_stay_together()
    {
        Story story = Suite().Run();
        Assert.That(story.All<BatchBegan>().Select(batch => batch.Tenants), Is.EqualTo(new[] { 10, 10 }));
        Assert.That(story.All<StepDone>().Where(done => done.Step == "load").GroupBy(done => done.Unit.Number).Select(parts => parts.Select(part => part.Batch).Distinct().Count()), Is.All.EqualTo(1));
    }

    [Test]
    public void What_is_lost_is_the_longest_window_and_the_writes_of_all_parts()
    {
        Story story = Suite().Run();
        Outcome outcome = Outcome.Of(story.Facts, Instant.After(story.Length));
        ILookup<int, RestorePointChosen> points = story.All<RestorePointChosen>().ToLookup(point => point.Tenant);
        foreach (TenantOutcome tenant in outcome.Tenants)
        {
            Assert.That(tenant.Loss!.Value.Seconds, Is.EqualTo(points[tenant.Tenant].Max(point => (point.Deleted - point.Point).TotalSeconds)));
            Assert.That(tenant.Loss!.Value.Writes, Is.EqualTo(points[tenant.Tenant].Sum(point => point.LostWrites)));
        }
    }

    [Test]
    public void The_customer_looks_once_when_everything_is_back()
    {
        Story story = Suite(("look", new Accept(Story.Basics(Level.Tenant, "2h", "none", "open")))).Run();
        Dictionary<int, Instant> served = story.All<TenantServed>().ToDictionary(fact => fact.Tenant, fact => fact.At);
        Assert.That(story.All<TenantAccepted>(), Has.Count.EqualTo(20));
        foreach (TenantAccepted accepted in story.All<TenantAccepted>()) Assert.That(accepted.At - served[accepted.Tenant], Is.EqualTo(TimeSpan.FromHours(2)));
    }

    [Test]
    public void A_product_that_is_down_takes_its_tenants_out_of_service_once()
    {
        Story story = new() { Products = [("wiki", 0.3)], Spares = "" };
        TenantsHit hit = story.Crashes("wiki.primary").Crashes("shard.primary").Run().All<TenantsHit>().Single();
        Assert.That(hit.Tenants, Is.EqualTo(998), "all but the two that have databases of their own");
    }

    [Test]
    public void Where_one_part_cannot_come_back_the_tenant_does_not()
    {
        Story story = new Story { Products = [("wiki", 0.3)], Unprotected = "wiki" }.Deletes(5).Recovers("bring-back", s_ten, Story.Selective()).Run();
        Assert.That(story.All<NothingToRestore>().Select(fact => fact.Product), Is.All.EqualTo("wiki").And.Exactly(5).Items);
        Assert.That(story.All<RestorePointChosen>().Select(fact => fact.Product), Is.All.Empty.And.Exactly(5).Items);
        Assert.That(story.All<TenantServed>(), Is.Empty);
        Assert.That(Outcome.Of(story.Facts, Instant.After(story.Length)).Tenants.Select(tenant => tenant.Loss!.Value.Seconds), Is.All.EqualTo(double.PositiveInfinity));
    }
}
