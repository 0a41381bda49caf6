using ScottPlot;
using Simulator.Experiments.Searching;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>How many trials a search spent on which design.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Rows">Name, status and trials of each design, those with most trials first.</param>
/// <param name="Scale">The axis of trials.</param>
public sealed record TrialsSpent(string Caption, IReadOnlyList<(string Name, DesignStatus Status, int Trials)> Rows, Axis Scale)
    : Chart("trials", "Where the trials went", Caption)
{
    private const int Most = 30;

    /// <summary>The chart, if anything was tried.</summary>
    public static IEnumerable<Chart> Of(SearchResult result)
    {
        DesignResult[] tried = [.. result.Designs.Where(design => design.Trials > 0).OrderByDescending(design => design.Trials).ThenBy(design => design.Number)];
        if (tried.Length == 0) yield break;
        int left = tried.Length - Most, rest = tried.Skip(Most).Sum(design => design.Trials);
        string caption = $"{Humane.Format(result.Trials, "count")} trials in all. A design that is soon out of the question costs few; those that are hard to tell apart, or to prove, cost most."
            + (left <= 0 ? "" : $" {left} more designs got {Humane.Format(rest, "count")} trials together: no room for them here.");
        yield return new TrialsSpent(caption, [.. tried.Take(Most).Select(design => (Words.Plain(design.Name, 60), design.Status, design.Trials))], Axis.Linear(tried[0].Trials, "count"));
    }

    /// <inheritdoc/>
    public override int Height => 80 + 24 * Rows.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Rows.Select(row => row.Status).Distinct().Order().Select(status => new Key(SearchFiles.Word(status), Mark.Area, DesignInks.Of(status)))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Scale, "trials");
        plot.NamedRows([.. Rows.Select(row => row.Name)], [.. Rows.Select(row => Humane.Format(row.Trials, "count"))], "");
        for (int i = 0; i < Rows.Count; i++) plot.Block(Scale.Low, Scale.Place(Rows[i].Trials), -i - 0.82, -i - 0.18, DesignInks.Of(Rows[i].Status));
    }
}
