using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Reports.Series;

/// <summary>How far a standby or a change stream was behind at a moment.</summary>
/// <param name="At">Seconds since the start of the run.</param>
/// <param name="Seconds">Age of the oldest write that it lacked.</param>
/// <param name="Bytes">Log that it lacked.</param>
public readonly record struct LagPoint(double At, double Seconds, double Bytes);

/// <summary>How far one standby or change stream was behind over time; straight between two points.</summary>
/// <param name="Databases">The databases' name.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Follower">Its name.</param>
/// <param name="Points">The moments at which its pace changed, ascending.</param>
/// <param name="HasCaughtUp">Whether it had everything again after the last of them.</param>
public sealed record LagLine(string Databases, int Database, string Follower, IReadOnlyList<LagPoint> Points, bool HasCaughtUp)
{
    /// <summary>The lines of a journal, in the order in which the followers first appear.</summary>
    public static IReadOnlyList<LagLine> Of(IReadOnlyList<Fact> facts) =>
        [.. facts.OfType<LagChanged>().GroupBy(f => (f.Databases, f.Database, f.Follower)).Select(g => Of(g.Key, [.. g], facts))];

    /// <summary>The largest age, in seconds.</summary>
    public double PeakSeconds => Points.Max(p => p.Seconds);

    /// <summary>The most bytes.</summary>
    public double PeakBytes => Points.Max(p => p.Bytes);

    /// <summary>Whether its lag was ever another than at first.</summary>
    public bool Changes => Points.Any(p => p.Seconds != Points[0].Seconds || p.Bytes != Points[0].Bytes);

    private static LagLine Of((string Databases, int Database, string Follower) who, LagChanged[] changes, IReadOnlyList<Fact> facts)
    {
        Instant? fell = facts.OfType<FellBehind>().LastOrDefault(f => (f.Databases, f.Database, f.Follower) == who)?.At;
        Instant? caught = facts.OfType<CaughtUp>().LastOrDefault(f => (f.Databases, f.Database, f.Follower) == who)?.At;
        List<LagPoint> points = [.. changes.Select(c => new LagPoint(Story.Seconds(c.At, Instant.Start), c.Age.TotalSeconds, c.Bytes))];
        return new(who.Databases, who.Database, who.Follower, points, fell is null || caught >= fell);
    }
}
