using System.Diagnostics;
using Simulator.Kernel.Waits;

namespace Simulator.Kernel;

/// <summary>The wait for the end of a process.</summary>
[StackTraceHidden]
public readonly struct ProcessAwaiter : IKernelAwaiter
{
    private readonly Process _process;

    internal ProcessAwaiter(Process process) => _process = process;

    /// <summary>Whether the process has ended.</summary>
    public bool IsCompleted => _process.HasEnded;

    /// <summary>Throws what the process ended with, if it did not end well.</summary>
    public void GetResult() => _process.ThrowIfFailed();

    void IKernelAwaiter.Suspend(Process process)
    {
        if (_process.HasStarted)
        {
            process.BeginWait(through: null, _process.Ended);
            _process.Ended.Enqueue(process, Instant.Never);
        }
        else _process.CallFrom(process);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException(IKernelAwaiter.OnlyInAProcess);
}
