using ScottPlot;
using Simulator.Experiments.Measures;
using Simulator.Experiments.Results;
using Simulator.Models.Facts;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>Where the time went in one variant.</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Spent">Mean over trials of what each thing took on the critical path, in seconds; nothing where there is none.</param>
public sealed record SpentRow(string Variant, IReadOnlyList<(TimeUse Use, double Seconds)> Spent)
{
    /// <summary>Mean over trials of the whole path, in seconds.</summary>
    public double Total => Spent.Sum(part => part.Seconds);
}

/// <summary>Where the time went between a fault's beginning and the last one's being back: a row a variant.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Time since the fault.</param>
/// <param name="Rows">The variants.</param>
public sealed record WhereTimeWent(string Name, string Title, string Caption, Axis Time, IReadOnlyList<SpentRow> Rows) : Chart(Name, Title, Caption)
{
    /// <summary>A chart for each fault of which a variant knows where the time went.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        string[] words = [.. TimeMeasures.All.Select(measure => measure.Word)];
        string[] faults = [.. result.Variants.SelectMany(v => v.Measures).Where(m => words.Contains(m.Measure)).Select(m => m.Subject).Distinct()];
        foreach (string fault in faults)
        {
            List<SpentRow> rows = [.. result.Variants.Select(v => Row(v, fault)).Where(row => row.Total > 0)];
            if (rows.Count == 0) continue;
            string others = faults.Length == 1 ? "" : $" ({Words.Plain(fault)})";
            yield return new WhereTimeWent(faults.Length == 1 ? "where-time-went" : Words.Slug($"where time went {fault}"), $"Where the time went until the last one was back{others}",
                CaptionOf(result, fault, rows.Count), Axis.Linear(rows.Max(row => row.Total) * 1.02, "s"), rows);
        }
    }

    /// <inheritdoc/>
    public override int Height => 90 + Math.Max(2, Rows.Count) * Math.Clamp(480 / Rows.Count, 34, 80);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. TimeSpent.Uses.Where(use => Rows.Any(row => row.Spent.Any(part => part.Use == use))).Select(use => new Key(WordsFor(use), Mark.Area, ColorOf(use)))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time from the fault until the last one was back, mean over trials");
        plot.NamedRows([.. Rows.Select(row => row.Variant)], [.. Rows.Select(row => Humane.Format(row.Total, "s"))], "");
        for (int i = 0; i < Rows.Count; i++)
        {
            double from = 0;
            foreach ((TimeUse use, double seconds) in Rows[i].Spent)
            {
                plot.Block(Time.Place(from), Time.Place(from + seconds), -i - 0.8, -i - 0.2, ColorOf(use));
                from += seconds;
            }
        }
    }

    /// <summary>What time went into, as the report says it: "waiting for people".</summary>
    internal static string WordsFor(TimeUse use) => TimeMeasures.WordOf(use)["time ".Length..];

    private static Color ColorOf(TimeUse use) => use switch
    {
        TimeUse.Noticing => Inks.Muted,
        TimeUse.Deciding => Inks.Orange,
        TimeUse.InVain => Inks.Ink,
        TimeUse.WaitingForPeople => Inks.Vermilion,
        TimeUse.WaitingForCapacity => Inks.Purple,
        TimeUse.WaitingForTheFault => Inks.Grid,
        TimeUse.Moving => Inks.Green,
        TimeUse.Checking => Inks.Sky,
        _ => Inks.Blue,
    };

    private static SpentRow Row(VariantResult variant, string fault) => new(Words.Plain(variant.Name),
        [.. TimeSpent.Uses.Select(use => (Use: use, Found(variant, fault, use)?.Mean ?? 0)).Where(part => part.Item2 is > 0 and < double.PositiveInfinity)]);

    private static MeasureSummary? Found(VariantResult variant, string fault, TimeUse use) =>
        variant.Measures.FirstOrDefault(m => m.Measure == TimeMeasures.WordOf(use) && m.Subject == fault);

    private static string CaptionOf(StudyResult result, string fault, int rows)
    {
        string caption = "The critical path of the recovery, added up by what its time went into: vermilion asks for people, purple for room, green for bandwidth, orange for a"
            + " plan that is ready, grey for an earlier alarm. In the order of the key, not of the clock.";
        foreach (VariantResult variant in result.Variants)
            if (Found(variant, fault, TimeUse.Working) is { } known && known.Count < variant.Trials)
                caption += $" In {Words.Plain(variant.Name)}, the mean of those {Humane.Format(known.Count, "count")} of {Humane.Format(variant.Trials, "count")} trials in which all were back.";
        return caption + (rows < result.Variants.Count ? " In variants without a row nobody brought anything back under a plan." : "");
    }
}
