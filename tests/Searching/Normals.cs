using Simulator.Experiments.Results;
using Simulator.Experiments.Searching;
using Simulator.Experiments.Statistics;
using Simulator.Kernel.Randomness;

namespace Simulator.Tests.Searching;

/// <summary>A design whose trials are normal numbers with a known mean and spread, so that it is known which design is best.</summary>
/// <param name="name">Its stream of random numbers.</param>
/// <param name="seed">The seed.</param>
/// <param name="means">The mean of each objective.</param>
/// <param name="sigma">Standard deviation of what is its own.</param>
internal sealed class Normals(string name, ulong seed, double[] means, double sigma) : IContestant
{
    private readonly List<double[]> _trials = [];

    /// <summary>Standard deviation of the luck that all designs share.</summary>
    public double Shared { get; init; }

    /// <summary>How often a trial breaks what must hold, whose limit is 5 % of trials; null where nothing must hold.</summary>
    public double? Breaks { get; init; }

    public int Trials => _trials.Count;

    public bool IsCertain => false;

    public IReadOnlyList<Score> Scores { get; private set; } = [];

    public IReadOnlyList<Holding> Holdings { get; private set; } = [];

    public void Try(int trials, CancellationToken cancellation)
    {
        for (int trial = _trials.Count; trial < trials; trial++)
            _trials.Add([.. means.Select((mean, k) => mean + Shared * Normal($"all {k}", trial) + sigma * Normal($"{name} {k}", trial))]);
        Scores = [.. means.Select((_, k) => (double[])[.. _trials.Select(trial => trial[k])]).Select(values => new Score(Student.Mean(values, values), values))];
        if (Breaks is { } share) Holdings = [Held(share)];
    }

    private Holding Held(double share)
    {
        int broken = Enumerable.Range(0, Trials).Count(trial => Uniform($"{name} breaks", trial) < share);
        Estimate found = Wilson.Share(broken, broken, Trials);
        Verdict verdict = found.Upper <= 0.05 ? Verdict.Met : found.Lower > 0.05 ? Verdict.Breached : Verdict.NotEnoughEvidence;
        double half = (found.Interval!.Value.High - found.Interval.Value.Low) / 2, gap = Math.Max(1e-6, Math.Abs(found.Value - 0.05));
        return new Holding(new ExpectationResult("few break", verdict, found.Value, found.Interval, "share", ""), found.Value <= 0.05, Trials * half / gap * half / gap);
    }

    private double Normal(string stream, int trial) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Math.Max(1e-12, Uniform(stream, trial)));

    private double Uniform(string stream, int trial) => Philox.Uniform(Philox.Key(seed, stream), (ulong)trial);
}
