using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>
/// Of what size a thing is, where chance decides: a law over numbers of 0 or more, in base units (seconds, bytes, plain amounts). A draw is the
/// inverse CDF of one uniform number, so that a new draw in one place moves no other and variants of a design meet the same luck.
/// </summary>
public abstract record Distribution
{
    /// <summary>The inverse CDF: the smallest value that at least a share <paramref name="u"/> of all draws does not exceed.</summary>
    /// <param name="u">In [0, 1).</param>
    public abstract double Quantile(double u);

    /// <summary>
    /// A draw where millions are made of one law: the same law as by <see cref="Quantile"/>, from one uniform number too, but it need not rise with that number.
    /// </summary>
    /// <param name="u">In [0, 1).</param>
    public virtual double Sample(double u) => Quantile(u);

    /// <summary>The CDF: the share of draws, in [0, 1], that are at most <paramref name="x"/>.</summary>
    public abstract double Cumulative(double x);

    /// <summary>The mean; infinite where a heavy tail has none.</summary>
    public abstract double Mean { get; }

    /// <summary>Whether it waits for a file that it names: until then it has no values.</summary>
    internal virtual bool NeedsFile => false;

    /// <summary>The same distribution with the file read that it names.</summary>
    internal virtual Parsed<Distribution> Load(Folder folder) => Parsed.Ok(this);
}
