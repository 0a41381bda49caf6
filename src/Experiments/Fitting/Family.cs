using Simulator.Experiments.Fitting.Families;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Experiments.Fitting;

/// <summary>A parameter in the words of the scenario language.</summary>
/// <param name="Label">Its label: "median".</param>
/// <param name="Value">Its value.</param>
/// <param name="IsBare">Whether it is a plain number, such as a shape; else it is in the unit of the data.</param>
public readonly record struct Parameter(string Label, double Value, bool IsBare);

/// <summary>
/// A family of distributions that can be fitted by maximum likelihood. Its parameters are those of the formulas; <see cref="Shown"/> tells them in the words
/// of the language. The table below names all.
/// </summary>
public abstract class Family
{
    /// <summary>All families of the scenario language that are fitted.</summary>
    public static readonly IReadOnlyList<Family> All = [new ExponentialFamily(), new UniformFamily(), new NormalFamily(), new LognormalFamily(), new WeibullFamily(), new ParetoFamily()];

    /// <summary>Its word in a scenario.</summary>
    public abstract string Word { get; }

    /// <summary>How many parameters are estimated.</summary>
    public abstract int Count { get; }

    /// <summary>How many of the smallest and largest values are themselves the estimates: given them, the others are tested.</summary>
    public virtual (int Low, int High) Ends => (0, 0);

    /// <summary>The parameters under which the data are the likeliest, or why there are none.</summary>
    public abstract Parsed<double[]> Fit(FitData data);

    /// <summary>The distribution with these parameters.</summary>
    public abstract Distribution Law(double[] parameters);

    /// <summary>Logarithm of the density.</summary>
    public abstract double LogDensity(double[] parameters, double value);

    /// <summary>The parameters as a scenario tells them.</summary>
    public abstract IReadOnlyList<Parameter> Shown(double[] parameters);

    /// <summary>A draw, from one uniform number.</summary>
    public virtual Func<double, double> Quantile(double[] parameters) => Law(parameters).Quantile;

    /// <summary>The CDF.</summary>
    public virtual Func<double, double> Cumulative(double[] parameters) => Law(parameters).Cumulative;

    /// <summary>Logarithm of the likelihood: the density of what is known, the share above of what is censored.</summary>
    public double LogLikelihood(double[] parameters, FitData data)
    {
        double sum = 0;
        foreach (double value in data.Exact) sum += LogDensity(parameters, value);
        Func<double, double> below = Cumulative(parameters);
        foreach (double value in data.Censored) sum += PureMath.Log(Math.Max(1 - below(value), 1e-300));
        return sum;
    }

    /// <summary>The problem that a family has no place for values of zero.</summary>
    protected Parsed<double[]> NoZeros(FitData data) => Parsed.No<double[]>($"{data.Exact.Count(value => value <= 0)} values are 0, and no {Word} draw ever is");

    /// <summary>The problem that an end cannot be estimated.</summary>
    protected Parsed<double[]> NoEnd() => Parsed.No<double[]>($"the ends of a {Word} are taken from the outermost values, which censored values hide");
}
