using Simulator.Models.Distributions.Data;

namespace Simulator.Experiments.Fitting;

/// <summary>Observed values, made ready for fitting.</summary>
/// <param name="Exact">Values that are known, ascending.</param>
/// <param name="Censored">Right-censored ones, ascending: more than this, nobody knows how much.</param>
public sealed record FitData(double[] Exact, double[] Censored)
{
    /// <summary>The values of a column.</summary>
    public static FitData Of(DataColumn column) => new(
        [.. column.Observations.Where(value => !value.IsCensored).Select(value => value.Value).Order()],
        [.. column.Observations.Where(value => value.IsCensored).Select(value => value.Value).Order()]);

    /// <summary>How many values there are.</summary>
    public int Count => Exact.Length + Censored.Length;

    /// <summary>Whether every value is known.</summary>
    public bool IsWhole => Censored.Length == 0;

    /// <summary>The smallest value.</summary>
    public double Least => Math.Min(Exact[0], IsWhole ? double.PositiveInfinity : Censored[0]);

    /// <summary>How many known values equal another one.</summary>
    public int Ties => Exact.Length - Exact.Distinct().Count();

    /// <summary>The same with a function applied to every value; it must rise.</summary>
    public FitData Map(Func<double, double> rising) => new(Array.ConvertAll(Exact, value => rising(value)), Array.ConvertAll(Censored, value => rising(value)));

    /// <summary>
    /// The share of all values up to each known one: the estimate of Kaplan and Meier (E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete
    /// observations", JASA 53, 1958); without censored values it is i / n for the i-th.
    /// </summary>
    public double[] Shares()
    {
        var shares = new double[Exact.Length];
        double above = 1;
        int gone = 0;
        for (int i = 0; i < Exact.Length; i++)
        {
            while (gone < Censored.Length && Censored[gone] < Exact[i]) gone++;
            above *= 1 - 1.0 / (Count - i - gone);
            shares[i] = 1 - above;
        }
        return shares;
    }

    /// <summary>Where each known value stands among all: the middle of its step, (i - 1/2) / n for the i-th without censored values.</summary>
    public double[] Positions()
    {
        double[] shares = Shares();
        return [.. shares.Select((share, i) => (share + (i == 0 ? 0 : shares[i - 1])) / 2)];
    }
}
