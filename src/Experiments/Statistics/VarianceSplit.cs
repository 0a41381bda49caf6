using Simulator.Experiments.Results;
using Simulator.Kernel.Arithmetic;

namespace Simulator.Experiments.Statistics;

/// <summary>
/// How the variance of a figure divides into what differs between draws of the uncertain inputs (ignorance) and what differs within them (luck): the
/// unbiased estimators of a balanced one-way analysis of variance with random effects (S. R. Searle, G. Casella and C. E. McCulloch, "Variance
/// Components", 1992, section 3.5). Figures are rarely normal, so intervals are jackknifed over the draws, on the logarithm of the ratio of mean squares
/// for the share (J. N. Arvesen and T. H. Schmitz, "Robust procedures for variance component problems using the jackknife", Biometrics 26, 1970).
/// </summary>
/// <param name="Mean">Mean over all trials.</param>
/// <param name="Within">Variance within draws: luck.</param>
/// <param name="WithinInterval">Its 95 % interval.</param>
/// <param name="Between">Variance between draws, without what luck adds to the draws' means; 0 where the estimate is below: ignorance.</param>
/// <param name="BetweenInterval">Its 95 % interval, cut off at 0.</param>
/// <param name="Share">The share of ignorance in the whole variance, in [0, 1].</param>
/// <param name="ShareInterval">Its 95 % interval.</param>
public sealed record VarianceSplit(
    double Mean, double Within, Interval? WithinInterval, double Between, Interval? BetweenInterval, double Share, Interval? ShareInterval)
{
    /// <summary>Divides the variance; null unless there are at least three draws with the same number, at least two, of finite values each.</summary>
    /// <param name="draws">The values of each draw.</param>
    public static VarianceSplit? Of(IReadOnlyList<double[]> draws)
    {
        if (draws.Count < 3 || draws[0].Length < 2 || draws.Any(draw => draw.Length != draws[0].Length || draw.Any(value => !double.IsFinite(value)))) return null;
        double mean = Student.Mean([.. draws.Select(Student.Mean)]);
        var squares = new MeanSquares(draws, mean);
        MeanSquares[] without = [.. Enumerable.Range(0, draws.Count).Select(squares.Without)];
        Interval? Of(Func<MeanSquares, double> figure) => Jackknife.Interval(figure(squares), [.. without.Select(figure)]);
        return new VarianceSplit(
            mean, squares.Within, AtLeastZero(Of(part => part.Within)),
            Math.Max(0, squares.Component), AtLeastZero(Of(part => part.Component)),
            squares.ShareAt(squares.Between, squares.Within),
            squares.Within > 0 && squares.Between > 0 && Of(part => PureMath.Log(part.Between / part.Within)) is { } ratio
                ? new Interval(squares.ShareAt(PureMath.Exp(ratio.Low), 1), squares.ShareAt(PureMath.Exp(ratio.High), 1)) : null);
    }

    private static Interval? AtLeastZero(Interval? interval) => interval is { } ends ? new Interval(Math.Max(0, ends.Low), Math.Max(0, ends.High)) : null;

    /// <summary>The mean squares, from sums that one draw can be taken out of.</summary>
    private sealed class MeanSquares
    {
        private readonly double[] _means, _inside;
        private readonly int _trials, _draws;
        private readonly double _sum, _squares, _within;

        public MeanSquares(IReadOnlyList<double[]> draws, double centre)
        {
            (_trials, _draws) = (draws[0].Length, draws.Count);
            _means = [.. draws.Select(draw => Student.Mean(draw) - centre)]; // about the mean, where sums of squares lose no digits
            _inside = [.. draws.Select(draw => SquaresAbout(draw, Student.Mean(draw)))];
            (_sum, _squares, _within) = (Student.Sum(_means), Student.Sum([.. _means.Select(mean => mean * mean)]), Student.Sum(_inside));
        }

        private MeanSquares(MeanSquares all, int left)
        {
            (_means, _inside, _trials, _draws) = (all._means, all._inside, all._trials, all._draws - 1);
            double mean = all._means[left];
            (_sum, _squares, _within) = (all._sum - mean, all._squares - mean * mean, all._within - all._inside[left]);
        }

        public double Between => _trials * Math.Max(0, _squares - _sum * _sum / _draws) / (_draws - 1);

        public double Within => Math.Max(0, _within) / (_draws * (_trials - 1.0));

        public double Component => (Between - Within) / _trials;

        public MeanSquares Without(int draw) => new(this, draw);

        public double ShareAt(double between, double within) =>
            between <= within ? 0 : (between - within) / (between - within + _trials * within);

        private static double SquaresAbout(double[] values, double mean) => Student.Sum([.. values.Select(value => (value - mean) * (value - mean))]);
    }
}
