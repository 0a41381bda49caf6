using Simulator.Experiments.Sensitivity;

namespace Simulator.Tests.Sensitivity;

/// <summary>Functions whose sensitivities are known, on the unit cube.</summary>
internal static class Functions
{
    /// <summary>T. Ishigami and T. Homma, 1990, with a = 7 and b = 0.1.</summary>
    public static double Ishigami(double[] u)
    {
        double X(int i) => Math.PI * (2 * u[i] - 1);
        return Math.Sin(X(0)) + 7 * Math.Pow(Math.Sin(X(1)), 2) + 0.1 * Math.Pow(X(2), 4) * Math.Sin(X(0));
    }

    /// <summary>Its first and total orders.</summary>
    public static readonly (double First, double Total)[] OfIshigami = [(0.313905, 0.557589), (0.442411, 0.442411), (0, 0.243684)];

    /// <summary>Sobol's g function with these coefficients.</summary>
    public static double G(double[] u, double[] a) => u.Zip(a, (x, c) => (Math.Abs(4 * x - 2) + c) / (1 + c)).Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>Its first and total orders in closed form: V_i = 1 / (3 (1 + a_i)²), V = product of (1 + V_i) less 1 (A. Saltelli and I. M. Sobol', 1995).</summary>
    public static (double First, double Total)[] OfG(double[] a)
    {
        double[] parts = [.. a.Select(c => 1 / (3 * (1 + c) * (1 + c)))];
        double all = parts.Aggregate(1.0, (product, part) => product * (1 + part));
        return [.. parts.Select(part => (part / (all - 1), part * (all / (1 + part)) / (all - 1)))];
    }

    /// <summary>What a method says of a function that chance does not touch.</summary>
    public static IReadOnlyList<Effect> Of(Method method, int inputs, ulong seed, Func<double[], double> function) =>
        method.Effects(Surface.Of([.. method.Points(inputs, seed).Select(function)], method.Lots(100, seed).Count), inputs, seed);
}
