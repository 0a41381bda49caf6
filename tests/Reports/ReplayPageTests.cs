using NUnit.Framework;
using Simulator.Experiments.Replays;
using Simulator.Experiments.Results;
using Simulator.Reports.Charts;
using Simulator.Reports.Page;

namespace Simulator.Tests.Reports;

/// <summary>The page over all replayed incidents.</summary>
[TestFixture]
public class ReplayPageTests
{
    private static readonly ReplayRow s_row = ReplayRow.Of(SyntheticStudy.Make(trials: 3, variants: 2))[0];

    [Test]
    public void A_figure_stands_where_its_ratio_to_the_published_one_is()
    {
        ReplayRow row = s_row with { Result = s_row.Result with { Value = 150, Interval = new Interval(120, 180), Unit = "s", Verdict = Verdict.Met } };
        FigureRow drawn = PublishedFigures.Of([row]).Cast<PublishedFigures>().Single().Rows.Single();
        Assert.That((drawn.Low, drawn.High, drawn.Value, drawn.Interval), Is.EqualTo((0, 1, 0.5, new Interval(0.4, 0.6))), "of five minutes at most");
    }

    [Test]
    public void What_has_no_ratio_is_counted_and_not_drawn()
    {
        ReplayRow never = s_row with { Result = s_row.Result with { Value = double.PositiveInfinity, Interval = null } };
        Assert.That(PublishedFigures.Of([never]), Is.Empty);
        Assert.That(PublishedFigures.Of([never, s_row with { Result = s_row.Result with { Value = 150 } }]).Single().Caption, Does.Contain("1 more say nothing, all, or for ever"));
    }

    [Test]
    public void The_page_names_what_was_fitted_and_which_figures_it_decides()
    {
        ReplayRow row = s_row with { Inputs = ["stores.bucket.read", "databases.main.data"] };
        string page = ReplayPage.Of([row], new Dictionary<string, IReadOnlyList<string>> { [row.Incident] = ["stores.bucket.read"] }, [.. PublishedFigures.Of([row])]);
        Assert.That(page, Does.Contain("Fitted so that the outcome comes out, hence no evidence: stores.bucket.read.").And.Contain("stores.bucket.read (fitted), databases.main.data"));
        Assert.That(page, Does.Contain($"href=\"../{row.Incident}/report.html\""));
    }
}
