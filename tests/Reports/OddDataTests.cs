using NUnit.Framework;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Reports.Charts;
using Simulator.Reports.Drawing;
using Simulator.Reports.Page;

namespace Simulator.Tests.Reports;

/// <summary>Results that a run may well give: nothing, always the same, or never.</summary>
[TestFixture]
public class OddDataTests
{
    private static readonly StudyResult Result = SyntheticStudy.Make(trials: 3, variants: 1);

    [Test]
    public void A_result_without_data_has_no_charts_and_still_a_page()
    {
        StudyResult empty = With(v => v with
        {
            Measures = [], Expectations = [], Curves = [], Samples = [], Rows = new TrialTable([], []), Shown = new ShownTrial(0, "0", []),
        });
        Assert.That(Gallery.Of(empty), Is.Empty);
        Assert.That(ReportPage.Of(empty, []), Does.Contain("No measure of the baseline has a value.").And.Contain("expects nothing"));
        Assert.That(ReportPage.Of(empty with { Variants = [] }, []), Does.Contain("Nothing was tried."));
    }

    [TestCase(0.0)]
    [TestCase(1e-7)]
    [TestCase(60.0)]
    [TestCase(1e9)]
    [TestCase(double.PositiveInfinity)]
    public void Constant_values_are_drawn_or_left_out_but_never_thrown_at(double value)
    {
        StudyResult constant = With(v => v with
        {
            Measures = [.. v.Measures.Select(m => m with { Mean = value, MeanInterval = new Interval(value, value), Max = value })],
            Samples = [.. v.Samples.Select(s => s with { Sorted = [value, value, value] })],
            Rows = new TrialTable(["trial", "time to last of site [s]"], [[0, value], [1, value], [2, value]]),
        });
        DrawAll(constant);
    }

    [Test]
    public void Flat_curves_and_single_points_are_drawn()
    {
        DrawAll(With(v => v with { Curves = [new Curve("restored", "site users", [TimeSpan.Zero], [0], [0], [0])] }));
        TimeSpan[] times = [TimeSpan.Zero, TimeSpan.FromHours(1)];
        DrawAll(With(v => v with { Curves = [new Curve("restored", "site users", times, [0, 0], [0, 0], [0, 0])] }));
    }

    [Test]
    public void What_is_infinite_is_counted_and_said()
    {
        double[] sorted = [0, 10, 20, double.PositiveInfinity];
        StudyResult infinite = With(v => v with
        {
            Samples = [new Sample("loss", "each site", "s", sorted), new Sample("downtime", "each site", "s", sorted)],
            Rows = new TrialTable(["time to last of site [s]"], [[10], [20], [double.PositiveInfinity], [double.NaN]]),
        });
        var loss = (Loss)Loss.Of(infinite).Single();
        Assert.That(loss.Caption, Does.Contain("25 % lost everything"));
        Assert.That(loss.Rows[0].Remark, Does.EndWith("worst ∞"));
        var downtime = (Downtime)Downtime.Of(infinite).Single();
        Assert.That(downtime.Caption, Does.Contain("25 % never came back"));
        Assert.That(downtime.Lines[0].Values.Points[^1].Share, Is.EqualTo(0.75));
        Assert.That(RecoveryTime.Of(infinite).Single().Caption, Does.Contain("33.3 % of trials never finished"));
        DrawAll(infinite);
    }

    [Test]
    public void A_batch_that_never_ends_is_drawn_to_the_end()
    {
        List<Fact> facts = [.. SyntheticJournal.Make(1, 0).Where(f => f is not BatchEnded)];
        var chart = (Restoration)Restoration.Of(With(v => v with { Shown = new ShownTrial(0, "0", facts) })).Single();
        Assert.That(chart.Rows[^1].To, Is.Null);
        DrawAll(With(v => v with { Shown = new ShownTrial(0, "0", facts) }));
    }

    private static void DrawAll(StudyResult result)
    {
        foreach (Chart chart in Gallery.Of(result))
        {
            Assert.That(new Sheet(chart, IsFramed: true).Png(), Is.Not.Empty, chart.Name);
            Assert.That(new Sheet(chart, IsFramed: false).Svg(), Does.Not.Contain("NaN").And.Not.Contain("Infinity"), chart.Name);
        }
    }

    private static StudyResult With(Func<VariantResult, VariantResult> change) => Result with { Variants = [change(Result.Variants[0])] };
}
