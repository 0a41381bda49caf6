namespace Simulator.Reports.Series;

/// <summary>Sorted values as a chart shows them: a cumulative curve of a bounded number of points, and a few quantiles.</summary>
/// <param name="Count">How many values there are, infinite ones included.</param>
/// <param name="Infinite">How many of them are infinite.</param>
/// <param name="Points">The share of all values that are at most <c>Value</c>; ascending.</param>
/// <param name="Smallest">Smallest finite value above zero; NaN if none.</param>
/// <param name="Largest">Largest finite value; NaN if none.</param>
public sealed record Distribution(
    int Count, int Infinite, IReadOnlyList<(double Value, double Share)> Points, double Smallest, double Largest)
{
    private const int MostPoints = 160;

    /// <summary>The distribution of sorted values.</summary>
    public static Distribution Of(IReadOnlyList<double> sorted)
    {
        int finite = sorted.Count;
        while (finite > 0 && double.IsPositiveInfinity(sorted[finite - 1])) finite--;
        if (finite == 0) return new(sorted.Count, sorted.Count, [], double.NaN, double.NaN);
        var points = new List<(double, double)>();
        int steps = Math.Min(finite, MostPoints);
        for (int i = 1; i <= steps; i++)
        {
            int rank = (int)((long)i * finite / steps);
            double value = sorted[rank - 1];
            if (points.Count > 0 && points[^1].Item1 == value) points.RemoveAt(points.Count - 1);
            points.Add((value, (double)rank / sorted.Count));
        }
        // The first kept value must not hide smaller ones.
        if (points[0].Item1 > sorted[0]) points.Insert(0, (sorted[0], 1.0 / sorted.Count));
        double smallest = Enumerable.Range(0, finite).Select(i => sorted[i]).FirstOrDefault(v => v > 0, double.NaN);
        return new(sorted.Count, sorted.Count - finite, points, smallest, sorted[finite - 1]);
    }

    /// <summary>The value that a share <paramref name="p"/> of sorted values does not exceed.</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double p) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(p * sorted.Count) - 1, 0, sorted.Count - 1)];

    /// <summary>The cumulative curve from share 0 at its first value: with corners, or where there are too many to see, without.</summary>
    /// <param name="place">Where a value stands on the axis.</param>
    public (double[] Xs, double[] Ys) Steps(Func<double, double> place)
    {
        var xs = new List<double>();
        var ys = new List<double>();
        double before = 0;
        foreach ((double value, double share) in Points)
        {
            double x = place(value);
            if (Count <= MostPoints || xs.Count == 0)
            {
                xs.Add(x);
                ys.Add(before);
            }
            xs.Add(x);
            ys.Add(share);
            before = share;
        }
        return ([.. xs], [.. ys]);
    }
}
