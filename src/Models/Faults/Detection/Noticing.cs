using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Faults.Detection;

/// <summary>Who notices a fault, and when: whoever is the first of people at work, a monitor, and users who report it.</summary>
/// <param name="People">Time from its beginning until people notice it by themselves; never where they do not.</param>
public sealed record Noticing(Delay People)
{
    private const string ByPeople = "people";

    /// <summary>What looks for it from time to time; null for nothing.</summary>
    public Detector? Detector { get; init; }

    /// <summary>Who reports it; null for nobody.</summary>
    public Reports? Reports { get; init; }

    /// <summary>That people notice it.</summary>
    public static implicit operator Noticing(Delay people) => new(people);

    /// <summary>Reads who notices a fault.</summary>
    internal static Noticing Read(Fields fields) => new(fields.Required("noticed", Syntaxes.Delay, "Time from its beginning until somebody notices."))
    {
        Detector = fields.OptionalBlock("detector", Detector.Shape, "What looks for the harm from time to time; what it misses is noticed as said, or reported."),
        Reports = fields.OptionalBlock("reports", Reports.Shape, "Users who report what they miss; whoever is first of them, the detector and those at work has noticed it."),
    };

    /// <summary>Waits until somebody notices a fault that begins now; <see cref="Occurrence.NoticedBy"/> says who.</summary>
    internal async Process Await(Occurrence fault)
    {
        if (Detector is null && Reports is null)
        {
            await fault.World.Forever.Wait(People, fault.Luck("noticed"));
            return;
        }
        TimeSpan found = Detector?.FindsAfter(fault.Luck("detector")) ?? TimeSpan.MaxValue, noticed = People.Quantile(fault.Luck("noticed").NextUniform());
        TimeSpan first = found < noticed ? found : noticed;
        if (fault.Hearing is { } hearing && await fault.World.Forever.Until(hearing.Heard, first)) fault.NoticedBy = Reports.Name;
        else if (fault.Hearing is null) await fault.World.Forever.Wait(first);
        if (fault.NoticedBy.Length == 0) fault.NoticedBy = found < noticed ? Detector.Name : ByPeople;
    }
}
