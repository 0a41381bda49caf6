namespace Simulator.Kernel.Capacities;

/// <summary>
/// Bytes a second that transfers and currents share: a disk, a link, an object store's bandwidth, a restore quota. Rates are the weighted max-min
/// fair shares; they change only when somebody begins, ends or wants another amount, or a capacity changes.
/// </summary>
public sealed class Capacity
{
    private readonly Simulation _simulation;

    /// <summary>A capacity that nothing uses yet.</summary>
    /// <param name="simulation">The simulation it belongs to.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="bytesPerSecond">Its rate, finite and not negative; at zero everything on it stands still.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public Capacity(Simulation simulation, string name, double bytesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentException.ThrowIfNullOrEmpty(name);
        _simulation = simulation;
        Name = name;
        Rate = Checked(bytesPerSecond);
    }

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>Its rate, bytes a second.</summary>
    public double Rate { get; private set; }

    /// <summary>How many transfers and currents cross it now; one that crosses it twice counts twice.</summary>
    public int Transfers => Crossings.Count;

    /// <summary>Who crosses it, and at which place in their own list.</summary>
    internal List<Crossing> Crossings { get; } = [];

    internal bool IsUnsettled { get; set; }

    /// <summary>The last search that came by.</summary>
    internal long Mark { get; set; }

    // The state of filling: what is left of the rate, and who still waits for a share of it.
    internal double Left { get; set; }

    internal double OpenWeight { get; set; }

    internal int OpenCrossings { get; set; }

    /// <summary>Changes the rate from now on: finite, not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public void Change(double newRate)
    {
        if (Checked(newRate) == Rate) return;
        Rate = newRate;
        _simulation.Sharing.Unsettle(this);
    }

    internal bool BelongsTo(Simulation simulation) => _simulation == simulation;

    private static double Checked(double rate) => double.IsFinite(rate) && rate >= 0
        ? rate
        : throw new ArgumentOutOfRangeException(nameof(rate), $"a capacity must be finite and not negative, not {rate}");
}

/// <summary>A claim on a capacity, which is the <paramref name="Place"/>-th that it crosses.</summary>
internal readonly record struct Crossing(Claim Claim, int Place);
