using Simulator.Experiments.Measures;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Expectations;

/// <summary>The values of a figure in all trials of a variant.</summary>
public sealed class TrialValues
{
    private readonly IReadOnlyList<Members> _trials;
    private readonly int _perDraw;

    /// <summary>Takes the values of all trials.</summary>
    /// <param name="trials">The members of each trial, in trial order; unless they are pooled, at most one each.</param>
    /// <param name="unit">Their unit.</param>
    /// <param name="arePooled">Whether the members of all trials are looked at together.</param>
    /// <param name="areAlike">Whether chance touches nothing in these trials, so that every one is the same.</param>
    /// <param name="perDraw">How many trials in a row share a draw of what is uncertain; 1 where all are independent.</param>
    public TrialValues(IReadOnlyList<Members> trials, string unit, bool arePooled, bool areAlike, int perDraw = 1)
    {
        _perDraw = perDraw;
        _trials = trials;
        Unit = unit;
        ArePooled = arePooled;
        AreAlike = areAlike;
        IsKnown = trials.All(t => t.IsKnown);
        AtMost = [.. trials.SelectMany(t => t.AtMost)];
        AtLeast = IsKnown ? AtMost : [.. trials.SelectMany(t => t.AtLeast)];
    }

    /// <summary>Unit of the values.</summary>
    public string Unit { get; }

    /// <summary>Whether the members of all trials are looked at together.</summary>
    public bool ArePooled { get; }

    /// <summary>Whether every trial is the same, so that one says everything.</summary>
    public bool AreAlike { get; }

    /// <summary>How many trials there are.</summary>
    public int Trials => _trials.Count;

    /// <summary>How many of what is independent there are: trials, or the draws that they share.</summary>
    public int Independent => (Trials + _perDraw - 1) / _perDraw;

    /// <summary>What is independent of each other, in words.</summary>
    public string IndependentWord => _perDraw == 1 ? "trials" : "draws";

    /// <summary>How many trials have no value though each should have one.</summary>
    public int Missing => ArePooled ? 0 : _trials.Count(t => t.Count == 0);

    /// <summary>All values in trial order, or what they are known to exceed.</summary>
    public IReadOnlyList<double> AtLeast { get; }

    /// <summary>All values in trial order, or infinity where only a lower bound is known.</summary>
    public IReadOnlyList<double> AtMost { get; }

    /// <summary>Whether every value is known, none cut off by the end of the run.</summary>
    public bool IsKnown { get; }

    /// <summary>The same figure over some of the trials, each as often as it is named.</summary>
    /// <param name="trials">Numbers of trials, from 0.</param>
    public TrialValues Of(IEnumerable<int> trials) => new([.. trials.Select(trial => _trials[trial])], Unit, ArePooled, AreAlike);

    /// <summary>The mean with its bounds.</summary>
    public Estimate Mean => IsCertain ? Estimate.Certain(Student.Mean(AtMost))
        : IsClustered ? Clustered.MeanOf(LowCluster, HighCluster)
        : Student.Mean(AtLeast, AtMost);

    /// <summary>A quantile with its bounds.</summary>
    /// <param name="share">In (0, 1).</param>
    public Estimate Quantile(double share) => IsCertain ? Estimate.Certain(OrderStatistics.Value(High, share))
        : IsClustered ? Clustered.QuantileOf(LowCluster, HighCluster, share)
        : OrderStatistics.Quantile(Low, High, share);

    /// <summary>The largest value seen, which is a fact of these trials and no estimate.</summary>
    public Estimate Max => new(High[^1], Low[^1], High[^1], new Results.Interval(Low[^1], High[^1]));

    /// <summary>All values, ascending; infinite where only a lower bound is known.</summary>
    public IReadOnlyList<double> Sorted => High;

    private bool IsCertain => AreAlike && IsKnown && Trials > 1;

    private double[] Low => _low ??= IsKnown ? High : Sort(AtLeast);

    private double[] High => _high ??= Sort(AtMost);

    private bool IsClustered => ArePooled || _perDraw > 1;

    private Clustered LowCluster => _lowCluster ??= IsKnown ? HighCluster : new Clustered(Clusters(t => t.AtLeast));

    private Clustered HighCluster => _highCluster ??= new Clustered(Clusters(t => t.AtMost));

    /// <summary>Values that share their luck or their ignorance, one array each.</summary>
    private IReadOnlyList<double[]> Clusters(Func<Members, double[]> values) => _perDraw == 1
        ? [.. _trials.Select(values)]
        : [.. _trials.Chunk(_perDraw).Select(draw => draw.SelectMany(values).ToArray())];

    /// <summary>
    /// How many independent trials would say as much about the share that meets a condition as these do: the trials, divided by how much larger than of
    /// independent ones the variance of the share is (L. Kish, "Survey Sampling", 1965, section 8.2), at least the draws.
    /// </summary>
    public double EffectiveTrials(Func<double, double, bool> meets)
    {
        if (_perDraw == 1) return Trials;
        double[] hits = [.. AtLeast.Zip(AtMost, (low, high) => meets(low, high) ? 1.0 : 0.0)];
        var shares = new Clustered([.. hits.Chunk(_perDraw)]);
        double share = shares.Mean, error = (shares.MeanBound(1, Estimate.EachSide) - share) / Student.Quantile(Estimate.EachSide, Independent - 1) ?? 0;
        return error > 0 ? Math.Clamp(share * (1 - share) / (error * error), Independent, Trials) : Independent;
    }

    private static double[] Sort(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }

    private double[]? _low, _high;
    private Clustered? _lowCluster, _highCluster;
}
