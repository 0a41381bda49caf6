using System.Diagnostics;

namespace Simulator.Kernel.Waits;

/// <summary>A wait for the hands of a crew. It begins when it is awaited.</summary>
[StackTraceHidden]
public readonly struct CrewWait : IKernelAwaiter
{
    private readonly Lifetime _lifetime;
    private readonly Crew _crew;
    private readonly int _hands;
    private readonly double _rank;

    internal CrewWait(Lifetime lifetime, Crew crew, int hands, double rank)
    {
        _lifetime = lifetime;
        _crew = crew;
        _hands = hands;
        _rank = rank;
    }

    /// <summary>Whether the lifetime has ended, or the hands were free: then they are taken by asking.</summary>
    public bool IsCompleted => _lifetime.HasEnded || _crew.TryTake(_hands);

    /// <summary>For <c>await</c>.</summary>
    public CrewWait GetAwaiter() => this;

    /// <summary>Ends the wait: the hands, to be given back by disposing.</summary>
    /// <exception cref="LifetimeEndedException">The lifetime has ended.</exception>
    public Hands GetResult()
    {
        _lifetime.ThrowIfEnded();
        return new Hands(_crew, _hands);
    }

    void IKernelAwaiter.Suspend(Process process)
    {
        process.BeginWait(_lifetime, _crew);
        _crew.Enqueue(process, _hands, _rank);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);
}
