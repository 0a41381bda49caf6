using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>A bad migration, and how its tables are made good from a copy beside the database: a quarter of 36 GB, out at 10 MB/s and in at 10 MB/s, after an hour of copying.</summary>
[Parallelizable(ParallelScope.All)]
public class TableStories
{
    private const double Hour = 3600e6;
    private const string Truncate = "mistake: { kind: migration, hits: shop, tables: [orders], at: 10h, noticed: 1h }";

    private static string Plan(string by, string from = "daily") => $"  parts:\n    handles: [mistake]\n    from: [{from}]\n    steps:\n      copy: {{ do: restore }}\n      extract: {{ do: extract, needs: [copy], by: {by} }}\n"
        + "      load: { do: load, needs: [extract] }\n      open: { do: open, needs: [load] }";

    /// <summary>Rows go back to the copy of six o'clock and lose what was written until the harm at ten; whole tables lose what was written until they are replaced.</summary>
    [TestCase("rows", 10)]
    [TestCase("tables", 12.5)]
    public void Rows_lose_less_than_whole_tables(string by, double until)
    {
        IReadOnlyList<Fact> facts = Ways.Told(Truncate, Plan(by));
        TablesPutBack back = facts.Only<TablesPutBack>();
        Assert.That((back.Hours(), back.LossWindow.TotalHours, back.LostBytes / Hour), Is.EqualTo((12.5, until - 6, 0.25 * (until - 6))).Within(1e-6));
        Assert.That(facts.Only<LedgerClosed>().Lost, Is.EqualTo(back.LostBytes).Within(1));
        Assert.That(facts.OfType<DatabaseDown>(), Is.Empty, "the others go on");
        Assert.That(MeasureTable.Measures.First(measure => measure.Word == "reduced").Of(Outcome.Of(facts, Instant.After(TimeSpan.FromDays(4))), new Subject("shop")).AtMost, Is.EqualTo(new[] { 2.5 * 3600 }).Within(1e-3));
    }

    /// <summary>A tenth of the rows is a tenth of the bytes, of the time to move them, and of the loss.</summary>
    [Test]
    public void A_few_wrong_rows_are_a_few_bytes()
    {
        IReadOnlyList<Fact> facts = Ways.Told("mistake: { kind: migration, hits: shop, tables: [orders], does: wrong values, rows: 10%, at: 10h, noticed: 1h }", Plan("rows"));
        Assert.That((facts.Only<TablesPutBack>().Hours(), facts.Only<TablesPutBack>().LostBytes / Hour), Is.EqualTo((12.05, 0.1)).Within(1e-6));
    }

    /// <summary>The same harm may go back as a whole, which takes the writes of all tables with it; a standby that is kept behind takes none from before the harm.</summary>
    [Test]
    public void The_whole_may_go_back_instead()
    {
        const string Whole = "  whole:\n    handles: [mistake]\n    from: [{0}]\n    steps:\n      copy: {{ do: restore }}\n      open: {{ do: open, needs: [copy] }}";
        IReadOnlyList<Fact> backup = Ways.Told(Truncate, string.Format(null, Whole, "daily"));
        Assert.That((backup.Only<DatabaseRestored>().LossWindow.TotalHours, backup.Only<ServiceWhole>().Hours()), Is.EqualTo((5.0, 12.0)).Within(1e-6));
        IReadOnlyList<Fact> late = Ways.Told(Truncate, string.Format(null, Whole, "laggard"), database: Ways.Laggard);
        Assert.That(late.Only<FailedOver>().LossWindow.TotalHours, Is.EqualTo(1).Within(1e-3));
        IReadOnlyList<Fact> parts = Ways.Told(Truncate, Plan("rows", "laggard"), database: Ways.Laggard);
        Assert.That((parts.Only<TablesPutBack>().LossWindow, parts.OfType<DatabaseDown>().Count()), Is.EqualTo((TimeSpan.Zero, 0)), "rows from a standby short of the harm lose nothing");
    }

    /// <summary>What was cut while a table was harmed is not gone back to; and what was lost of the table is not lost twice when everything goes back behind it.</summary>
    [Test]
    public void A_later_rollback_goes_behind_the_harm_and_counts_nothing_twice()
    {
        IReadOnlyList<Fact> facts = Ways.Told(Truncate + "\n  worse: { kind: corruption, hits: shop, at: 12.6h, noticed: 24m }", Plan("tables"));
        Assert.That(facts.Only<DatabaseRestored>().Point, Is.EqualTo(Instant.After(TimeSpan.FromHours(6))), "at twelve orders was empty");
        Assert.That(facts.Only<LedgerClosed>().Lost / Hour, Is.EqualTo(7).Within(1e-6));
    }

    [Test]
    public void Harm_without_a_backup_stays()
    {
        IReadOnlyList<Fact> facts = Ways.Told(Truncate.Replace("at: 10h", "at: 5h"), Plan("rows", "late"), "      late: { kind: full, at: [8h], to: bucket }\n");
        Assert.That((facts.OfType<TablesPutBack>().Count(), facts.OfType<DatabaseLost>().Count(), facts.OfType<ServiceWhole>().Count()), Is.EqualTo((0, 0, 0)), "the database goes on without its orders");
    }
}
