using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>Databases that are restored in part first, or in another place.</summary>
[Parallelizable(ParallelScope.All)]
public class PartStories
{
    /// <summary>A tenth of 36 GB at 10 MB/s opens after six minutes; the other nine tenths take 54 more, while it serves.</summary>
    [Test]
    public void A_working_set_opens_and_the_archives_follow()
    {
        IReadOnlyList<Fact> facts = Ways.Told("fire: { kind: destruction, hits: shop.primary, at: 10h, noticed: 0s }",
            "  plan:\n    handles: [fire]\n    from: [daily]\n    steps:\n      copy: { do: restore, first: 10% }\n      open: { do: open, needs: [copy] }");
        Assert.That((facts.Only<DatabaseUp>().Hours(), facts.Only<ServiceWhole>().Hours()), Is.EqualTo((10.1, 11.0)).Within(1e-6));
        Outcome outcome = Outcome.Of(facts, Instant.After(TimeSpan.FromDays(4)));
        Assert.That(Of("reduced", outcome).AtMost, Is.EqualTo(new[] { 0.9 * 3600 }).Within(1e-3));
        Assert.That(Of("complete", outcome).AtMost, Is.EqualTo(new[] { 3600.0 }).Within(1e-3), "all of it takes as long as it would have anyway");
    }

    /// <summary>Lost again while its archives are on their way: they are not waited for, and the second restore brings all.</summary>
    [Test]
    public void A_loss_in_between_breaks_the_archives_off()
    {
        IReadOnlyList<Fact> facts = Ways.Told("fire: { kind: destruction, hits: shop.primary, at: 10h, noticed: 0s }\n  again: { kind: destruction, hits: shop.primary, at: 10.5h, noticed: 0s }",
            "  plan:\n    handles: [fire]\n    from: [daily]\n    steps:\n      copy: { do: restore, first: 10% }\n      open: { do: open, needs: [copy] }");
        Assert.That(facts.OfType<ServiceWhole>().Single().Hours(), Is.EqualTo(11.5).Within(1e-6));
        Assert.That(facts.OfType<DatabaseRestored>().Count(), Is.EqualTo(2));
    }

    /// <summary>The new place has to be set up first; then 36 GB cross 5 MB/s of internet, and a fault of the old place is none of its any more.</summary>
    [TestCase("home.a", 1)]
    [TestCase("other.x", 2)]
    public void A_database_moves_to_another_provider(string later, int outages)
    {
        IReadOnlyList<Fact> facts = Ways.Told($"fire: {{ kind: destruction, hits: shop.primary, at: 10h, noticed: 0s }}\n  later: {{ kind: crash, hits: {later}, at: 2d, lasts: 1h, noticed: 0s }}",
            "  plan:\n    handles: [fire]\n    from: [daily]\n    steps:\n      network: { per: incident, takes: 3h }\n      rights: { per: database, needs: [network], takes: 1h }\n"
            + "      copy: { do: restore, needs: [rights], at: other.x }\n      open: { do: open, needs: [copy] }");
        Assert.That(facts.OfType<DatabaseUp>().First().Hours(), Is.EqualTo(16).Within(1e-3));
        Assert.That(facts.OfType<DatabaseDown>().Count(), Is.EqualTo(outages));
    }

    private static Members Of(string measure, Outcome outcome) => MeasureTable.Measures.First(known => known.Word == measure).Of(outcome, new Subject("shop"));
}
