using Simulator.Experiments.Results;

namespace Simulator.Experiments.Sensitivity;

/// <summary>
/// Each input to the lower and the upper end of its range while the others stay what the file says. All points meet the same trials, and the interval of a change is
/// of changes with the same luck: paired, by drawing trials again. It sees no interactions.
/// </summary>
public sealed record OneAtATime : Method
{
    private const int Redrawn = 400; // trials are drawn again so often; the ends of an interval are then known to about a seventh of its length

    /// <summary>Names of the numbers.</summary>
    public const string Swing = "swing", AtLow = "at low", AtHigh = "at high";

    /// <inheritdoc/>
    public override string Word => "one-at-a-time";

    /// <inheritdoc/>
    public override IReadOnlyList<double[]> Points(int inputs, ulong seed)
    {
        double[] written = [.. Enumerable.Repeat(AsWritten, inputs)];
        List<double[]> points = [written];
        for (int input = 0; input < inputs; input++)
            foreach (double end in (double[])[0, 1])
            {
                points.Add([.. written]);
                points[^1][input] = end;
            }
        return points;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int[]> Lots(int trials, ulong seed) => [.. Enumerable.Range(0, Redrawn).Select(sample => Bootstrap.Picks(trials, seed, sample))];

    /// <inheritdoc/>
    public override IReadOnlyList<Effect> Effects(Surface surface, int inputs, ulong seed) => [.. Enumerable.Range(0, inputs).Select(input =>
    {
        Importance low = Changed(surface, 1 + 2 * input, AtLow), high = Changed(surface, 2 + 2 * input, AtHigh);
        double swing = Math.Max(Math.Max(low.Value, high.Value), 0) - Math.Min(Math.Min(low.Value, high.Value), 0);
        return new Effect([new(Swing, swing, null), low, high], IsClear(low) || IsClear(high));
    })];

    /// <summary>It looks at single changes, whose luck their intervals tell.</summary>
    public override double? NoiseShare(Surface surface) => null;

    private static Importance Changed(Surface surface, int point, string name) =>
        new(name, Change(surface.Whole[point], surface.Whole[0]), Bootstrap.Middle([.. surface.Lots.Select(lot => Change(lot[point], lot[0]))]));

    /// <summary>Two infinite losses are the same loss.</summary>
    private static double Change(double now, double before) => now.Equals(before) ? 0 : now - before;

    private static bool IsClear(Importance index) => index.Interval is { } ends && (ends.Low > 0 || ends.High < 0);
}
