using Simulator.Experiments.Results;
using Simulator.Experiments.Statistics.Sampling;
using Simulator.Kernel.Randomness;

namespace Simulator.Experiments.Sensitivity;

/// <summary>
/// Elementary effects (M. D. Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33, 1991): on random ways over a grid one input after
/// the other is moved by a bit more than half its range, and what the response does is told per whole range. <c>mu*</c> is the mean of the absolute effects (F. Campolongo,
/// J. Cariboni and A. Saltelli, Environmental Modelling and Software 22, 2007), <c>mu</c> of the signed ones, <c>sigma</c> their standard deviation: bent, or together with others.
/// </summary>
/// <param name="Trajectories">How many ways, at least 2.</param>
/// <param name="Levels">How many values of each input, even, at least 2.</param>
public sealed record Morris(int Trajectories, int Levels) : Method
{
    private const double MeanOfAbsoluteNormal = 0.79788456080286536; // root of 2 / pi
    private const double Rounding = 1e-9;

    /// <summary>Names of the numbers.</summary>
    public const string MuStar = "mu*", Mu = "mu", Sigma = "sigma", Noise = "noise";

    /// <inheritdoc/>
    public override string Word => "morris";

    /// <summary>How far an input is moved; for even levels every one is then reached alike.</summary>
    private double Step => Levels / (2.0 * (Levels - 1));

    /// <inheritdoc/>
    public override IReadOnlyList<double[]> Points(int inputs, ulong seed)
    {
        List<double[]> points = [];
        for (int way = 0; way < Trajectories; way++)
        {
            RandomStream luck = new Streams(seed, way).Get("sensitivity", "trajectory");
            points.Add([.. Enumerable.Range(0, inputs).Select(_ => luck.Next(Levels) / (Levels - 1.0))]);
            foreach (int input in Shuffled.Of(inputs, luck))
            {
                points.Add([.. points[^1]]);
                points[^1][input] += points[^1][input] < 0.5 ? Step : -Step;
                points[^1][input] = Math.Clamp(points[^1][input], 0, 1); // what rounding left over
            }
        }
        return points;
    }

    /// <summary>
    /// The mean of both halves' effects counts. Their spread is what both halves agree on, and noise what they do not: luck must not look like an interaction. An input matters if
    /// its mu* is surely larger than the mean size of noise.
    /// </summary>
    public override IReadOnlyList<Effect> Effects(Surface surface, int inputs, ulong seed)
    {
        IReadOnlyList<double[]> points = Points(inputs, seed);
        var effects = new (double First, double Second)[inputs][];
        for (int input = 0; input < inputs; input++) effects[input] = new (double, double)[Trajectories];
        for (int way = 0; way < Trajectories; way++)
            for (int at = way * (inputs + 1); at < (way + 1) * (inputs + 1) - 1; at++)
            {
                int input = Enumerable.Range(0, inputs).First(i => !points[at][i].Equals(points[at + 1][i]));
                double moved = points[at + 1][input] - points[at][input];
                effects[input][way] = ((surface.Lots[0][at + 1] - surface.Lots[0][at]) / moved, (surface.Lots[1][at + 1] - surface.Lots[1][at]) / moved);
            }
        return [.. effects.Select(own => Effect(own, seed))];
    }

    private static Effect Effect((double First, double Second)[] effects, ulong seed)
    {
        double[] means = [.. effects.Select(effect => (effect.First + effect.Second) / 2)];
        int[] all = [.. Enumerable.Range(0, effects.Length)];
        double noise = Math.Sqrt(effects.Sum(effect => (effect.First - effect.Second) * (effect.First - effect.Second)) / effects.Length) / 2;
        double Absolute(int[] ways) => ways.Average(way => Math.Abs(means[way]));
        double Signed(int[] ways) => ways.Average(way => means[way]);
        double Spread(int[] ways)
        {
            double first = ways.Average(way => effects[way].First), second = ways.Average(way => effects[way].Second);
            return Math.Sqrt(Math.Max(0, ways.Sum(way => (effects[way].First - first) * (effects[way].Second - second)) / (ways.Length - 1)));
        }

        Interval[] intervals = Bootstrap.Of(effects.Length, seed, Absolute, Signed, Spread);
        return new Effect(
            [new(MuStar, Absolute(all), intervals[0]), new(Mu, Signed(all), intervals[1]), new(Sigma, Spread(all), intervals[2]), new(Noise, noise < Rounding * Absolute(all) ? 0 : noise, null)],
            intervals[0].Low > MeanOfAbsoluteNormal * noise && intervals[0].Low > 0);
    }
}
