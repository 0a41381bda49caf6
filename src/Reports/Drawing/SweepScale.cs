using Simulator.Experiments.Results;

namespace Simulator.Reports.Drawing;

/// <summary>The scale of what is varied: its ticks are the values that were tried, and it is logarithmic where their steps are factors.</summary>
public static class SweepScale
{
    private const int MostTicks = 14;

    /// <summary>The scale of an axis whose values are numbers.</summary>
    public static Axis Of(SweepAxis axis)
    {
        double[] values = [.. axis.Levels.Select(level => level.Value!.Value)];
        double reach = (values[^1] - values[0]) * 0.04;
        Axis scale = IsByFactor(values)
            ? Axis.Logarithmic(values[0], values[^1], axis.Unit, hasZero: false)
            : Axis.Window(values[0] - reach, values[^1] + reach, axis.Unit);
        if (axis.Levels.Count > MostTicks && scale.IsLogarithmic && axis.Unit != "s") return scale with { Ticks = [.. RoundSteps(values[0], values[^1]).Select(value => (scale.Place(value), Say(value, axis.Unit)))] };
        return axis.Levels.Count > MostTicks ? scale : scale with { Unit = scale.IsLogarithmic ? "log scale" : "", Ticks = [.. axis.Levels.Select(level => (scale.Place(level.Value!.Value), level.Text))] };
    }

    /// <summary>1, 2 and 5 of every power of ten between two values.</summary>
    private static IEnumerable<double> RoundSteps(double low, double high)
    {
        for (double power = Math.Pow(10, Math.Floor(Math.Log10(low))); power <= high; power *= 10)
            foreach (double step in (double[])[power, 2 * power, 5 * power])
                if (step >= low && step <= high) yield return step;
    }

    private static string Say(double value, string unit) => unit.EndsWith("/s", StringComparison.Ordinal)
        ? Humane.Format(value, unit == "B/s" ? "B" : "count") + "/s"
        : Humane.Format(value, unit);

    /// <summary>Whether the steps between values are more alike as factors than as sums, and the values span enough for it to matter.</summary>
    private static bool IsByFactor(double[] values)
    {
        if (values.Length < 3 || values[0] <= 0 || values[^1] < 4 * values[0]) return false;
        double[] sums = [.. values.Zip(values.Skip(1), (a, b) => b - a)], factors = [.. values.Zip(values.Skip(1), (a, b) => Math.Log(b / a))];
        return factors.Max() / factors.Min() < sums.Max() / sums.Min();
    }
}
