using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;

namespace Simulator.Experiments.Running;

/// <summary>What is kept of all trials of a variant.</summary>
/// <param name="trials">Trial by trial, in order.</param>
/// <param name="perDraw">How many trials in a row share a draw of what is uncertain; 1 where all are independent.</param>
public sealed class VariantTrials(IReadOnlyList<TrialNumbers> trials, int perDraw = 1)
{
    private readonly Dictionary<(Figure, Reduce), TrialValues> _values = [];

    /// <summary>Trial by trial, in order.</summary>
    public IReadOnlyList<TrialNumbers> Trials => trials;

    /// <summary>How many trials in a row share a draw of what is uncertain; 1 where all are independent.</summary>
    public int PerDraw => perDraw;

    /// <summary>Whether every trial is the same, so that chance touches nothing.</summary>
    public bool AreAlike { get; } = trials.All(t => t.Fingerprint == trials[0].Fingerprint);

    /// <summary>The fingerprints of all trials in one, in trial order (FNV-1a over their bytes), as 16 hexadecimal digits.</summary>
    public string Fingerprint { get; } = Fold(trials).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The figures that have a value in some trial: in the order of the table of measures, then in that of their first appearance.</summary>
    public IReadOnlyList<Figure> Figures { get; } =
        [.. MeasureTable.Measures.SelectMany(m => trials.SelectMany(t => t.Natural.Where(f => ReferenceEquals(f.Measure, m))).Distinct())];

    /// <summary>The unit of a measure's values in these trials: the currency of their bills for an amount of money.</summary>
    public string UnitOf(Measure measure) => measure.Unit == CostMeasures.Money && trials[0].Currency is { Length: > 0 } currency ? currency : measure.Unit;

    /// <summary>The values of a figure: pooled where each member is meant, else one a trial.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="reduce">How the members of a trial become one value.</param>
    public TrialValues Values(Figure figure, Reduce reduce)
    {
        if (_values.TryGetValue((figure, reduce), out TrialValues? known)) return known;
        bool pooled = figure.Measure.HasMembers && reduce == Reduce.Each;
        Members[] values = [.. trials.Select(t => t.ValuesOf(figure)).Select(m => pooled ? m : One(m.Reduced(reduce, figure.Measure.IfNone)))];
        return _values[(figure, reduce)] = new TrialValues(values, UnitOf(figure.Measure), pooled, AreAlike, perDraw);
    }

    /// <summary>In every trial, when a share is first reached, in seconds since the first deletion.</summary>
    public TrialValues FirstReached(Figure figure, double share) =>
        new([.. trials.Select(t => One(t.SharesOf(figure).FirstReached(share)))], "s", arePooled: false, AreAlike, perDraw);

    /// <summary>The trial whose rank is the median; of several, the first.</summary>
    public int MedianTrial()
    {
        int[] order = [.. Enumerable.Range(0, trials.Count).OrderBy(i => trials[i].Rank, TrialRank.BestFirst)];
        TrialRank median = trials[order[(trials.Count - 1) / 2]].Rank;
        return order.First(i => trials[i].Rank.Equals(median));
    }

    /// <summary>What the median trial is the median of, in words.</summary>
    public string Criterion => TrialRank.Criterion([.. trials.Select(t => t.Rank)]);

    private static Members One(Observed? value) => value is { } v ? Members.Of([v]) : Members.None;

    private static ulong Fold(IReadOnlyList<TrialNumbers> trials)
    {
        ulong hash = 14695981039346656037;
        foreach (TrialNumbers trial in trials)
            for (int shift = 0; shift < 64; shift += 8)
                hash = unchecked((hash ^ ((trial.Fingerprint >> shift) & 0xff)) * 1099511628211);
        return hash;
    }
}
