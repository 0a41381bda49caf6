using Simulator.Kernel.Randomness;

namespace Simulator.Experiments;

/// <summary>
/// What nobody knows exactly about a scenario. An outer draw gives every uncertain input a value, the same one in all variants, and draws the population
/// of tenants anew; the trials of a draw differ by luck alone (two-level Monte Carlo; J. C. Helton, "Treatment of uncertainty in performance assessments
/// for complex systems", Risk Analysis 14, 1994). What differs between draws is ignorance, which measuring an input would lessen; what differs within
/// them is luck, which it would not.
/// </summary>
/// <param name="Draws">How many outer draws, at least 2. A variant has so many times the study's trials.</param>
/// <param name="Inputs">The inputs; at least one.</param>
public sealed record Uncertainty(int Draws, IReadOnlyList<UncertainInput> Inputs)
{
    /// <summary>The seed of the trials and the population of a draw.</summary>
    /// <param name="seed">The study's seed.</param>
    /// <param name="draw">The draw, from 0.</param>
    public static ulong SeedOf(ulong seed, int draw) => Philox.Key(Philox.Key(seed, "draw"), (ulong)draw);

    /// <summary>Where the value of an input lies in its distribution in a draw: a uniform number in [0, 1), from the seed and the path alone.</summary>
    public static double ShareOf(UncertainInput input, ulong seed, int draw) => Philox.Uniform(Philox.Key(seed, "uncertain", input.Path), (ulong)draw);

    /// <summary>What a draw sets.</summary>
    public IReadOnlyList<Setting> SettingsOf(ulong seed, int draw) =>
        [.. Inputs.Select(input => new Setting(input.Path, input.Written(input.Quantile(ShareOf(input, seed, draw)))))];
}

/// <summary>An input that is not known exactly.</summary>
/// <param name="Path">Its dotted path.</param>
/// <param name="Text">What is known of it, as the file says it: "uniform(1h 6h)".</param>
/// <param name="Unit">Unit of its values: "s", "B", "B/s", "1/s", "share", "count", or "times" for a factor on what the file says.</param>
/// <param name="Quantile">The value below which a share of its distribution lies, in <paramref name="Unit"/>.</param>
/// <param name="Written">A value as a file would say it.</param>
public sealed record UncertainInput(string Path, string Text, string Unit, Func<double, double> Quantile, Func<double, string> Written);
