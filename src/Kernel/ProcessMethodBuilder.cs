using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Simulator.Kernel.Waits;

namespace Simulator.Kernel;

/// <summary>
/// What the compiler builds an <c>async Process</c> with; not for use by hand. It accepts only awaiters of this kernel: that is why
/// <c>await Task.Delay(...)</c> inside a process does not compile.
/// </summary>
public struct ProcessMethodBuilder
{
    private Process _process;

    /// <summary>The process: cold when its method returns it.</summary>
    public readonly Process Task => _process;

    /// <summary>A builder for one call of the method.</summary>
    public static ProcessMethodBuilder Create() => default;

    /// <summary>Keeps the state machine without running it: the process is cold.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var process = new ProcessOf<TStateMachine>();
        // This builder lies inside the state machine: it must know the process before the machine is copied.
        _process = process;
        process.Hold(ref stateMachine);
    }

    /// <summary>Not needed: the state machine never moves.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The compiler calls it on the builder.")]
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>The method has returned.</summary>
    public readonly void SetResult() => _process.Finish(null);

    /// <summary>The method has thrown.</summary>
    [StackTraceHidden]
    public readonly void SetException(Exception exception) => _process.Finish(exception);

    /// <summary>The method waits.</summary>
    [StackTraceHidden]
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion, IKernelAwaiter
        where TStateMachine : IAsyncStateMachine => awaiter.Suspend(_process);

    /// <summary>The method waits.</summary>
    [StackTraceHidden]
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion, IKernelAwaiter
        where TStateMachine : IAsyncStateMachine => awaiter.Suspend(_process);
}
