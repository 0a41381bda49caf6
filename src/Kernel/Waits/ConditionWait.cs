using System.Diagnostics;

namespace Simulator.Kernel.Waits;

/// <summary>A wait for a condition. It begins when it is awaited.</summary>
[StackTraceHidden]
public readonly struct ConditionWait : IKernelAwaiter
{
    private readonly Lifetime _lifetime;
    private readonly Condition _condition;

    internal ConditionWait(Lifetime lifetime, Condition condition)
    {
        _lifetime = lifetime;
        _condition = condition;
    }

    /// <summary>Whether the condition is already true, or the lifetime has ended.</summary>
    public bool IsCompleted => _condition.IsTrue || _lifetime.HasEnded;

    /// <summary>For <c>await</c>.</summary>
    public ConditionWait GetAwaiter() => this;

    /// <summary>Ends the wait: the condition is true.</summary>
    /// <exception cref="LifetimeEndedException">The lifetime has ended.</exception>
    public void GetResult() => _lifetime.ThrowIfEnded();

    void IKernelAwaiter.Suspend(Process process)
    {
        process.BeginWait(_lifetime, _condition);
        _condition.Enqueue(process, Instant.Never);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);
}
