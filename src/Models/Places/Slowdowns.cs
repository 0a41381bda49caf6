namespace Simulator.Models.Places;

/// <summary>What slows something down at present. Several at once multiply; each can end in any order.</summary>
public sealed class Slowdowns
{
    private readonly List<Slowdown> _present = [];

    /// <summary>How many times less it carries.</summary>
    public double Bandwidth { get; private set; } = 1;

    /// <summary>How many times longer a message takes.</summary>
    public double Latency { get; private set; } = 1;

    /// <summary>One more begins.</summary>
    public void Begin(Slowdown slowdown)
    {
        _present.Add(slowdown);
        Multiply();
    }

    /// <summary>One of those that have begun ends.</summary>
    /// <exception cref="InvalidOperationException">None like it has begun.</exception>
    public void End(Slowdown slowdown)
    {
        if (!_present.Remove(slowdown)) throw new InvalidOperationException($"no slowdown by {slowdown.Bandwidth} has begun");
        Multiply();
    }

    // From the start each time: divided back, a product would not become 1 again to the last bit.
    private void Multiply()
    {
        (Bandwidth, Latency) = (1, 1);
        foreach (Slowdown slowdown in _present) (Bandwidth, Latency) = (Bandwidth * slowdown.Bandwidth, Latency * slowdown.Latency);
    }
}

/// <summary>One reason for which something is slow.</summary>
/// <param name="Bandwidth">How many times less it carries, at least 1.</param>
/// <param name="Latency">How many times longer a message takes, at least 1.</param>
public readonly record struct Slowdown(double Bandwidth, double Latency);
