using System.Globalization;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Reports.Charts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Experiments;

/// <summary>Results of sweeps: one table with the axes as columns, and a chart that suits the axes.</summary>
[Parallelizable(ParallelScope.All)]
public class SweepResults
{
    private static StudyResult Run(string vary)
    {
        string text = Repository.Read("scenarios/first-steps.yaml").Replace("length: 3d", "length: 3d, trials: 4", StringComparison.Ordinal) + vary;
        ReadStudy read = ScenarioFile.Parse(text, Repository.At("scenarios/first-steps.yaml"));
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return Experiment.Run(read.Study!, 2, (scenario, seed) => PreparedScenario.Prepare(scenario, seed).Run);
    }

    private static Chart[] Charts(StudyResult result) => [.. Sweep.Of(result)];

    [Test]
    public void A_row_a_variant_with_its_axes_verdicts_and_measures()
    {
        StudyResult result = Run("vary:\n  crews.operators.size: [1, 2]\n  bucket: { as it was: {}, slow: { stores.bucket.read: 50 MB/s } }\n");
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        VariantsFile.Write(result, text);
        string[] lines = text.ToString().Split('\n');
        Assert.That(lines[0], Does.StartWith("variant,crews.operators.size [count],bucket,loss of each customer <= 5m,p95 downtime of worst customer <= 4h,p50 time to last of customer <= 3h,trials,"));
        Assert.That(lines[0], Does.Contain(",loss of worst customer: mean [s],loss of worst customer: mean low [s],loss of worst customer: mean high [s],loss of worst customer: p50 [s],loss of worst customer: p95 [s],loss of worst customer: p99 [s],loss of worst customer: max [s]"));
        Assert.That(lines[2], Does.StartWith("1 + slow,1,slow,"));
        Assert.That(lines, Has.Length.EqualTo(6));
        Assert.That(lines.Take(5).Select(line => line.Count(c => c == ',')).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_few_named_variants_have_no_sweep() =>
        Assert.That(Charts(Run("vary: { bucket: { as it was: {}, slow: { stores.bucket.read: 50 MB/s } } }")), Is.Empty);

    [Test]
    public void One_axis_of_numbers_is_a_line_for_each_figure_that_is_expected()
    {
        Chart[] charts = Charts(Run("vary: { databases.shop.backups.log.every: from 1m to 16m in 3 steps by factor }"));
        Assert.That(charts, Has.Length.EqualTo(3));
        var line = (SweepLine)charts[0];
        Assert.That((line.Across.IsLogarithmic, string.Join(' ', line.Across.Ticks.Select(tick => tick.Label))), Is.EqualTo((true, "1m 4m 16m")));
    }

    [Test]
    public void Two_axes_are_a_map_with_every_value_in_its_cell()
    {
        var map = (SweepMap)Charts(Run("vary: { databases.shop.backups.log.every: [1m, 5m, 15m], crews.operators.size: [1, 2], where: [crews.operators.size = 2 or databases.shop.backups.log.every < 15m] }"))[0];
        Assert.That((map.Columns.Levels.Count, map.Rows.Count, map.Cells.Count), Is.EqualTo((3, 2, 5)));
        Assert.That(map.Caption, Does.Contain("An empty cell was not tried"));
    }

    [Test]
    public void Of_more_axes_the_third_makes_blocks_and_the_rest_is_at_its_best()
    {
        var map = (SweepMap)Charts(Run("vary: { databases.shop.backups.log.every: [1m, 5m, 15m], crews.operators.size: [1, 2], stores.bucket.read: [100 MB/s, 200 MB/s], databases.shop.backups.nightly.every: [12h, 24h] }"))[1];
        Assert.That((map.Rows.Count, map.Cells.Count), Is.EqualTo((6, 8)), "the cadence of the log does not matter to the downtime");
        Assert.That(map.Caption, Does.Contain("the best that can be had there"));
    }

    [Test]
    public void A_sample_is_points_and_many_variants_have_pictures_of_the_baseline_alone()
    {
        StudyResult result = Run("vary: { design: { sample: 16, databases.shop.backups.log.every: from 1m to 15m, stores.bucket.read: uniform(50 MB/s 300 MB/s) } }");
        var points = (SweepScatter)Charts(result)[0];
        Assert.That(points.Along.Name, Is.EqualTo("databases.shop.backups.log.every"), "it decides the loss");
        Assert.That(Gallery.Of(result).OfType<Loss>().Single().Rows, Has.Count.EqualTo(1));
    }
}
