using System.Diagnostics;
using Simulator.Kernel.Randomness;

namespace Simulator.Kernel.Waits;

/// <summary>A wait for a moment. It begins when it is awaited.</summary>
[StackTraceHidden]
public readonly struct TimeWait : IKernelAwaiter
{
    private readonly Lifetime _lifetime;
    private readonly Instant _until;
    private readonly bool _isOver;
    private readonly IRandomDelay? _delay;
    private readonly RandomStream? _stream;

    internal TimeWait(Lifetime lifetime, Instant until, bool isOver)
    {
        _lifetime = lifetime;
        _until = until;
        _isOver = isOver;
    }

    internal TimeWait(Lifetime lifetime, Instant until, IRandomDelay delay, RandomStream stream)
        : this(lifetime, until, isOver: false)
    {
        _delay = delay;
        _stream = stream;
    }

    /// <summary>Whether there is nothing to wait for, or no lifetime to wait through.</summary>
    public bool IsCompleted => _isOver || _lifetime.HasEnded;

    /// <summary>For <c>await</c>.</summary>
    public TimeWait GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    /// <exception cref="LifetimeEndedException">The lifetime has ended.</exception>
    public void GetResult() => _lifetime.ThrowIfEnded();

    void IKernelAwaiter.Suspend(Process process)
    {
        process.BeginWait(_lifetime, subject: null);
        if (_delay is not null) process.RememberDelay(_delay, _stream!);
        _lifetime.Simulation.Schedule(process, _until);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);
}
