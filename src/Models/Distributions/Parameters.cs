using Simulator.Models.Language;

namespace Simulator.Models.Distributions;

/// <summary>What stands between the parentheses of a distribution, in base units.</summary>
/// <param name="Text">The whole text, for messages.</param>
/// <param name="Family">The word before the parenthesis.</param>
/// <param name="Bare">Values without a label, in order.</param>
/// <param name="Labelled">Values with one; labels differ.</param>
/// <param name="Measure">In what the values are told.</param>
internal sealed record Parameters(
    string Text, string Family, IReadOnlyList<double> Bare, IReadOnlyList<(string Label, double Value)> Labelled, Measure Measure)
{
    /// <summary>The quantiles among the labels, ascending by share; the median is one.</summary>
    public IReadOnlyList<(double Share, double Value)> Quantiles { get; } =
        [.. Labelled.Where(entry => Labels.Share(entry.Label) is not null).Select(entry => (Labels.Share(entry.Label)!.Value, entry.Value)).OrderBy(entry => entry.Item1)];

    /// <summary>The value under a label; null where it is not given.</summary>
    public double? Of(string label)
    {
        foreach ((string name, double value) in Labelled)
            if (name == label) return value;
        return null;
    }

    /// <summary>A problem where a labelled value is zero.</summary>
    public string? Positive()
    {
        foreach ((string label, double value) in Labelled)
            if (value <= 0) return $"'{Text}' has a {label} of 0: a {Family} needs more than 0";
        return null;
    }

    /// <summary>The problem that the parameters are too few, too many or not those of the family.</summary>
    /// <param name="needs">What fixes the family.</param>
    /// <param name="example">A valid text, with # for a small value and ## for a larger one.</param>
    public Parsed<Distribution> Wrong(string needs, string example) => Parsed.No<Distribution>(
        $"'{Text}' does not fix a distribution: {Family} takes {needs}, such as "
        + example.Replace("##", Measure.Large, StringComparison.Ordinal).Replace("#", Measure.Small, StringComparison.Ordinal));

    /// <summary>The problem that no member of the family has these parameters.</summary>
    public Parsed<Distribution> Contradiction() => Parsed.No<Distribution>(
        $"'{Text}' contradicts itself: no {Family} has {string.Join(" and ", Labelled.Select(entry => entry.Label))} like these");
}
