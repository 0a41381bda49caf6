using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Searching;

/// <summary>How two designs differ in one objective.</summary>
/// <param name="Gap">The first one's value less the second one's; infinite where only one of them is.</param>
/// <param name="Error">Standard error of the gap; 0 where it was the same in every trial.</param>
/// <param name="Trials">From how many trials of each.</param>
public readonly record struct Difference(double Gap, double Error, int Trials)
{
    /// <summary>Whether they are the same, in every trial.</summary>
    public bool IsNone => Gap == 0 && Error == 0;

    /// <summary>The gap in standard errors; infinite where chance plays no part in it.</summary>
    public double Score => Gap == 0 ? 0 : Error == 0 ? double.CopySign(double.PositiveInfinity, Gap) : Gap / Error;

    /// <summary>
    /// Compares two designs: trial by trial where they can be, for trial n of both meets the same luck (common random numbers); else as two figures
    /// that know nothing of each other, by their intervals.
    /// </summary>
    public static Difference Between(Score a, Score b)
    {
        double first = a.Estimate.Value, second = b.Estimate.Value;
        if (double.IsInfinity(first) || double.IsInfinity(second)) return new Difference(first.Equals(second) ? 0 : first - second, 0, 1);
        if (a.PerTrial is not { } x || b.PerTrial is not { } y) return new Difference(first - second, Math.Sqrt(Square(ErrorOf(a)) + Square(ErrorOf(b))), int.MaxValue);
        int count = Math.Min(x.Count, y.Count);
        double[] differences = [.. Enumerable.Range(0, count).Select(trial => x[trial] - y[trial])];
        return new Difference(Student.Mean(differences), Student.StandardError(differences), count);
    }

    private static double ErrorOf(Score score) => score.Estimate.Interval is { } ends ? (ends.High - ends.Low) / 2 / Scores.EachSide : double.PositiveInfinity;

    private static double Square(double value) => value * value;
}
