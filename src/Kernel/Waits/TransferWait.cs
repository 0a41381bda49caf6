using System.Diagnostics;
using Simulator.Kernel.Capacities;

namespace Simulator.Kernel.Waits;

/// <summary>A wait for the end of a transfer. It begins when it is awaited, once.</summary>
[StackTraceHidden]
public readonly struct TransferWait : IKernelAwaiter
{
    private readonly Lifetime _lifetime;
    private readonly Transfer? _transfer;

    internal TransferWait(Lifetime lifetime, Transfer? transfer)
    {
        _lifetime = lifetime;
        _transfer = transfer;
    }

    /// <summary>Whether there is nothing to move, or the lifetime has ended.</summary>
    public bool IsCompleted => _transfer is null || _lifetime.HasEnded;

    /// <summary>For <c>await</c>.</summary>
    public TransferWait GetAwaiter() => this;

    /// <summary>Ends the wait: all bytes have been moved.</summary>
    /// <exception cref="LifetimeEndedException">The lifetime has ended.</exception>
    public void GetResult() => _lifetime.ThrowIfEnded();

    void IKernelAwaiter.Suspend(Process process)
    {
        process.BeginWait(_lifetime, _transfer);
        _transfer!.Process = process;
        _lifetime.Simulation.Sharing.Add(_transfer);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);
}
