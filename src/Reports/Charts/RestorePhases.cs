using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>The restore of one database in the shown trial of one variant.</summary>
/// <param name="Label">The variant, and the database where it is not always the same.</param>
/// <param name="Remark">When it was back, and what it had lost.</param>
/// <param name="Phases">Name, begin and end of each phase, in seconds since the fault.</param>
public sealed record RestoreRow(string Label, string Remark, IReadOnlyList<(string Phase, double From, double To)> Phases);

/// <summary>What a restore from backup consists of, phase by phase: a row a variant.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Time since the fault.</param>
/// <param name="Rows">The restores.</param>
public sealed record RestorePhases(string Caption, Axis Time, IReadOnlyList<RestoreRow> Rows)
    : Chart("restore-phases", "What the restore consists of", Caption)
{
    private const string Before = "until somebody begins";
    private static readonly string[] s_order = [Before, "provision", "copy", "open", "replay", "checkpoint", "first query"];
    private static readonly Color[] s_colors = [Inks.Grid, Inks.Orange, Inks.Green, Inks.Sky, Inks.Blue, Inks.Purple, Inks.Vermilion];

    /// <summary>The chart, if a database was restored in any shown trial.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        var restores = result.Variants.Select(v => (Variant: v.Name, Phases: FirstRestore(v.Shown.Facts), v.Shown.Facts)).Where(r => r.Phases.Count > 0).ToList();
        if (restores.Count == 0) yield break;
        bool sameDatabase = restores.Select(r => (r.Phases[0].Databases, r.Phases[0].Database)).Distinct().Count() == 1;
        List<RestoreRow> rows = [.. restores.Select(r => Row(r.Variant, r.Phases, r.Facts, sameDatabase && result.Variants.Count > 1))];
        double end = rows.Max(r => r.Phases.Max(p => p.To));
        if (end <= 0) yield break;
        string whose = result.Variants.Count == 1 ? $"Trial {result.Variants[0].Shown.Trial}" : "The shown trial of each variant";
        string caption = $"{whose}: the first database that was restored, from the fault until it took writes, and what it had lost. The longest colour is where to begin:"
            + " green asks for bandwidth, blue for more frequent full copies, grey for an earlier alarm."
            + (rows.Count < result.Variants.Count ? " In variants without a row nothing was restored from a backup." : "");
        yield return new RestorePhases(caption, Axis.Linear(end, "s"), rows);
    }

    /// <inheritdoc/>
    public override int Height => 90 + Math.Max(2, Rows.Count) * Math.Clamp(480 / Rows.Count, 34, 80);

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. Names.Select(name => new Key(name, Mark.Area, ColorOf(name)))];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time since the fault");
        plot.NamedRows([.. Rows.Select(r => r.Label)], [.. Rows.Select(r => r.Remark)], "");
        double pixel = (Time.High - Time.Low) / 900;
        for (int i = 0; i < Rows.Count; i++)
        {
            foreach ((string phase, double from, double to) in Rows[i].Phases)
                if (to > from) plot.Block(Time.Place(from), Math.Max(Time.Place(to), Time.Place(from) + pixel), -i - 0.8, -i - 0.2, ColorOf(phase));
        }
    }

    private IEnumerable<string> Names => Rows.SelectMany(r => r.Phases).Where(p => p.To > p.From).Select(p => p.Phase).Distinct()
        .OrderBy(name => Array.IndexOf(s_order, name) is >= 0 and var place ? place : s_order.Length).ThenBy(name => name, StringComparer.Ordinal);

    private static Color ColorOf(string phase) => Array.IndexOf(s_order, phase) is >= 0 and var place ? s_colors[place] : Inks.Muted;

    /// <summary>The phases of the first restore: up to the moment at which the first database was restored that had any.</summary>
    private static List<RestorePhaseDone> FirstRestore(IReadOnlyList<Fact> facts)
    {
        // What is read while its database serves is for a standby that is built anew: nobody waits for it to take writes.
        RestorePhaseDone? first = facts.OfType<RestorePhaseDone>().FirstOrDefault(p => IsDown(facts, p));
        if (first is null) return [];
        Instant until = facts.OfType<DatabaseRestored>().FirstOrDefault(r => r.Databases == first.Databases && r.Database == first.Database)?.At ?? Instant.Never;
        return [.. facts.OfType<RestorePhaseDone>().Where(p => p.Databases == first.Databases && p.Database == first.Database && p.Began <= until)];
    }

    private static bool IsDown(IReadOnlyList<Fact> facts, RestorePhaseDone phase) => facts.TakeWhile(fact => fact.At <= phase.Began).LastOrDefault(fact =>
        (fact is DatabaseDown down && (down.Databases, down.Database) == (phase.Databases, phase.Database))
        || (fact is DatabaseUp up && (up.Databases, up.Database) == (phase.Databases, phase.Database))) is DatabaseDown;

    private static RestoreRow Row(string variant, List<RestorePhaseDone> phases, IReadOnlyList<Fact> facts, bool byVariant)
    {
        RestorePhaseDone first = phases[0];
        Instant origin = facts.OfType<FaultBegan>().LastOrDefault(f => f.At <= first.Began)?.At ?? first.Began;
        DatabaseRestored? restored = facts.OfType<DatabaseRestored>().FirstOrDefault(r => r.Databases == first.Databases && r.Database == first.Database);
        List<(string, double, double)> bars = [(Before, 0, Story.Seconds(first.Began, origin))];
        bars.AddRange(phases.Select(p => (Words.Plain(p.Phase, 30), Story.Seconds(p.Began, origin), Story.Seconds(p.At, origin))));
        string remark = restored is null ? "not back in this run"
            : $"back after {Humane.Format(Story.Seconds(restored.At, origin), "s")}, {Humane.Format(restored.LossWindow.TotalSeconds, "s")} lost";
        string database = $"{first.Databases} {first.Database}";
        return new(Words.Plain(byVariant ? variant : database), remark, bars);
    }
}
