using NUnit.Framework;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Models.Facts;
using Simulator.Reports.Charts;
using Simulator.Reports.Page;
using Simulator.Tests.Stories;

namespace Simulator.Tests.Reports;

/// <summary>The chart adds up means over trials; the page lists the shown trial's critical path.</summary>
[Parallelizable(ParallelScope.All)]
public class WhereTimeWentTests
{
    [Test]
    public void A_row_is_as_long_as_its_parts_together_and_leaves_out_what_took_no_time()
    {
        WhereTimeWent chart = (WhereTimeWent)WhereTimeWent.Of(Result((TimeUse.Noticing, 600), (TimeUse.Checking, 0), (TimeUse.Working, 3000))).Single();
        Assert.That(chart.Rows.Single().Total, Is.EqualTo(3600));
        Assert.That(chart.Keys.Select(key => key.Label), Is.EqualTo(new[] { "noticing", "working" }));
    }

    [Test]
    public void The_page_lists_the_pieces_of_the_shown_trial()
    {
        StudyResult result = Result((TimeUse.Noticing, 600), (TimeUse.Working, 3000));
        string page = ReportPage.Of(result, [.. WhereTimeWent.Of(result)]);
        Assert.That(page, Does.Contain("<h2 id=\"time\">Where the time went</h2>").And.Contain("mistake is noticed").And.Contain("plan task").And.Contain("customer "));
    }

    [Test]
    public void Without_a_path_there_is_no_section()
    {
        StudyResult result = SyntheticStudy.Make(4, 1);
        Assert.That(WhereTimeWent.Of(result), Is.Empty);
        Assert.That(ReportPage.Of(result, []), Does.Not.Contain("Where the time went"));
    }

    private static StudyResult Result(params (TimeUse Use, double Seconds)[] spent)
    {
        Office office = new Office { Noticed = "10m", Plans = Office.Plan("task: { per: tenant, takes: 50m }") }.Run();
        MeasureSummary Mean(TimeUse use, double seconds) => new(TimeMeasures.WordOf(use), "mistake", "s", 4, seconds, null, default, default, default, seconds);
        StudyResult result = SyntheticStudy.Make(4, 1);
        return result with { Variants = [result.Variants[0] with { Measures = [.. spent.Select(part => Mean(part.Use, part.Seconds))], Shown = new ShownTrial(0, "0", office.Facts) }] };
    }
}
