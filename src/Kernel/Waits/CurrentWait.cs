using System.Diagnostics;
using Simulator.Kernel.Capacities;

namespace Simulator.Kernel.Waits;

/// <summary>A wait for a change of a current's rate that gives up at a moment. It begins when it is awaited.</summary>
[StackTraceHidden]
public readonly struct CurrentWait : IKernelAwaiter
{
    private readonly Lifetime _lifetime;
    private readonly Current _current;
    private readonly Instant _atMost;

    internal CurrentWait(Lifetime lifetime, Current current, Instant atMost)
    {
        _lifetime = lifetime;
        _current = current;
        _atMost = atMost;
    }

    /// <summary>Whether the rate has changed since it was looked at last, the moment is here, or the lifetime has ended.</summary>
    public bool IsCompleted => _current.HasChanged || _atMost <= _lifetime.Now || _lifetime.HasEnded;

    /// <summary>For <c>await</c>.</summary>
    public CurrentWait GetAwaiter() => this;

    /// <summary>Ends the wait: true if the rate has changed, false if the moment came first.</summary>
    /// <exception cref="LifetimeEndedException">The lifetime has ended.</exception>
    public bool GetResult()
    {
        _lifetime.ThrowIfEnded();
        bool hasChanged = _current.HasChanged;
        _current.Look();
        return hasChanged;
    }

    void IKernelAwaiter.Suspend(Process process)
    {
        process.BeginWait(_lifetime, _current);
        _current.Watch(process, _atMost);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);
}
