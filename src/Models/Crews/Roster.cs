using Simulator.Models.Language;

namespace Simulator.Models.Crews;

/// <summary>The shifts of a crew over the week, one after the other: between two changes the same people are there, or those on call.</summary>
public sealed class Roster
{
    private static readonly TimeSpan s_week = TimeSpan.FromDays(7);

    private readonly (TimeSpan Begins, TimeSpan Length)[] _times;
    private readonly TimeSpan[] _changes;

    /// <summary>A week of some shifts.</summary>
    /// <param name="shifts">At least one, no two at the same time.</param>
    public Roster(IReadOnlyList<Named<Shift>> shifts)
    {
        _times = [.. shifts.SelectMany(shift => shift.Value.Beginnings.Select(begins => (begins, shift.Value.Length)))];
        _changes = [.. _times.SelectMany(time => new[] { time.Begins, Clock(time.Begins + time.Length) }).Distinct()];
    }

    /// <summary>Whether no two shifts are at the same time.</summary>
    public bool IsInTurn => _times.All(time => _times.Count(other => Clock(time.Begins - other.Begins) < other.Length) == 1);

    /// <summary>Whether a shift is there at a time.</summary>
    /// <param name="clock">Since Monday 00:00 of some week.</param>
    public bool IsThere(TimeSpan clock) => _times.Any(time => Clock(clock - time.Begins) < time.Length);

    /// <summary>The time until somebody comes or goes; more than nothing.</summary>
    /// <param name="clock">Since Monday 00:00 of some week.</param>
    public TimeSpan UntilChange(TimeSpan clock) => _changes.Min(change => Clock(change - clock) is var left && left > TimeSpan.Zero ? left : s_week);

    /// <summary>The time since somebody came or went; nothing at that very moment.</summary>
    /// <param name="clock">Since Monday 00:00 of some week.</param>
    public TimeSpan SinceChange(TimeSpan clock) => _changes.Min(change => Clock(clock - change));

    private static TimeSpan Clock(TimeSpan time) => new(((time.Ticks % s_week.Ticks) + s_week.Ticks) % s_week.Ticks);
}
