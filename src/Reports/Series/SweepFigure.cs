using Simulator.Experiments;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Results;

namespace Simulator.Reports.Series;

/// <summary>One figure over all variants of a study with <c>vary</c>.</summary>
/// <param name="Label">What it is: "p95 downtime of worst customer".</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Limits">What an expectation allows; null where none speaks of it.</param>
/// <param name="Points">Its value in each variant.</param>
public sealed record SweepFigure(string Label, string Unit, Limits? Limits, IReadOnlyList<SweepPoint> Points)
{
    /// <summary>From so many variants on there is no room for a picture or a table of each.</summary>
    public const int Many = 13;

    private const int Most = 4;

    /// <summary>Whether a study has so many variants that they are shown together.</summary>
    public static bool IsMany(StudyResult result) => result.Variants.Count >= Many;

    /// <summary>The result of the baseline alone.</summary>
    public static StudyResult BaselineOf(StudyResult result) => result with
    {
        Variants = [result.Variants[0]],
        Study = result.Study with { Variants = [.. result.Study.Variants.Where(variant => variant.Name == result.Variants[0].Name)] },
        Published = [.. result.Published.Where(point => point.Variant == result.Variants[0].Name)],
    };

    /// <summary>The figures that are expected of all variants, else the headline ones; a handful at the most.</summary>
    public static IReadOnlyList<SweepFigure> Of(StudyResult result)
    {
        List<SweepFigure> expected = [.. result.Study.Expectations.Where(e => e.Variants.Count == 0 && e.Test.Reaches is null).DistinctBy(e => e.FigureText).Take(Most).Select(e => Of(result, e))];
        return expected.Count > 0 ? expected : [.. Headlines(result).Take(Most).Select(m => Of(result, m))];
    }

    /// <summary>What the figure must keep to, on one side; null where nothing is expected.</summary>
    public double? Limit => Limits?.High ?? Limits?.Low;

    /// <summary>Whether the smaller of two values is the better one: of everything but what must be at least so much.</summary>
    public bool IsLessBetter => Limits is null or { High: not null } or { Low: null };

    private static SweepFigure Of(StudyResult result, Expectation expectation) => new(
        expectation.Statistic is EveryTrial ? $"{expectation.FigureText}, at the worst" : expectation.FigureText,
        expectation.Statistic is ShareOfTrials ? "share" : expectation.Measure.Unit, expectation.Test.Limits,
        ValuesOf(result, variant => variant.Expectations.FirstOrDefault(e => e.Text == expectation.Text) is { Value: { } value } found ? (value, found.Interval, found.Verdict) : null));

    private static SweepFigure Of(StudyResult result, (string Measure, string Subject, string Unit) figure) => new(
        $"mean {figure.Measure}{(figure.Subject.Length == 0 ? "" : $" of {figure.Subject}")}", figure.Unit, null,
        ValuesOf(result, variant => variant.Measures.FirstOrDefault(m => (m.Measure, m.Subject, m.Unit) == figure) is { } found ? (found.Mean, found.MeanInterval, null) : null));

    private static IEnumerable<(string Measure, string Subject, string Unit)> Headlines(StudyResult result) =>
        result.Variants.SelectMany(v => v.Measures).Where(Measures.IsHeadline).Select(m => (m.Measure, m.Subject, m.Unit)).Distinct();

    private static SweepPoint[] ValuesOf(StudyResult result, Func<VariantResult, (double Value, Interval? Interval, Verdict? Verdict)?> figure) =>
    [
        .. from variant in result.Variants
           let found = figure(variant)
           where found is not null
           select new SweepPoint(
               variant.Name, result.Study.Variants.FirstOrDefault(v => v.Name == variant.Name)?.Levels ?? [], found.Value.Value, found.Value.Interval, found.Value.Verdict),
    ];
}

/// <summary>A figure in one variant.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Levels">Where it stands on each axis.</param>
/// <param name="Value">The figure; infinite where nothing came back.</param>
/// <param name="Interval">Its 95 % interval; null where none exists.</param>
/// <param name="Verdict">The verdict of its expectation; null where none speaks of it.</param>
public sealed record SweepPoint(string Variant, IReadOnlyList<Level> Levels, double Value, Interval? Interval, Verdict? Verdict)
{
    /// <summary>Where the variant stands on an axis; an axis on which no variant stands has one place.</summary>
    public Level On(SweepAxis axis) => Levels.FirstOrDefault(level => level.Axis == axis.Name) ?? axis.Levels[0];
}
