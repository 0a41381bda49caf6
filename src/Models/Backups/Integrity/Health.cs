using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Backups.Integrity;

/// <summary>
/// How a whole layer may silently stop making good points: an empty bucket, a program of the wrong version, mails that nobody reads. What was cut before
/// stays good. Only a restore test, or a restore, reveals it; a test mends it from then on.
/// </summary>
/// <param name="Dies">Time from the layer's being put in order until it stops making good points; null where it never does.</param>
/// <param name="Tested">Time between two restore tests, the first at a drawn moment; null where nobody tests: then it was put in order when the run began.</param>
public sealed record Health(Delay? Dies, TimeSpan? Tested)
{
    /// <summary>A layer that never dies.</summary>
    public static readonly Health Sound = new(null, null);

    /// <summary>Reads a layer's keys of health.</summary>
    public static Health Read(Fields fields)
    {
        Delay dies = fields.Optional("dies", Syntaxes.Delay, "never", "a layer works unless something is said against it", "Time until the whole layer silently stops making good points.");
        TimeSpan tested = fields.Optional("tested", Syntaxes.Duration.Where("more than 0s", tested => tested > TimeSpan.Zero), "never", "nobody tests unless it is said", "Time between two restore tests, which find a dead layer and mend it.");
        return new Health(dies.IsNever ? null : dies, tested == TimeSpan.MaxValue ? null : tested);
    }
}
