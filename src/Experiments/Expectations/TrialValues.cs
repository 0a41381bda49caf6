using Simulator.Experiments.Measures;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Expectations;

/// <summary>The values of a figure in all trials of a variant.</summary>
public sealed class TrialValues
{
    private readonly IReadOnlyList<Members> _trials;

    /// <summary>Takes the values of all trials.</summary>
    /// <param name="trials">The members of each trial, in trial order; unless they are pooled, at most one each.</param>
    /// <param name="unit">Their unit.</param>
    /// <param name="arePooled">Whether the members of all trials are looked at together.</param>
    /// <param name="areAlike">Whether chance touches nothing in these trials, so that every one is the same.</param>
    public TrialValues(IReadOnlyList<Members> trials, string unit, bool arePooled, bool areAlike)
    {
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
        : ArePooled ? Clustered.MeanOf(LowCluster, HighCluster)
        : Student.Mean(AtLeast, AtMost);

    /// <summary>A quantile with its bounds.</summary>
    /// <param name="share">In (0, 1).</param>
    public Estimate Quantile(double share) => IsCertain ? Estimate.Certain(OrderStatistics.Value(High, share))
        : ArePooled ? Clustered.QuantileOf(LowCluster, HighCluster, share)
        : OrderStatistics.Quantile(Low, High, share);

    /// <summary>The largest value seen, which is a fact of these trials and no estimate.</summary>
    public Estimate Max => new(High[^1], Low[^1], High[^1], new Results.Interval(Low[^1], High[^1]));

    /// <summary>All values, ascending; infinite where only a lower bound is known.</summary>
    public IReadOnlyList<double> Sorted => High;

    private bool IsCertain => AreAlike && IsKnown && Trials > 1;

    private double[] Low => _low ??= IsKnown ? High : Sort(AtLeast);

    private double[] High => _high ??= Sort(AtMost);

    private Clustered LowCluster => _lowCluster ??= IsKnown ? HighCluster : new Clustered([.. _trials.Select(t => t.AtLeast)]);

    private Clustered HighCluster => _highCluster ??= new Clustered([.. _trials.Select(t => t.AtMost)]);

    private static double[] Sort(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }

    private double[]? _low, _high;
    private Clustered? _lowCluster, _highCluster;
}
