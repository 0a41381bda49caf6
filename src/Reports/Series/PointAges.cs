using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Reports.Series;

/// <summary>A stretch of time in which one point is the newest usable one: its age grows with time.</summary>
/// <param name="From">Begin, in seconds since the start of the run.</param>
/// <param name="To">End.</param>
/// <param name="Age">Its age at the begin; infinite where no point can be used.</param>
public readonly record struct PointAge(double From, double To, double Age)
{
    /// <summary>Its age at the end.</summary>
    public double Oldest => Age + (To - From);
}

/// <summary>The age of the newest usable restore point of a database over time: a sawtooth.</summary>
/// <param name="Teeth">Its stretches, in order, without gaps.</param>
public sealed record PointAges(IReadOnlyList<PointAge> Teeth)
{
    private IReadOnlyList<OfferedPoint> Points { get; init; } = [];

    /// <summary>The ages that some backups of a database offer together.</summary>
    /// <param name="offers">What each backup offered.</param>
    public static PointAges Of(IReadOnlyList<PointsOffered> offers)
    {
        Instant end = offers[0].At;
        OfferedPoint[] points = [.. offers.SelectMany(o => o.Points)];
        IReadOnlyList<UsablePoint> changes = UsablePoints.Over(points, end);
        var teeth = new List<PointAge>();
        for (int i = 0; i < changes.Count; i++)
        {
            Instant until = i + 1 < changes.Count ? changes[i + 1].From : end;
            double age = changes[i].Newest is { } newest ? (changes[i].From - newest).TotalSeconds : double.PositiveInfinity;
            teeth.Add(new(Story.Seconds(changes[i].From, Instant.Start), Story.Seconds(until, Instant.Start), age));
        }
        return new(teeth) { Points = points };
    }

    /// <summary>The database of a journal whose points are worth a picture: the first that was restored or lost, else the first that is known.</summary>
    public static IReadOnlyList<PointsOffered> OffersOf(IReadOnlyList<Fact> facts)
    {
        ILookup<(string, int), PointsOffered> all = facts.OfType<PointsOffered>().ToLookup(o => (o.Databases, o.Database));
        if (all.Count == 0) return [];
        DatabaseFact? restored = facts.OfType<DatabaseFact>().FirstOrDefault(f => f is DatabaseRestored or DatabaseLost && all.Contains((f.Databases, f.Database)));
        return [.. restored is null ? all.First() : all[(restored.Databases, restored.Database)]];
    }

    /// <summary>The age at a moment; infinite where no point could be used.</summary>
    /// <param name="at">Seconds since the start of the run.</param>
    public double At(double at)
    {
        // At the very moment of a change it is what it was before: a fault finds what there is, not what would have come.
        PointAge tooth = Teeth.FirstOrDefault(t => t.To >= at && t.From < at, Teeth[0]);
        return tooth.Age + (at - tooth.From);
    }

    /// <summary>The age of the newest point that a fault at a moment finds and leaves: usable before it, and still usable after; infinite where there is none.</summary>
    /// <param name="at">Seconds since the start of the run.</param>
    public double Surviving(double at)
    {
        Instant fault = Instant.After(TimeSpan.FromSeconds(at));
        Instant? newest = null;
        foreach (OfferedPoint point in Points)
            if (point.UsableFrom < fault && point.UsableUntil > fault && point.Moment <= fault && (newest is null || point.Moment > newest)) newest = point.Moment;
        return newest is { } found ? (fault - found).TotalSeconds : double.PositiveInfinity;
    }

    /// <summary>The largest age that is usual before a moment: the median of the finite teeth; 0 if there is none.</summary>
    public double Usual(double before)
    {
        double[] ages = [.. Within(0, before).Where(t => double.IsFinite(t.Age)).Select(t => t.Oldest).Order()];
        return ages.Length == 0 ? 0 : ages[ages.Length / 2];
    }

    /// <summary>The largest finite age in a window; 0 if there is none.</summary>
    public double Oldest(double low, double high) => Within(low, high).Where(t => double.IsFinite(t.Age)).Select(t => t.Oldest).DefaultIfEmpty(0).Max();

    /// <summary>The teeth in a window, cut to it.</summary>
    public IEnumerable<PointAge> Within(double low, double high)
    {
        foreach (PointAge tooth in Teeth)
        {
            double from = Math.Max(tooth.From, low), to = Math.Min(tooth.To, high);
            if (to > from) yield return new(from, to, tooth.Age + (from - tooth.From));
        }
    }

    /// <summary>The window in equal parts: the youngest and the oldest age in each, for teeth that are too fine to draw. Parts without a usable point are left out.</summary>
    public IReadOnlyList<(double At, double Youngest, double Oldest)> Band(double low, double high, int parts)
    {
        var band = new List<(double, double, double)>();
        double width = (high - low) / parts;
        PointAge[] teeth = [.. Within(low, high)];
        int next = 0;
        for (int i = 0; i < parts; i++)
        {
            double from = low + i * width, to = from + width, youngest = double.PositiveInfinity, oldest = 0;
            while (next > 0 && teeth[next - 1].To > from) next--;
            for (; next < teeth.Length && teeth[next].From < to; next++)
            {
                PointAge tooth = teeth[next];
                if (tooth.To <= from || double.IsInfinity(tooth.Age)) continue;
                youngest = Math.Min(youngest, tooth.Age + Math.Max(0, from - tooth.From));
                oldest = Math.Max(oldest, tooth.Age + Math.Min(tooth.To, to) - tooth.From);
            }
            if (double.IsFinite(youngest)) band.Add((from + width / 2, youngest, oldest));
        }
        return band;
    }
}
