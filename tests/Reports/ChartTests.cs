using NUnit.Framework;
using Simulator.Experiments.Results;
using Simulator.Reports.Charts;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;

namespace Simulator.Tests.Reports;

[TestFixture]
public class ChartTests
{
    private static readonly StudyResult Result = SyntheticStudy.Make(trials: 20);

    [Test]
    public void Every_chart_has_data_title_caption_and_a_name_of_its_own()
    {
        IReadOnlyList<Chart> charts = Gallery.Of(Result);
        Assert.That(string.Join(" ", charts.Select(c => c.Name)), Is.EqualTo(
            "restored restored-by-variant restoration recovery-time recovery-spread downtime loss blast-radius-site-count rolled-back-writes-site-writes"));
        Assert.That(charts.All(c => c.Title.Length > 10 && c.Caption.Length > 30));
    }

    [Test]
    public void Restored_shows_users_first_the_published_points_and_when_plans_were_ready()
    {
        var chart = (Restored)Restored.Of(Result).Single();
        Assert.That(string.Join(", ", chart.Lines.Select(l => $"{l.Subject} {l.Measure}")), Is.EqualTo("site users restored, site restored, site users accepted"));
        Assert.That(chart.Published, Has.Count.EqualTo(6));
        Assert.That(string.Join(", ", chart.Plans.Select(p => $"{p.Label} at {p.At / 86400:0.0} d")), Is.EqualTo("restoration-1 begins at 0.0 d, restoration-2 is ready at 9.0 d"));
        Assert.That((chart.Time.Unit, chart.Time.IsLogarithmic), Is.EqualTo(("days", false)));
        Assert.That(chart.Time.High, Is.InRange(14.2, 16), "the axis ends soon after the last published point");
    }

    [Test]
    public void Restoration_has_a_row_for_each_plan_and_batch_in_order_of_time()
    {
        var chart = (Restoration)Restoration.Of(Result).Single();
        Assert.That(chart.Rows, Has.Count.EqualTo(2 + 4 + 26));
        Assert.That(chart.Rows[2].Label, Is.EqualTo("restoration-1 · batch 1 (28)"));
        Assert.That(chart.Rows[^1].Label, Is.EqualTo("restoration-2 · batch 26 (30)"));
        Assert.That(string.Join(" ", chart.Rows[2].Lanes.Phases.Select(p => p.Phase.Step)), Is.EqualTo("side-copy extract metadata load relink validate customer"));
        Assert.That((chart.Rows[2].To - chart.Rows[2].From) / 3600, Is.EqualTo(48).Within(8));
    }

    [Test]
    public void What_a_customer_does_is_not_shown_as_work()
    {
        var chart = (Restoration)Restoration.Of(Result).Single();
        Assert.That(chart.Rows[2].Lanes.Phases[^1].Phase.Slices.Select(s => s.Activity), Is.All.EqualTo(Activity.Checking));
        Assert.That(chart.Keys.Select(k => k.Label), Does.Contain("the customer looks"));
    }

    [TestCase(1, 0)]
    [TestCase(5, 0)]
    [TestCase(4, 56)]
    public void Restoration_is_drawn_for_few_batches_and_for_many(int slow, int fast)
    {
        VariantResult variant = Result.Variants[0] with { Shown = new ShownTrial(3, "0", SyntheticJournal.Make(slow, fast)) };
        Chart chart = Restoration.Of(Result with { Variants = [variant] }).Single();
        Assert.That(chart.Height, Is.InRange(180, 1500));
        Assert.That(new Sheet(chart, IsFramed: true).Png(), Has.Length.GreaterThan(10_000));
    }

    [Test]
    public void Loss_has_a_row_for_each_variant_that_lost_and_the_limit_where_one_is_expected()
    {
        var chart = (Loss)Loss.Of(Result).Single();
        Assert.That(chart.Rows.Select(r => r.Variant), Has.No.Member("soft delete").And.Member("one restore point per store"));
        Assert.That(chart.Rows.Single(r => r.Variant == "as it was").Limit, Is.EqualTo(300));
        Assert.That(chart.Rows.Single(r => r.Variant == "waves").Limit, Is.Null);
        Assert.That(chart.Rows.All(r => Math.Abs(r.Bars.Sum() - 1) < 1e-9), "the bars hold every value once");
        Assert.That(chart.Caption, Does.Contain("Nothing was lost in: soft delete, zone lost, one site."));
    }

    [Test]
    public void What_just_meets_a_limit_stands_left_of_it()
    {
        var chart = (Loss)Loss.Of(One(Result.Variants[0] with { Samples = [new Sample("loss", "each site", "s", [100, 300, 300, 310])] })).Single();
        double width = (chart.Window.High - chart.Window.Low) / chart.Rows[0].Bars.Count, limit = chart.Window.Place(300);
        double left = chart.Rows[0].Bars.Where((_, i) => chart.Window.Low + (i + 0.5) * width < limit).Sum();
        Assert.That(left, Is.EqualTo(0.75).Within(1e-9));
    }

    [Test]
    public void Variants_that_span_minutes_and_days_share_a_logarithmic_axis()
    {
        Assert.That(((Downtime)Downtime.Of(Result).Single()).Time.IsLogarithmic);
        Assert.That(((RestoredByVariant)RestoredByVariant.Of(Result).Single()).Lines, Has.Count.EqualTo(10));
    }

    private static StudyResult One(VariantResult variant) => Result with { Variants = [variant], Published = [] };
}
