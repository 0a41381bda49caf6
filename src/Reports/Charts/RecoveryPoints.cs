using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>What one backup, or all backups of one variant, offer over time.</summary>
/// <param name="Look">Entry in the key.</param>
/// <param name="Ages">The age of the newest usable point.</param>
/// <param name="AtFault">That age when the fault struck, in seconds; null where there was no fault, infinite where nothing could be used.</param>
public sealed record PointsRow(Key Look, PointAges Ages, double? AtFault);

/// <summary>How old the newest restore point is over time: a tooth for each backup that is taken, and the moment of the fault.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Window">The part of the run.</param>
/// <param name="Age">Age of the newest usable point.</param>
/// <param name="Fault">When the fault struck, in seconds since the start of the run; null where there was none.</param>
/// <param name="Rows">The lines.</param>
public sealed record RecoveryPoints(string Name, string Title, string Caption, Window Window, Axis Age, double? Fault, IReadOnlyList<PointsRow> Rows)
    : Chart(Name, Title, Caption)
{
    private const int MostTeeth = 240, Parts = 500, MostVariants = 8;

    /// <summary>One chart of the baseline's backups, and one of all variants if two or more of them have different backups.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        if (result.Variants.Count == 0) yield break;
        ShownTrial shown = result.Variants[0].Shown;
        IReadOnlyList<PointsOffered> offers = PointAges.OffersOf(shown.Facts);
        double? fault = FaultOf(shown.Facts, offers);
        if (offers.Count > 0)
        {
            string whose = Words.Plain($"{offers[0].Databases} {offers[0].Database}");
            var rows = offers.Select((o, i) => (Words.Plain(o.Backup), i + 1, PointAges.Of([o])));
            string title = $"How old the newest restore point of {whose} is: {Words.Plain(result.Variants[0].Name)}";
            if (Of("recovery-points", title, $"Trial {shown.Trial}, a line for each backup.", [.. rows], shown, fault) is { } chart) yield return chart;
        }
        var variants = result.Variants.Select((v, i) => (v.Name, Number: i, Offers: PointAges.OffersOf(v.Shown.Facts))).Where(v => v.Offers.Count > 0)
            .ToList();
        int all = variants.Count;
        var shownVariants = variants.Take(MostVariants).Select(v => (Words.Plain(v.Name), v.Number, PointAges.Of(v.Offers))).ToList();
        if (all < 2) yield break;
        string left = all > MostVariants ? $" {all - MostVariants} more variants are left out." : "";
        if (Of("recovery-points-by-variant", "How old the newest restore point is in each variant", "The shown trial of each variant, all its backups together." + left,
            shownVariants, shown, fault) is { } both) yield return both;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Rows.Select(r => r.Look)];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        Axis time = Window.Time;
        plot.Across(time, "time since the start of the run");
        plot.Upward(Age, "age of the newest usable point");
        double low = time.Low * time.Divisor, high = time.High * time.Divisor;
        foreach (PointsRow row in Rows.Reverse()) DrawRow(plot, row, low, high);
        foreach (PointsRow row in Rows)
            if (Fault is { } fault && row.AtFault is { } age && double.IsFinite(age))
                plot.Add.Marker(time.Place(fault), Age.Place(age), MarkerShape.FilledCircle, 11, row.Look.Color);
        plot.Moments(time, Window.Moments, Age.Low + (Age.High - Age.Low) * 0.9, Width - Pens.Edges.Left - Pens.Edges.Right);
    }

    private void DrawRow(Plot plot, PointsRow row, double low, double high)
    {
        PointAge[] teeth = [.. row.Ages.Within(low, high)];
        if (teeth.Length > MostTeeth)
        {
            var band = row.Ages.Band(low, high, Math.Min(Parts, teeth.Length / 3));
            double[] xs = [.. band.Select(b => Window.Time.Place(b.At))], oldest = [.. band.Select(b => Age.Place(b.Oldest))];
            var area = plot.Add.FillY(xs, [.. band.Select(b => Age.Place(b.Youngest))], oldest);
            (area.FillColor, area.LineWidth) = (row.Look.Color.WithAlpha(Rows.Count > 3 ? 0.08 : 0.3), 0);
            plot.Line(xs, oldest, row.Look);
            return;
        }
        List<double> line = [], ages = [];
        foreach (PointAge tooth in teeth.Append(new PointAge(high, high, double.PositiveInfinity)))
        {
            if (double.IsInfinity(tooth.Age))
            {
                if (line.Count > 1) plot.Line([.. line], [.. ages], row.Look);
                (line, ages) = ([], []);
                continue;
            }
            foreach ((double at, double age) in Climb(tooth))
            {
                line.Add(Window.Time.Place(at));
                ages.Add(Age.Place(age));
            }
        }
    }

    // A straight rise is bent on a logarithmic axis.
    private IEnumerable<(double At, double Age)> Climb(PointAge tooth)
    {
        int steps = Age.IsLogarithmic ? 24 : 1;
        for (int i = 0; i <= steps; i++)
        {
            double part = (double)i / steps * (Age.IsLogarithmic ? (double)i / steps : 1);
            yield return (tooth.From + (tooth.To - tooth.From) * part, tooth.Age + (tooth.To - tooth.From) * part);
        }
    }

    private static RecoveryPoints? Of(
        string name, string title, string caption, IReadOnlyList<(string Label, int Number, PointAges Ages)> lines, ShownTrial shown, double? fault)
    {
        double end = lines.Max(l => l.Ages.Teeth[^1].To), middle = fault ?? end;
        // Room for some of the longest usual teeth; a rare long one would squeeze all others into lines.
        double reach = Math.Max(1, Math.Min(2.6 * lines.Max(l => l.Ages.Oldest(0, middle)), 8 * lines.Max(l => l.Ages.Usual(middle))));
        if (fault is { } struck) reach = Math.Max(reach, 1.2 * lines.Select(l => l.Ages.Surviving(struck)).Where(double.IsFinite).DefaultIfEmpty(0).Max());
        double back = shown.Facts.OfType<DatabaseRestored>().Select(r => Story.Seconds(r.At, Instant.Start)).DefaultIfEmpty(0).Max();
        double low = Math.Max(0, middle - reach), high = Math.Min(end, Math.Max(middle + reach * 0.3, Math.Min(back, middle + reach)));
        Window window = Window.Between(low, high, shown.Facts);
        (low, high) = (window.Time.Low * window.Time.Divisor, Math.Min(end, window.Time.High * window.Time.Divisor));
        double oldest = lines.Max(l => l.Ages.Oldest(low, high));
        if (oldest <= 0) return null;
        Axis age = AgeAxis(lines, low, middle > low ? Math.Min(middle, high) : high, oldest);
        List<PointsRow> rows = [.. lines.Select(l => Row(l.Label, l.Number, l.Ages, fault))];
        bool hasBand = lines.Any(l => l.Ages.Within(low, high).Take(MostTeeth + 1).Count() > MostTeeth);
        caption += " The fault loses what stands under its dot: the age of the newest point that it leaves."
            + (hasBand ? " A band is a sawtooth too fine to draw, its line the worst moment." : "")
            + (age.IsLogarithmic ? " Each step up the axis is a factor." : "")
            + (lines.Any(l => l.Ages.Within(low, high).Any(t => double.IsInfinity(t.Age))) ? " Where a line is interrupted nothing could be restored." : "");
        return new(name, title, caption, window, age, fault, rows);
    }

    private static PointsRow Row(string label, int number, PointAges ages, double? fault)
    {
        double? atFault = fault is { } at ? ages.Surviving(at) : null;
        string said = atFault switch { null => "", double.PositiveInfinity => ", nothing left at the fault", { } age => $", {Humane.Format(age, "s")} old at the fault" };
        return new(new Key(label + said, Mark.Line, Inks.OfVariant(number), 2.2f, Inks.PatternOfVariant(number)), ages, atFault);
    }

    // Teeth of a minute and teeth of a day do not fit on one linear axis; what grows after the fault says nothing of how fine they are.
    private static Axis AgeAxis(IReadOnlyList<(string Label, int Number, PointAges Ages)> lines, double low, double until, double oldest)
    {
        double finest = lines.Select(l => l.Ages.Oldest(low, until)).Where(a => a > 0).DefaultIfEmpty(oldest).Min();
        if (oldest <= finest * 15) return Axis.Linear(oldest * 1.16, "s");
        double youngest = lines.SelectMany(l => l.Ages.Within(low, until)).Select(t => t.Age).DefaultIfEmpty(0).Min();
        return Axis.Logarithmic(Math.Max(youngest, finest / 10), oldest * 2.4, "s", hasZero: youngest < finest / 10);
    }

    /// <summary>The fault that took the database down, or the first one.</summary>
    private static double? FaultOf(IReadOnlyList<Fact> facts, IReadOnlyList<PointsOffered> offers)
    {
        List<FaultBegan> faults = [.. facts.OfType<FaultBegan>()];
        if (faults.Count == 0) return null;
        bool IsIt(string databases, int database) => offers.Count > 0 && databases == offers[0].Databases && database == offers[0].Database;
        Instant? restored = facts.OfType<DatabaseFact>().FirstOrDefault(f => f is DatabaseRestored or DatabaseLost && IsIt(f.Databases, f.Database))?.At;
        Instant? down = facts.OfType<DatabaseDown>().LastOrDefault(d => IsIt(d.Databases, d.Database) && (restored is null || d.At <= restored))?.At ?? restored;
        return Story.Seconds((faults.LastOrDefault(f => down is not null && f.At <= down) ?? faults[0]).At, Instant.Start);
    }
}
