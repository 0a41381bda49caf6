using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;

namespace Simulator.Experiments.Running;

/// <summary>A figure with one value a trial: a column of <c>trials.csv</c>.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Reduce">How the members of a trial become one value; not <see cref="Reduce.Each"/> where there are several.</param>
public sealed record TrialColumn(Figure Figure, Reduce Reduce)
{
    /// <summary>Unit of its values: the measure's, or the currency of the prices.</summary>
    public string Unit { get; init; } = Figure.Measure.Unit;

    /// <summary>The columns that have a value in some trial, in the order of the table of measures.</summary>
    public static IReadOnlyList<TrialColumn> Natural(VariantTrials trials) =>
        [.. trials.Figures.SelectMany(f => f.Measure.Shown.Where(r => !f.Measure.HasMembers || r != Reduce.Each).Select(r => new TrialColumn(f, r) { Unit = trials.UnitOf(f.Measure) }))];

    /// <summary>Of what it is: "worst site".</summary>
    public string SubjectText => Figure.Measure.HasMembers ? $"{Reduce.Word()} {Figure.Subject}" : Figure.Subject.ToString();

    /// <summary>What it is, in words: "loss of worst site".</summary>
    public string Text => SubjectText.Length == 0 ? Figure.Measure.Word : $"{Figure.Measure.Word} of {SubjectText}";

    /// <summary>What stands above it: "loss of worst site [s]".</summary>
    public string Head => $"{Figure.Measure.Word} of {SubjectText} [{Unit}]";

    /// <summary>Its value in a trial: infinite where only a lower bound is known, not a number where there is none.</summary>
    public double Of(TrialNumbers trial) => trial.ValuesOf(Figure).Reduced(Reduce, Figure.Measure.IfNone)?.AtMost ?? double.NaN;

    /// <summary>The column that has a head; null where the head is of no measure of this simulator.</summary>
    public static TrialColumn? Read(string head)
    {
        int unit = head.LastIndexOf(" [", StringComparison.Ordinal);
        if (unit < 0 || Response.Syntax.Parse($"mean {head[..unit]}") is not { Problem: null, Value: { } response }) return null;
        var column = new TrialColumn(response.Figure, response.Reduce);
        if (response.Measure.Unit == CostMeasures.Money) column = column with { Unit = head[(unit + 2)..^1] };
        return column.Head == head ? column : null;
    }
}
