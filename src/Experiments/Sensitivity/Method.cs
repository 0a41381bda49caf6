namespace Simulator.Experiments.Sensitivity;

/// <summary>A way to find out which inputs matter: which points are tried, and what is made of the response there.</summary>
public abstract record Method
{
    /// <summary>The place of an input that keeps what the file says.</summary>
    public const double AsWritten = double.NaN;

    /// <summary>Its word in a scenario.</summary>
    public abstract string Word { get; }

    /// <summary>Whether it tries the ends of ranges; else only what lies between.</summary>
    public virtual bool TakesEnds => true;

    /// <summary>The points, each with a place from 0 to 1 for every input.</summary>
    /// <param name="inputs">How many inputs there are.</param>
    /// <param name="seed">Seed.</param>
    public abstract IReadOnlyList<double[]> Points(int inputs, ulong seed);

    /// <summary>The parts of the trials of which the response is wanted too.</summary>
    public virtual IReadOnlyList<int[]> Lots(int trials, ulong seed) => Halves.Of(trials);

    /// <summary>What each input does.</summary>
    /// <param name="surface">The response at the points; every value is finite.</param>
    /// <param name="inputs">How many inputs there are.</param>
    /// <param name="seed">Seed.</param>
    public abstract IReadOnlyList<Effect> Effects(Surface surface, int inputs, ulong seed);

    /// <summary>The share of the response's variance over the points that is luck; null where the method does not tell.</summary>
    public virtual double? NoiseShare(Surface surface) => Halves.NoiseShare(surface);
}
