using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>One variant's bar.</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Mean">Mean over trials.</param>
/// <param name="Interval">Its 95 % interval; null where none exists.</param>
public sealed record Bar(string Variant, int Number, double Mean, Interval? Interval);

/// <summary>The mean of one measure in every variant.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Label">Title of the axis.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Scale">The values' axis.</param>
/// <param name="Values">The bars.</param>
public sealed record Bars(string Name, string Title, string Caption, string Label, string Unit, Axis Scale, IReadOnlyList<Bar> Values)
    : Chart(Name, Title, Caption)
{
    /// <summary>Blast radius, what others lost, and what is stored, for every unit in which any variant has a value above zero.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var kinds = result.Variants.SelectMany(v => v.Measures).Where(m => Measures.IsBlastRadius(m) || Measures.IsLossOfOthers(m) || (Measures.IsStorage(m) && result.Variants.Count > 1))
            .Select(m => (m.Measure, m.Subject, m.Unit)).Distinct();
        foreach ((string measure, string subject, string unit) in kinds)
        {
            string name = Words.Slug($"{measure} {subject} {unit}");
            (string title, string caption) = WordsFor(measure);
            if (Of(result, (measure, subject, unit), name, $"{title} ({Words.Plain(subject)})", caption) is { } chart) yield return chart;
        }
    }

    /// <inheritdoc/>
    public override int Height => 90 + Values.Count * Math.Clamp(420 / Values.Count, 32, 70);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Scale, Label);
        plot.NamedRows([.. Values.Select(v => v.Variant)], [.. Values.Select(v => Humane.Format(v.Mean, Unit))], "");
        for (int i = 0; i < Values.Count; i++)
        {
            Bar bar = Values[i];
            if (!double.IsFinite(bar.Mean)) continue;
            plot.Block(Scale.Low, Scale.Place(bar.Mean), -i - 0.78, -i - 0.22, bar.Number == 0 ? Inks.Blue : Inks.Sky);
            if (bar.Interval is not { } ends || !double.IsFinite(ends.Low) || !double.IsFinite(ends.High)) continue;
            plot.Whisker(Scale.Place(bar.Mean), Scale.Place(ends.Low), Scale.Place(ends.High), -i - 0.5, Inks.Ink);
        }
    }

    private static (string Title, string Caption) WordsFor(string measure) => measure switch
    {
        Measures.BlastRadius => ("Blast radius: how many were hit at all", "Fewer is better: a change that is stopped early hits few."),
        "stored" => ("What the backups occupy", "What a shorter loss costs: the stored bytes of all backups at the end of the run."),
        _ => ("What the recovery cost those who were not hit",
            "What tenants that were never hit lost because whole stores were put back: harm done by the recovery itself."),
    };

    private static Bars? Of(
        StudyResult result, (string Measure, string Subject, string Unit) kind, string name, string title, string caption)
    {
        var bars = result.Variants
            .Select((v, i) => (v.Name, Number: i, Found: v.Measures.FirstOrDefault(m => (m.Measure, m.Subject, m.Unit) == kind)))
            .Where(v => v.Found is not null).Select(v => new Bar(Words.Plain(v.Name), v.Number, v.Found!.Mean, v.Found.MeanInterval)).ToList();
        List<double> finite = [.. bars.SelectMany(b => (double[])[b.Mean, b.Interval?.High ?? b.Mean]).Where(double.IsFinite)];
        if (finite.Count == 0 || finite.Max() <= 0) return null;
        // One and the same thing was hit, whatever was done: that is no news.
        if (kind.Measure == Measures.BlastRadius && finite.Max() <= 1) return null;
        foreach (Bar bar in bars.Where(b => !double.IsFinite(b.Mean))) caption += $" In {bar.Variant} the mean is infinite: no bar.";
        if (bars.Count < result.Variants.Count) caption += " In the variants without a row there was nothing of the kind.";
        string label = Words.Plain(kind.Subject.Length == 0 ? kind.Measure : $"{kind.Measure} of {kind.Subject}");
        Axis scale = Axis.Linear(finite.Max() * 1.02, kind.Unit);
        return new(name, title, $"{caption} Mean over trials with its 95 % interval.", label, kind.Unit, scale, bars);
    }
}
