using System.Diagnostics;

namespace Simulator.Kernel.Waits;

/// <summary>A wait for a condition that gives up after a while. It begins when it is awaited.</summary>
[StackTraceHidden]
public readonly struct TimedConditionWait : IKernelAwaiter
{
    private readonly Lifetime _lifetime;
    private readonly Condition _condition;
    private readonly TimeSpan _timeout;

    internal TimedConditionWait(Lifetime lifetime, Condition condition, TimeSpan timeout)
    {
        _lifetime = lifetime;
        _condition = condition;
        _timeout = timeout;
    }

    /// <summary>Whether the condition is already true, there is no time to wait, or the lifetime has ended.</summary>
    public bool IsCompleted => _condition.IsTrue || _timeout == TimeSpan.Zero || _lifetime.HasEnded;

    /// <summary>For <c>await</c>.</summary>
    public TimedConditionWait GetAwaiter() => this;

    /// <summary>Ends the wait: true if the condition is true, false if the time ran out.</summary>
    /// <exception cref="LifetimeEndedException">The lifetime has ended.</exception>
    public bool GetResult()
    {
        _lifetime.ThrowIfEnded();
        return _condition.IsTrue;
    }

    void IKernelAwaiter.Suspend(Process process)
    {
        process.BeginWait(_lifetime, _condition);
        _condition.Enqueue(process, _lifetime.Now + _timeout);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);
}
