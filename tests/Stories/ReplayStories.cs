using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>After a rollback the changes since are made again from a change stream, where they do not conflict.</summary>
[Parallelizable(ParallelScope.All)]
public class ReplayStories
{
    private const double Hour = 3600e6;
    private const string Stream = "      changes: { kind: change stream, every: 5s, takes: 1s, keep: 30d, sink: database }\n";

    private static IReadOnlyList<Fact> RolledBack(string replay, string more = "") => Ways.Told("mistake: { kind: corruption, hits: shop, at: 10h, noticed: 1h }" + more,
        $"  back:\n    handles: [mistake]\n    from: [daily]\n    steps:\n      copy: {{ do: restore }}\n      open: {{ do: open, needs: [copy] }}\n{replay}", Stream, "    write size: 1 MB\n");

    /// <summary>Back to six o'clock, open at twelve: five hours of log, 18 GB, are made again at the 10 MB/s that the live database has left.</summary>
    [Test]
    public void What_a_stream_holds_is_not_lost_after_all()
    {
        IReadOnlyList<Fact> facts = RolledBack("      again: { do: replay, needs: [open], stream: changes }");
        ChangesReplayed again = facts.Only<ChangesReplayed>();
        Assert.That((again.Hours(), again.Bytes / Hour), Is.EqualTo((12.5, 5.0)).Within(0.002), "all but the last few seconds");
        Assert.That(facts.Only<LedgerClosed>().Lost / 1e6, Is.InRange(0, 7), "seconds of a megabyte");
        Outcome outcome = Outcome.Of(facts, Instant.After(TimeSpan.FromDays(4)));
        Assert.That(Of("loss", outcome, "shop"), Is.InRange(0, 7));
        Assert.That(Of("lost data", outcome, "shop"), Is.EqualTo(facts.Only<LedgerClosed>().Lost).Within(1));
    }

    /// <summary>Of 18,000 changes 360 conflict; one hand resolves half of them, a minute each, and the others stay lost.</summary>
    [Test]
    public void Conflicts_take_hands_or_stay_lost()
    {
        IReadOnlyList<Fact> facts = RolledBack("      again: { do: replay, needs: [open], stream: changes, conflicts: 2%, each: 1m, dropped: 50%, crew: 1 of team }");
        Assert.That((facts.Only<ChangesReplayed>().Hours(), facts.Only<ChangesReplayed>().Conflicts), Is.EqualTo((15.5, 360.0)).Within(0.2));
        Assert.That(facts.Only<LedgerClosed>().Lost / Hour, Is.EqualTo(0.05).Within(0.003));
    }

    /// <summary>What was won back is lost again where everything goes back behind it; the balance holds.</summary>
    [Test]
    public void A_second_rollback_takes_it_again()
    {
        IReadOnlyList<Fact> facts = RolledBack("      again: { do: replay, needs: [open], stream: changes }", "\n  worse: { kind: corruption, hits: shop, at: 13h, noticed: 1h }");
        DatabaseRestored second = facts.OfType<DatabaseRestored>().Last();
        Assert.That(second.Point, Is.GreaterThan(Instant.After(TimeSpan.FromHours(12.9))), "the stream itself is the newest point");
        Assert.That(facts.Only<LedgerClosed>().Lost / Hour, Is.EqualTo(1).Within(0.01));
    }

    /// <summary>Ten of a hundred customers are deleted and the store put back: the ninety others lose five hours of ten writes an hour from each of their users, and get them back.</summary>
    [TestCase("", 45_000, 5.0)]
    [TestCase("      again: { do: replay, needs: [open], stream: changes }\n", 0, 0.0)]
    [TestCase("      again: { do: replay, needs: [open], stream: changes, conflicts: 10%, dropped: 100% }\n", 4_500, 5.0)]
    public void The_others_of_a_store_get_their_writes_back(string replay, double lost, double hours)
    {
        IReadOnlyList<Fact> facts = Ways.Told("mistake: { kind: deletion, hits: 10 of customer, at: 10h, takes: 1s, noticed: 1h }",
            "  back:\n    handles: [mistake]\n    from: [daily]\n    restore point: before the first deletion of each store\n    steps:\n      freeze: { do: freeze }\n      copy: { do: restore, needs: [freeze] }\n"
            + $"      forward: {{ do: roll forward, needs: [copy] }}\n      open: {{ do: open, per: database, needs: [forward] }}\n{replay}", Stream);
        Outcome outcome = Outcome.Of(facts, Instant.After(TimeSpan.FromDays(4)));
        Assert.That(Of("rolled back writes", outcome, "customer"), Is.EqualTo(lost).Within(20));
        Assert.That(Of("rolled back", outcome, "customer") / 3600, Is.EqualTo(hours).Within(0.01));
    }

    private static double Of(string measure, Outcome outcome, string subject) => MeasureTable.Measures.First(known => known.Word == measure).Of(outcome, new Subject(subject)).AtMost.Single();
}
