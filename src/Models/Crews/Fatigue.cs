using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Crews;

/// <summary>
/// People who have worked long are slower: a task that is begun h hours after its shift came takes 1 + per hour * (h - after) times as long, if h is more
/// than after. It is the first order of the linear fall that was measured from the tenth to the twenty-sixth hour without sleep.
/// </summary>
/// <param name="After">So long they are as fast as ever.</param>
/// <param name="PerHour">What every hour beyond makes a task longer.</param>
public sealed record Fatigue(TimeSpan After, Share PerHour)
{
    private const string Origin = "Dawson and Reid, Nature 388 (1997) 235: performance falls by 0.74 % an hour from the tenth hour without sleep on";

    /// <summary>How it is written.</summary>
    public static readonly Shape<Fatigue> Shape = new("fatigue", "People who have worked long are slower.", fields => new Fatigue(
        fields.Optional("after", Syntaxes.Duration.Where("0s to 24h", time => time >= TimeSpan.Zero && time <= TimeSpan.FromHours(24)), "10h", Origin, "Time since the beginning of their shift in which they are as fast as ever."),
        fields.Optional("per hour", Syntaxes.Share, "0.74%", Origin, "What every hour beyond makes a task longer that is begun then.")));

    /// <summary>How long a task takes.</summary>
    /// <param name="task">How long it takes those who are rested.</param>
    /// <param name="worked">How long its people have been there when it begins.</param>
    public TimeSpan Slowed(TimeSpan task, TimeSpan worked)
    {
        double beyond = Math.Max(0, (worked - After).TotalHours), ticks = Math.Ceiling(task.Ticks * (1 + (PerHour.Fraction * beyond)));
        return ticks < TimeSpan.MaxValue.Ticks ? new TimeSpan((long)ticks) : TimeSpan.MaxValue;
    }
}
