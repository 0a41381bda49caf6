using Simulator.Kernel.Arithmetic;
using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Faults.Detection;

/// <summary>
/// A monitor looks from time to time, and sees each time with a chance that something is wrong; what it is blind to it never sees. The harm begins anywhere between two
/// looks, so that it is found after U intervals and a geometric number of them more.
/// </summary>
/// <param name="Every">The interval between two looks.</param>
/// <param name="Finds">The chance that a look sees it.</param>
/// <param name="Blind">The chance that it is something that the monitor never sees, however often it looks.</param>
public sealed record Detector(TimeSpan Every, Share Finds, Share Blind)
{
    /// <summary>How a detector is written.</summary>
    public static readonly Shape<Detector> Shape = new("detector", "A monitor that looks from time to time.", fields => new Detector(
        fields.Required("every", Syntaxes.Duration.Where("more than 0s and not never", every => every > TimeSpan.Zero && every < TimeSpan.MaxValue), "The interval between two looks."),
        fields.Required("finds", Syntaxes.Share, "The chance that a look sees it, each look by its own luck; 0% where the monitor is blind to it."),
        fields.Optional("blind", Syntaxes.Share, "0%", "a monitor sees in the end what one of its looks may see", "The chance that it is something that the monitor never sees, however often it looks.")));

    /// <summary>Its name in a sentence.</summary>
    public const string Name = "its detector";

    /// <summary>How long after its beginning it is found; never where it is not.</summary>
    /// <param name="luck">Two uniforms are drawn, and a third where it has a blind spot.</param>
    public TimeSpan FindsAfter(RandomStream luck)
    {
        double phase = luck.NextUniform(), u = luck.NextUniform();
        if (Finds.Fraction <= 0 || (Blind.Fraction > 0 && luck.NextUniform() < Blind.Fraction)) return TimeSpan.MaxValue;
        double missed = Finds.Fraction >= 1 ? 0 : Math.Floor(PureMath.Log(1 - u) / PureMath.Log(1 - Finds.Fraction));
        return Delay.Rounded((phase + missed) * Every.TotalSeconds);
    }
}
