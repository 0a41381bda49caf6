namespace Simulator.Kernel;

/// <summary>Hands of a crew that are at work. Dispose them once to give them back; the default value is no hands.</summary>
public readonly record struct Hands : IDisposable
{
    private readonly Crew? _crew;

    internal Hands(Crew crew, int count)
    {
        _crew = crew;
        Count = count;
    }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>Gives them back; whoever waits for them is woken at this instant.</summary>
    /// <exception cref="InvalidOperationException">More hands were given back than taken: some were disposed twice.</exception>
    public void Dispose() => _crew?.GiveBack(Count);
}
