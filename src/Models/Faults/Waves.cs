using Simulator.Models.Language;

namespace Simulator.Models.Faults;

/// <summary>A change that goes out in waves, each larger than the one before, with time between them in which somebody may notice.</summary>
/// <param name="First">Size of the first wave.</param>
/// <param name="Factor">How many times larger each wave is than the one before.</param>
/// <param name="Bake">Time between the end of a wave and the start of the next.</param>
public sealed record Waves(int First, int Factor, TimeSpan Bake)
{
    /// <summary>How waves are written.</summary>
    public static readonly Shape<Waves> Shape = new("waves", "A change that goes out in waves with time between them.", fields => new Waves(
        fields.Required("first", Syntaxes.Count.Where("at least 1", n => n >= 1), "Size of the first wave."),
        fields.Optional("factor", Syntaxes.Count.Where("1 to 1000", n => n is >= 1 and <= 1000), "10", "the usual one, ten, hundred of a staged rollout", "How many times larger each wave is."),
        fields.Required("bake", Syntaxes.Duration.Where("more than 0s", bake => bake > TimeSpan.Zero), "Time between two waves in which somebody may notice.")));

    /// <summary>How many victims come before each wave's end: 1, 11, 111, ... up to all of them.</summary>
    public IEnumerable<int> Ends(int all)
    {
        long done = 0;
        for (long size = First; done < all; size = Math.Min(size * Factor, all)) yield return (int)(done = Math.Min(done + size, all));
    }
}
