using MathNet.Numerics.LinearAlgebra;
using Simulator.Experiments.Results;

namespace Simulator.Experiments.Statistics;

/// <summary>
/// Which part of the variance between draws an uncertain input explains alone: the correlation ratio Var(E[Y | X]) / Var(Y), which is Sobol's index of
/// first order, estimated from given draws by a polynomial of third degree in the place of the input in its distribution (D. Lewandowski, R. M. Cooke and
/// R. J. Duintjer Tebbens, "Sample-based estimation of correlation ratio with polynomial approximation", ACM TOMACS 18, 2007). What a polynomial would fit
/// of noise alone is taken off (M. Ezekiel's adjusted R squared, 1930), and so is what luck adds to the means of draws. The interval is jackknifed.
/// </summary>
public static class CorrelationRatio
{
    private const int Terms = 4; // a constant, and three powers

    /// <summary>The share of an input in the variance between draws, in [0, 1]; null where there are too few draws or nothing differs between them.</summary>
    /// <param name="places">Where the input lies in its distribution in each draw, in [0, 1).</param>
    /// <param name="means">The mean of the figure in each draw.</param>
    /// <param name="luck">What luck adds to the variance of a draw's mean: the variance within draws over the trials of one.</param>
    public static (double Share, Interval? Interval)? Of(IReadOnlyList<double> places, IReadOnlyList<double> means, double luck)
    {
        if (means.Count < 3 * Terms) return null;
        double mean = Student.Mean(means);
        var sums = new Sums();
        for (int i = 0; i < means.Count; i++) sums.Add(places[i], means[i] - mean, +1);
        if (sums.Share(luck) is not { } share) return null;
        var without = new double[means.Count];
        for (int i = 0; i < means.Count; i++)
        {
            sums.Add(places[i], means[i] - mean, -1);
            without[i] = sums.Share(luck) ?? share;
            sums.Add(places[i], means[i] - mean, +1);
        }
        Interval? interval = Jackknife.Interval(share, without) is { } ends ? new Interval(Math.Clamp(ends.Low, 0, 1), Math.Clamp(ends.High, 0, 1)) : null;
        return (Math.Clamp(share, 0, 1), interval);
    }

    /// <summary>The sums that a regression needs; an observation can be taken out of them again.</summary>
    private sealed class Sums
    {
        private readonly Matrix<double> _products = Matrix<double>.Build.Dense(Terms, Terms);
        private readonly Vector<double> _withValue = Vector<double>.Build.Dense(Terms);
        private double _value, _square;
        private int _count;

        public void Add(double place, double value, int sign)
        {
            // Legendre's polynomials on [0, 1], which hardly correlate with each other.
            double x = 2 * place - 1;
            double[] terms = [1, x, (3 * x * x - 1) / 2, (5 * x * x * x - 3 * x) / 2];
            for (int i = 0; i < Terms; i++)
            {
                for (int j = 0; j < Terms; j++) _products[i, j] += sign * terms[i] * terms[j];
                _withValue[i] += sign * terms[i] * value;
            }
            _count += sign;
            _value += sign * value;
            _square += sign * value * value;
        }

        /// <summary>The share, which chance may put below 0 or above 1; null where nothing differs but by luck.</summary>
        public double? Share(double luck)
        {
            double total = _square - _value * _value / _count, variance = total / (_count - 1);
            if (variance <= luck || variance <= 0) return null;
            double explained = _products.Cholesky().Solve(_withValue).DotProduct(_withValue) - _value * _value / _count;
            double adjusted = 1 - (total - explained) / (_count - Terms) / variance;
            return adjusted * variance / (variance - luck);
        }
    }
}
