using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>Sometimes one law, sometimes another: <c>mix(30% fixed(1h) 70% uniform(2h 3h))</c>.</summary>
/// <param name="Parts">The laws and their weights, which are more than 0 and add up to 1.</param>
public sealed record Mix(IReadOnlyList<(double Weight, Distribution Law)> Parts) : Distribution
{
    private const double LargestUniform = 1 - 1.0 / (1L << 53);

    /// <inheritdoc/>
    public override double Mean => Parts.Sum(part => part.Weight * part.Law.Mean);

    /// <summary>
    /// The inverse of the whole CDF, not a part's: one uniform number decides, and a larger one never gives less. It lies between the least and the
    /// greatest of the parts' own quantiles and is found there by bisection down to neighbouring doubles, so that fixed parts come out exactly.
    /// </summary>
    public override double Quantile(double u)
    {
        double low = Parts.Min(part => part.Law.Quantile(u)), high = Parts.Max(part => part.Law.Quantile(u));
        if (Cumulative(low) >= u) return low;
        while (true)
        {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) return high;
            if (Cumulative(middle) >= u) high = middle;
            else low = middle;
        }
    }

    /// <summary>Which part is decided by where the number falls, and the part's own value by where it falls in the part's share: no bisection.</summary>
    public override double Sample(double u)
    {
        foreach ((double weight, Distribution law) in Parts)
        {
            if (u < weight) return law.Sample(u / weight);
            u -= weight;
        }
        return Parts[^1].Law.Sample(LargestUniform); // the weights add up to 1 only to the last place
    }

    /// <inheritdoc/>
    public override double Cumulative(double x)
    {
        double sum = 0;
        foreach ((double weight, Distribution law) in Parts) sum += weight * law.Cumulative(x);
        return Math.Min(1, sum);
    }

    /// <inheritdoc/>
    internal override bool NeedsFile => Parts.Any(part => part.Law.NeedsFile);

    /// <inheritdoc/>
    internal override Parsed<Distribution> Load(Folder folder)
    {
        List<(double, Distribution)> loaded = [];
        foreach ((double weight, Distribution law) in Parts)
        {
            Parsed<Distribution> read = law.Load(folder);
            if (read.Problem is not null) return read;
            loaded.Add((weight, read.Value));
        }
        return Parsed.Ok<Distribution>(new Mix(loaded));
    }

    /// <summary>The same parts in the same order.</summary>
    public bool Equals(Mix? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(17, HashCode.Combine);

    /// <summary>As in a scenario, in base units.</summary>
    public override string ToString() =>
        $"mix({string.Join(' ', Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Weight * 100}% {part.Law}")))})";
}
