using NUnit.Framework;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Databases;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Reports.Charts;
using Simulator.Reports.Drawing;
using Simulator.Reports.Page;
using Simulator.Reports.Series;

namespace Simulator.Tests.Reports;

/// <summary>The charts of a study whose databases nobody shares.</summary>
[TestFixture]
public class ProtectionChartTests
{
    private static readonly StudyResult Result = SyntheticProtection.Make(trials: 12), Alone = SyntheticProtection.Make(trials: 12, variants: 1);

    [Test]
    public void Nothing_of_tenants_is_shown_and_everything_has_data_title_and_caption()
    {
        Assert.That(Names(Result), Is.EqualTo(
            "downtime loss restore-phases recovery-points recovery-points-by-variant lag lag-data commit-latency stored-total-shop-b"));
        Assert.That(Names(Alone), Is.EqualTo("downtime loss restore-phases recovery-points lag lag-data commit-latency"));
        Assert.That(Gallery.Of(Result).All(c => c.Title.Length > 10 && c.Caption.Length > 30));
        Assert.That(Gallery.Of(Result).Select(c => c.Caption + c.Title), Has.None.Contains("tenant").And.None.Contains("deletion"));
    }

    [Test]
    public void Equal_charts_give_equal_bytes_without_what_cannot_be_drawn()
    {
        foreach (Chart chart in Gallery.Of(Result))
        {
            string svg = new Sheet(chart, IsFramed: true).Svg();
            Assert.That(new Sheet(chart, IsFramed: true).Svg(), Is.EqualTo(svg), chart.Name);
            Assert.That(svg, Does.Not.Contain("NaN").And.Not.Contain("Infinity"), chart.Name);
        }
    }

    [Test]
    public void Lag_has_a_line_for_each_follower_that_was_behind_in_seconds_and_in_bytes()
    {
        Chart[] charts = [.. Lag.Of(Alone)];
        var seconds = (Lag)charts[0];
        Assert.That(charts.Select(c => c.Name), Is.EqualTo(new[] { "lag", "lag-data" }));
        Assert.That(seconds.Keys.Select(k => k.Label), Is.EqualTo(new[] { "events, at most 12 h", "spare, at most 2 h 22 m" }));
        Assert.That(((Lag)charts[1]).Keys[0].Label, Is.EqualTo("events, at most 62 GB"));
        Assert.That(seconds.Behind.Low, Is.Zero, "an axis from zero");
        Assert.That(seconds.Moments.Select(m => m.Label), Is.EqualTo(new[] { "bulk-load", "bulk-load ends" }));
        var spare = seconds.Lines[1].Points;
        Assert.That(spare[0], Is.EqualTo((0.0, 0.004)));
        Assert.That(spare[^1].At, Is.EqualTo(seconds.Time.High * seconds.Time.Divisor), "what has caught up stays so to the edge");
        Assert.That(((Lag)Lag.Of(Result).First()).Keys.Select(k => k.Label), Has.One.StartsWith("semi-synchronous: spare, at most "));
    }

    [Test]
    public void A_line_that_has_not_caught_up_ends_where_it_was_last_seen()
    {
        Fact[] facts =
        [
            new LagChanged(At(1), "shop", 0, "spare", 5, TimeSpan.FromSeconds(1)), new FellBehind(At(1), "shop", 0, "spare", ""),
            new LagChanged(At(5), "shop", 0, "spare", 500, TimeSpan.FromSeconds(100)),
        ];
        var chart = (Lag)Lag.Of(Shown(facts)).First();
        Assert.That(chart.Lines.Single().Points[^1], Is.EqualTo((5.0 * 3600, 100.0)));
    }

    [Test]
    public void Of_many_lines_the_worst_of_each_variant_are_shown_and_the_rest_is_counted()
    {
        IReadOnlyList<Fact> facts = [.. Enumerable.Range(0, 30).SelectMany(i => new[]
        {
            new LagChanged(At(1), "shop", i, "spare", 0, TimeSpan.Zero), new LagChanged(At(2), "shop", i, "spare", 100 + i, TimeSpan.FromSeconds(i + 1)),
        }).OrderBy(f => f.At)];
        var chart = (Lag)Lag.Of(Shown(facts)).First();
        Assert.That(chart.Lines, Has.Count.EqualTo(8));
        Assert.That(chart.Lines[^1].Look.Label, Is.EqualTo("shop 29 spare, at most 30 s"));
        Assert.That(chart.Caption, Does.EndWith("22 more that were less far behind are left out."));
    }

    [Test]
    public void Recovery_points_are_teeth_around_the_fault_that_took_the_database_down()
    {
        var chart = (RecoveryPoints)RecoveryPoints.Of(Alone).Single();
        double fire = Result.Variants[0].Shown.Facts.OfType<FaultBegan>().Last().At.SinceStart.TotalSeconds;
        Assert.That(chart.Fault, Is.EqualTo(fire));
        Assert.That(chart.Window.Time.High * chart.Window.Time.Divisor, Is.GreaterThan(fire));
        Assert.That(chart.Keys.Select(k => k.Label.Split(',')[0]), Is.EqualTo(new[] { "nightly", "log" }));
        Assert.That(chart.Rows[0].AtFault, Is.EqualTo(fire - 50 * 3600), "the night's cut of the third day, at 2 h");
        Assert.That(chart.Age.IsLogarithmic, "teeth of minutes and of a day");
    }

    [Test]
    public void A_fault_finds_the_point_that_there_was_not_the_one_of_the_same_moment()
    {
        PointAges ages = PointAges.Of([new PointsOffered(At(10), "shop", 0, "nightly", [Point(0, 20), Point(4, 20)])]);
        Assert.That(ages.At(4 * 3600), Is.EqualTo(4 * 3600));
        Assert.That(ages.At(5 * 3600), Is.EqualTo(3600));
        Assert.That(ages.Band(0, 10 * 3600, 5).Select(b => b.Oldest / 3600), Is.EqualTo(new[] { 2.0, 4, 2, 4, 6 }));
    }

    [Test]
    public void Where_nothing_is_usable_the_line_is_interrupted_and_said_to_be()
    {
        Fact[] facts = [new FaultBegan(At(9), "fire", ""), new PointsOffered(At(20), "shop", 0, "nightly", [Point(0, 6), Point(8, 3), Point(10, 20)])];
        var chart = (RecoveryPoints)RecoveryPoints.Of(Shown(facts)).Single();
        Assert.That(chart.Caption, Does.EndWith("Where a line is interrupted nothing could be restored."));
        Assert.That(chart.Rows[0].Look.Label, Is.EqualTo("nightly, 1 h old at the fault"));
        Assert.That(new Sheet(chart, IsFramed: false).Svg(), Does.Not.Contain("NaN").And.Not.Contain("Infinity"));
        Fact[] none = [new FaultBegan(At(7), "fire", ""), .. facts[1..]];
        Assert.That(((RecoveryPoints)RecoveryPoints.Of(Shown(none)).Single()).Rows[0].Look.Label, Is.EqualTo("nightly, nothing left at the fault"));
    }

    [Test]
    public void Commit_latency_is_a_distribution_on_a_logarithmic_axis()
    {
        var chart = (CommitLatency)CommitLatency.Of(Result).Single();
        Assert.That(chart.Time.IsLogarithmic);
        Assert.That(chart.Keys.Select(k => k.Label), Has.One.Match("^synchronous: half within 3\\.\\d+ ms, 99 % within \\d+(\\.\\d+)? ms$"));
        Assert.That(chart.Lines.All(l => l.Values.Count == 12 * 500));
    }

    [Test]
    public void Stale_reads_are_shares_of_the_reads_of_a_slot_of_time()
    {
        SampledRead[] sampled = [.. Enumerable.Range(0, 9600).Select(i => new SampledRead(At(i / 100.0), i is >= 2000 and < 4000 && i % 2 == 0 ? 1800 : 0))];
        Fact[] facts = [new ReadsFollowed(At(96), "shop", 0, TimeSpan.FromMinutes(1), 9600, 1000) { Sampled = sampled }];
        var chart = (StaleReads)StaleReads.Of(Shown(facts)).Single();
        Assert.That(chart.Keys.Single().Label, Does.EndWith("10.4 % of all"));
        Assert.That(chart.Lines.Single().Points.Select(p => p.Share), Is.EqualTo(Enumerable.Range(0, 48).Select(slot => slot is >= 10 and < 20 ? 0.5 : 0)).Within(1e-9));
        Assert.That(StaleReads.Of(Result), Is.Empty, "no moments are known of these");
    }

    [Test]
    public void A_restore_is_shown_phase_by_phase_from_the_fault_on()
    {
        var chart = (RestorePhases)RestorePhases.Of(Result).Single();
        Assert.That(chart.Keys.Select(k => k.Label), Is.EqualTo(new[] { "until somebody begins", "provision", "copy", "open", "replay", "checkpoint", "first query" }));
        Assert.That(chart.Rows.Select(r => r.Label), Is.EqualTo(new[] { "asynchronous", "semi-synchronous" }));
        Assert.That(chart.Rows[0].Phases[0].To, Is.EqualTo(0.4 * 3600).Within(1));
        Assert.That(chart.Rows[0].Remark, Does.Match("^back after 2 h \\d+ m, \\d m \\d+ s lost$"));
        Assert.That(chart.Caption, Does.EndWith("In variants without a row nothing was restored from a backup."));
    }

    [Test]
    public void A_standby_that_is_built_anew_while_its_database_serves_is_no_restore()
    {
        Fact[] facts = [new DatabaseDown(At(1), "shop", 0, "fire"), new DatabaseUp(At(2), "shop", 0, "standby"), new RestorePhaseDone(At(4), "shop", 0, "copy", At(3), 1e9)];
        Assert.That(RestorePhases.Of(Shown(facts)), Is.Empty);
    }

    [Test]
    public void Several_collections_of_databases_have_a_row_each()
    {
        VariantResult variant = Alone.Variants[0] with
        {
            Samples = [new Sample("loss", "each shop", "s", [217 * 3600]), new Sample("loss", "each cello", "s", [1429 * 3600, 1429 * 3600])],
        };
        Scenario scenario = Alone.Study.Variants[0].Scenario;
        scenario = scenario with { Databases = [.. scenario.Databases, new Named<Database>("cello", scenario.Databases[0].Value)] };
        Chart chart = Loss.Of(Alone with { Variants = [variant], Study = Alone.Study with { Variants = [new Variant(variant.Name, scenario)] } }).Single();
        Assert.That(((Loss)chart).Rows.Select(r => r.Variant), Is.EqualTo(new[] { "shop", "cello" }));
        Assert.That(new Sheet(chart, IsFramed: false).Svg(), Does.Not.Contain("NaN"));
    }

    [Test]
    public void The_page_answers_in_terms_of_databases()
    {
        string answer = Answer.Of(Result), page = ReportPage.Of(Result, Gallery.Of(Result));
        Assert.That(answer, Does.Match("^The worst shop loses 3.m.5\\d.s .*\\. The worst shop is down for 2.h.\\d+.m.* in the median trial\\. The copy of shop that falls furthest behind is up to 12.h"));
        Assert.That(answer, Does.Contain("Half of all commits take no more than 59").And.Contain("µs, 99\u00a0% no more than"));
        Assert.That(page, Does.Contain("the one with the median worst loss.").And.Contain("stale reads of shop").And.Contain("commit latency of each shop"));
    }

    private static string Names(StudyResult result) => string.Join(" ", Gallery.Of(result).Select(c => c.Name));

    private static StudyResult Shown(IReadOnlyList<Fact> facts) => Alone with { Variants = [Alone.Variants[0] with { Shown = new ShownTrial(0, "0", facts) }] };

    private static OfferedPoint Point(double cut, double keep) => new(At(cut), At(cut), At(cut + keep));

    private static Instant At(double hours) => Instant.After(TimeSpan.FromHours(hours));
}
