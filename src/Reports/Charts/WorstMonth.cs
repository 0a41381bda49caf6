using ScottPlot;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>How bad the worst month of a run of years is: the cumulative distribution over trials, in every variant.</summary>
/// <param name="Subject">Of what.</param>
/// <param name="Time">Downtime in that month.</param>
/// <param name="Lines">Name of each variant, its number and its distribution.</param>
public sealed record WorstMonth(string Subject, Axis Time, IReadOnlyList<(string Variant, int Number, Distribution Values)> Lines)
    : Chart(Words.Slug($"worst month {Subject}"), $"How bad the worst month is for {Words.Plain(Subject)}", "One value a trial: the longest that one of them is down, on average over all, in any whole month of the run. Read across at 50 % for the typical run of years.")
{
    /// <summary>A chart for each collection of databases of which the trials know a worst month.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        foreach (string databases in result.Study.Variants.SelectMany(v => v.Scenario.Databases).Select(d => d.Name).Distinct())
        {
            string column = $"{AvailabilityMeasures.OfMonth} of {databases} [s]";
            var lines = result.Variants.Select((variant, number) => (Words.Plain(variant.Name), number, Values: Column(variant.Rows, column)))
                .Where(line => line.Values.Length > 0 && line.Values[^1] > 0).Select(line => (line.Item1, line.number, Distribution.Of(line.Values))).ToList();
            if (lines.Count > 0) yield return new WorstMonth(databases, Axis.Between(lines.Min(line => line.Item3.Smallest), lines.Max(line => line.Item3.Largest), "s", lines.Exists(line => line.Item3.Points[0].Value <= 0)), lines);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Lines.Select(line => Key.OfVariant(line.Variant, line.Number))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "downtime in the worst month");
        plot.ShareAxis("share of trials with no more than this");
        foreach ((string variant, int number, Distribution values) in Lines)
            plot.Cumulative(Time, values, Key.OfVariant(variant, number));
    }

    private static double[] Column(TrialTable table, string column)
    {
        int place = table.Columns.ToList().IndexOf(column);
        return place < 0 ? [] : [.. table.Rows.Select(row => row[place]).Where(double.IsFinite).Order()];
    }
}
