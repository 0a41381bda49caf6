using Simulator.Experiments.Measures;

namespace Simulator.Experiments.Running;

/// <summary>What is kept of a trial when its journal is thrown away.</summary>
public sealed class TrialNumbers
{
    private readonly Dictionary<Figure, Members> _values = [];
    private readonly Dictionary<Figure, Steps> _shares = [];
    private readonly List<Figure> _natural = [];

    private TrialNumbers(ulong fingerprint, TrialRank rank)
    {
        Fingerprint = fingerprint;
        Rank = rank;
    }

    /// <summary>The trial's fingerprint.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Where it stands among all trials, from the best to the worst.</summary>
    public TrialRank Rank { get; }

    /// <summary>The currency of its bill; empty where there is none.</summary>
    public string Currency { get; private init; } = "";

    /// <summary>The figures that have a value in this trial, in the order of the table of measures.</summary>
    public IReadOnlyList<Figure> Natural => _natural;

    /// <summary>Takes from a trial's outcome what measures need.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="fingerprint">The trial's fingerprint.</param>
    /// <param name="asked">Figures that are wanted beyond the natural ones.</param>
    public static TrialNumbers Of(Outcome outcome, ulong fingerprint, IEnumerable<Figure> asked)
    {
        var numbers = new TrialNumbers(fingerprint, TrialRank.Of(outcome)) { Currency = outcome.Bill?.Currency ?? "" };
        numbers._natural.AddRange(MeasureTable.Measures.SelectMany(m => m.Natural(outcome).Select(s => new Figure(m, s))));
        foreach (Figure figure in numbers._natural.Concat(asked)) numbers.Add(figure, outcome);
        return numbers;
    }

    /// <summary>The values of a figure, one a member; what an untouched subject has where the trial does not know it.</summary>
    public Members ValuesOf(Figure figure) => _values.TryGetValue(figure, out Members? members) ? members
        : figure.Measure is { HasMembers: false, IfNone: { } value } ? Members.One(value)
        : Members.None;

    /// <summary>The share over time of a figure whose measure is one.</summary>
    public Steps SharesOf(Figure figure) => _shares.TryGetValue(figure, out Steps? steps) ? steps : Steps.Whole;

    private void Add(Figure figure, Outcome outcome)
    {
        _values[figure] = figure.Measure.Of(outcome, figure.Subject);
        if (figure.Measure.OverTime is { } overTime) _shares[figure] = overTime(outcome, figure.Subject);
    }
}
