using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Measures;

/// <summary>
/// A measure's values in one trial, one a member: a deleted tenant, a batch. A member whose wait had not ended when the run did
/// is known only to take at least so long; it is never dropped.
/// </summary>
/// <param name="AtLeast">Each member's value, or what it is known to exceed.</param>
/// <param name="AtMost">Each member's value, or infinity where only a lower bound is known.</param>
public sealed record Members(double[] AtLeast, double[] AtMost)
{
    /// <summary>No member.</summary>
    public static readonly Members None = new([], []);

    /// <summary>One member with a value that is known.</summary>
    public static Members One(double value) => Known([value]);

    /// <summary>Members whose values are all known.</summary>
    public static Members Known(double[] values) => new(values, values);

    /// <summary>Members of whom some may be known only to take at least so long.</summary>
    public static Members Of(IEnumerable<Observed> values)
    {
        Observed[] all = [.. values];
        double[] atLeast = Array.ConvertAll(all, v => v.AtLeast);
        return Array.TrueForAll(all, v => v.AtLeast.Equals(v.AtMost)) ? Known(atLeast) : new Members(atLeast, Array.ConvertAll(all, v => v.AtMost));
    }

    /// <summary>Whether every value is known, none cut off by the end of the run.</summary>
    public bool IsKnown => ReferenceEquals(AtLeast, AtMost);

    /// <summary>How many members.</summary>
    public int Count => AtLeast.Length;

    /// <summary>The members' values as one value.</summary>
    /// <param name="reduce">How; not <see cref="Reduce.Each"/>, except for a single member.</param>
    /// <param name="ifNone">The value where there is no member; null where there is none.</param>
    public Observed? Reduced(Reduce reduce, double? ifNone) => Count == 0
        ? ifNone is { } value ? Observed.Exactly(value) : null
        : IsKnown ? Observed.Exactly(Reduced(reduce, AtMost))
        : new Observed(Reduced(reduce, AtLeast), Reduced(reduce, AtMost));

    private static double Reduced(Reduce reduce, double[] values) => reduce switch
    {
        Reduce.Worst => values.Max(),
        Reduce.Mean => Student.Mean(values),
        Reduce.Median => OrderStatistics.Value([.. values.Order()], 0.5),
        Reduce.Total => Student.Sum(values),
        _ => values.Length == 1 ? values[0] : throw new InvalidOperationException($"{values.Length} members are no single value"),
    };
}

/// <summary>One value, or the least that it can be.</summary>
/// <param name="AtLeast">The value, or what it is known to exceed.</param>
/// <param name="AtMost">The value, or infinity where only a lower bound is known.</param>
public readonly record struct Observed(double AtLeast, double AtMost)
{
    /// <summary>A value that is known.</summary>
    public static Observed Exactly(double value) => new(value, value);

    /// <summary>A value of which only a lower bound is known.</summary>
    public static Observed MoreThan(double value) => new(value, double.PositiveInfinity);
}

/// <summary>How the members of one trial become one value.</summary>
public enum Reduce
{
    /// <summary>They do not: the members of all trials are pooled.</summary>
    Each,

    /// <summary>The largest.</summary>
    Worst,

    /// <summary>The mean over members.</summary>
    Mean,

    /// <summary>The value that half of the members do not exceed.</summary>
    Median,

    /// <summary>The sum.</summary>
    Total,
}
