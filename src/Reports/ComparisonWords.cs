using System.Globalization;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Results;

namespace Simulator.Reports;

/// <summary>A comparison in words, the same on screen, in a pull request and on the page.</summary>
public static class ComparisonWords
{
    private const long Countless = 1_000_000; // more trials no run may have

    /// <summary>The verdict on one measure.</summary>
    public static string Verdict(ComparedMeasure measure, ComparisonResult result) => measure.Change switch
    {
        Change.Better => "better",
        Change.Worse => measure.IsOfMargin ? $"worse by more than {Humane.Format(result.Margin, "share")}" : "worse",
        Change.NoWorse => $"not worse by {Humane.Format(result.Margin, "share")}",
        Change.Different => "different",
        Change.Same => "the same",
        _ when measure.Needed is not { } needed => "cannot tell",
        _ when measure.Needed - measure.Trials > Countless => "cannot tell: more than a million trials would be needed",
        _ => $"cannot tell yet, needs about {Rounded(measure.Needed!.Value - measure.Trials)} more trials",
    };

    /// <summary>The difference with its sign: "+3 m 2 s".</summary>
    public static string Shift(ComparedMeasure measure) => Signed(measure.Shift.Value, measure.Unit);

    /// <summary>Its interval: "-4 m to -2 m".</summary>
    public static string Interval(ComparedMeasure measure) => Signed(measure.Shift.Interval, measure.Unit);

    /// <summary>An interval of differences.</summary>
    public static string Signed(Interval? interval, string unit)
    {
        if (interval is not { } ends) return "–";
        string low = Signed(ends.Low, unit), high = Signed(ends.High, unit);
        return low == high ? $"just {low}" : $"{low} to {high}";
    }

    /// <summary>The measure with what tells its pair from others.</summary>
    public static string Name(ComparedMeasure measure) => measure.Match.Length == 0 ? measure.Text : $"{measure.Text} in {measure.Match}";

    /// <summary>The p-value after Holm's correction.</summary>
    public static string P(ComparedMeasure measure) => measure.Change == Change.Same ? "–"
        : measure.Adjusted < 0.0001 ? "< 0.0001" : measure.Adjusted.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>How the sides were set against each other, one sentence a pair.</summary>
    public static IEnumerable<string> Pairing(ComparisonResult result) => result.Pairs.Select(pair =>
        $"{(pair.Name.Length == 0 ? "" : $"{pair.Name}: ")}A is {pair.A}, B is {pair.B}; {Humane.Format(pair.Trials, "count")} trials, "
        + (pair.WhyNotPaired is null ? $"seed {pair.SeedA} on both sides, paired trial by trial." : $"not paired, because {pair.WhyNotPaired}: Welch's comparison."));

    /// <summary>How verdicts were made.</summary>
    public static string Method(ComparisonResult result) =>
        $"Verdicts are {Humane.Format(result.Confidence, "share")} sure, all measures together (Holm's correction); an interval is of its measure alone, at {Humane.Format(result.Confidence, "share")}."
        + (result.Margin > 0 ? $" What is asked is whether B is worse by {Humane.Format(result.Margin, "share")} or more." : "")
        + (result.Planned > 1 ? $" Looked at {string.Join(", ", result.Looks.Select(look => Humane.Format(look, "count")))} trials, of {result.Planned} looks that were planned; each has its own part of the level." : "");

    /// <summary>What is to be known of a measure beyond its figures; empty where nothing is.</summary>
    public static string Remark(ComparedMeasure measure) => string.Join("; ", new[]
    {
        measure.IsCertain && measure.Change != Change.Same ? "chance does not touch it" : "",
        measure.LeftOut > 0 ? $"{measure.LeftOut} trials have a value on one side only and are left out" : "",
    }.Where(part => part.Length > 0));

    private static string Signed(double value, string unit) => double.IsNegativeInfinity(value) ? "-∞" : $"{(value > 0 ? "+" : "")}{Humane.Format(value, unit)}";

    /// <summary>Two digits are as many as such a guess has.</summary>
    private static string Rounded(long trials)
    {
        double power = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, trials))) - 1));
        return (Math.Ceiling(trials / power) * power).ToString("#,##0", CultureInfo.InvariantCulture);
    }
}
