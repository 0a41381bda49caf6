using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Reports.Drawing;
using Simulator.Reports.Series;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts;

/// <summary>One row of the restoration: a batch, or the steps of a plan that concern the whole incident.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Label">Its name.</param>
/// <param name="From">When the batch was begun, in seconds since the first deletion; null for steps of the incident.</param>
/// <param name="To">When the batch ended; null if it never did.</param>
/// <param name="Lanes">What was done.</param>
public sealed record RestorationRow(string Plan, string Label, double? From, double? To, Lanes Lanes);

/// <summary>The restoration of the shown trial as a Gantt chart: a row a batch, a bar a phase, coloured by what it was doing.</summary>
/// <param name="Caption">What to look for.</param>
/// <param name="Time">Time since the first deletion.</param>
/// <param name="Rows">Steps of the incident, then batches in order of their begin.</param>
/// <param name="Moments">When it was noticed, and when plans were ready.</param>
/// <param name="RowHeight">Height of a row in pixels.</param>
public sealed record Restoration(
    string Caption, Axis Time, IReadOnlyList<RestorationRow> Rows, IReadOnlyList<Moment> Moments, int RowHeight)
    : Chart("restoration", "How the restoration went, batch by batch", Caption)
{
    private const int Head = 46, Foot = 62, Right = 20;

    /// <summary>The chart of the baseline's shown trial, if it restored anything.</summary>
    public static IEnumerable<Chart> Of(StudyResult result)
    {
        if (result.Variants.Count == 0) yield break;
        ShownTrial shown = result.Variants[0].Shown;
        List<StepDone> steps = [.. shown.Facts.OfType<StepDone>()];
        if (steps.Count == 0) yield break;
        Story story = Story.Of(shown.Facts);
        double end = Math.Max(1, steps.Max(s => Story.Seconds(s.At, story.Origin)));
        int count = steps.GroupBy(s => (s.Plan, s.Batch)).Count();
        int height = Math.Clamp(1150 / count, 18, 96);
        int lanes = Math.Clamp((int)(height / 2.9), 5, 12);
        Func<StepDone, Activity> own = OwnTime(shown.Facts);
        List<RestorationRow> rows = [.. Read(shown.Facts, steps, done => Lanes.Of(done, story.Origin, end / 1100, lanes, own), story.Origin)];
        List<Moment> moments = [.. story.Noticed is null ? [] : (Moment[])[story.Noticed], .. story.Plans.Where(p => p.At <= end)];
        string caption = $"Trial {shown.Trial} of \"{Words.Plain(result.Variants[0].Name)}\", the one with the median recovery time."
            + " A row is a batch (how many are in it in brackets), pale from its begin to its end;"
            + " its bars are phases, each coloured by what most of its units were doing."
            + " Orange asks for more hands, green for more bandwidth, blue for shorter steps;"
            + " empty space before a row is waiting for a place."
            + Order(rows);
        yield return new Restoration(caption, Axis.Linear(end, "s"), rows, moments, height);
    }

    /// <inheritdoc/>
    public override int Height => Head + Foot + Math.Max(3, Rows.Count) * RowHeight;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys =>
    [
        new("waiting for hands", Mark.Area, ColorOf(Activity.Waiting)),
        new("at work (hands, or a set time)", Mark.Area, ColorOf(Activity.Working)),
        new("moving bytes", Mark.Area, ColorOf(Activity.Moving)),
        .. Rows.Any(r => r.Lanes.Phases.Any(p => p.Phase.Slices.Any(s => s.Activity == Activity.Checking)))
            ? [new Key("the customer looks", Mark.Area, ColorOf(Activity.Checking))] : (Key[])[],
        new("batch under way", Mark.Area, Inks.Shade),
    ];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Time, "time since the first deletion, or else the first fault");
        plot.NamedRows([.. Rows.Select(r => r.Label)], [.. Rows.Select(_ => "")], "plan · batch (how many)");
        float size = Math.Clamp(RowHeight * 0.66f, 11, 14), left = Rows.Max(r => Lettering.Width(r.Label, size)) + 46;
        plot.Axes.Left.TickLabelStyle.FontSize = size;
        plot.Layout.Fixed(new PixelPadding(left, Right, Foot, 0));
        plot.Axes.SetLimitsY(-Math.Max(3, Rows.Count), (double)Head / RowHeight);
        double secondsPerPixel = (Time.High - Time.Low) * Time.Divisor / (Width - left - Right);
        for (int i = 0; i < Rows.Count; i++) DrawRow(plot, Rows[i], -i, secondsPerPixel);
        plot.Moments(Time, Moments, 0, Width - left - Right);
    }

    // The step after which a tenant is accepted was its customer's.
    private static Func<StepDone, Activity> OwnTime(IReadOnlyList<Fact> facts)
    {
        var accepted = facts.OfType<TenantAccepted>().Select(a => (a.At, a.Plan, a.Tenant)).ToHashSet();
        return step => step.Unit.Number is { } number && accepted.Contains((step.At, step.Plan, number)) ? Activity.Checking : Activity.Working;
    }

    private static IEnumerable<RestorationRow> Read(
        IReadOnlyList<Fact> facts, List<StepDone> steps, Func<IReadOnlyList<StepDone>, Lanes> lay, Instant origin)
    {
        foreach (var plan in steps.Where(s => s.Batch == 0).GroupBy(s => Words.Plain(s.Plan, 28)))
            yield return new(plan.Key, $"{plan.Key} · whole incident", null, null, lay([.. plan]));
        var began = facts.OfType<BatchBegan>().GroupBy(b => (b.Plan, b.Batch)).ToDictionary(g => g.Key, g => g.First());
        var ended = facts.OfType<BatchEnded>().GroupBy(b => (b.Plan, b.Batch)).ToDictionary(g => g.Key, g => g.Last());
        var batches = steps.Where(s => s.Batch > 0).GroupBy(s => (s.Plan, s.Batch));
        foreach (var batch in batches.OrderBy(g => g.Min(s => s.Asked)).ThenBy(g => g.Key.Batch))
        {
            BatchBegan? first = began.GetValueOrDefault(batch.Key);
            BatchEnded? last = ended.GetValueOrDefault(batch.Key);
            string plan = Words.Plain(batch.Key.Plan, 28), size = first is null ? "" : $" ({Humane.Format(first.Tenants, "count")})";
            double? from = first is null ? null : Story.Seconds(first.At, origin);
            double? to = last is null ? null : Story.Seconds(last.At, origin);
            yield return new(plan, $"{plan} · batch {batch.Key.Batch}{size}", from, to, lay([.. batch]));
        }
    }

    // Names the phases where each has a lane of its own, and so the same one in every row of its plan.
    private static string Order(IReadOnlyList<RestorationRow> rows)
    {
        var plans = rows.Where(r => r.From is not null).GroupBy(r => r.Plan).Select(g => (Plan: g.Key, Row: g.MaxBy(r => r.Lanes.Count)!));
        string Names(Lanes lanes) => string.Join(", ", lanes.Phases.Select(l => Words.Plain(l.Phase.Step, 30)));
        return string.Concat(plans.Where(p => p.Row.Lanes.Count == p.Row.Lanes.Phases.Count)
            .Select(p => $" Phases of {p.Plan} from top to bottom: {Names(p.Row.Lanes)}."));
    }

    private static Color ColorOf(Activity activity) => activity switch
    {
        Activity.Waiting => Inks.Orange,
        Activity.Working => Inks.Blue,
        Activity.Moving => Inks.Green,
        _ => Inks.Purple,
    };

    private void DrawRow(Plot plot, RestorationRow row, double top, double secondsPerPixel)
    {
        double gap = 1.5 / RowHeight;
        double end = row.To is { } to ? Time.Place(to) : Time.High;
        if (row.From is { } from) plot.Block(Time.Place(from), end, top - 1 + gap, top - gap, Inks.Shade);
        double lane = (1 - 4 * gap) / Math.Max(1, row.Lanes.Count);
        foreach (Placed placed in row.Lanes.Phases)
        {
            double high = top - 2 * gap - placed.Lane * lane, low = high - lane * 0.86;
            foreach (Slice slice in placed.Phase.Slices)
            {
                double until = Math.Max(slice.To, slice.From + secondsPerPixel);
                plot.Block(Time.Place(slice.From), Time.Place(until), low, high, ColorOf(slice.Activity));
            }
            DrawName(plot, placed.Phase, (high + low) / 2, lane * RowHeight, secondsPerPixel);
        }
    }

    // A name is written only where it fits on its own stretch of one colour.
    private void DrawName(Plot plot, Phase phase, double y, double lanePixels, double secondsPerPixel)
    {
        if (lanePixels < 12.5 || phase.Slices.Count == 0) return;
        float size = lanePixels > 16 ? 11 : 10;
        string name = Words.Plain(phase.Step, 30);
        Slice widest = phase.Slices.MaxBy(s => s.To - s.From)!;
        if (Lettering.Width(name, size) + 8 > (widest.To - widest.From) / secondsPerPixel) return;
        Color ink = widest.Activity is Activity.Waiting or Activity.Checking ? Inks.Black : Inks.Paper;
        plot.Note(name, Time.Place(widest.From), y, Alignment.MiddleLeft, ink, size, (4, size * 0.22f));
    }
}
