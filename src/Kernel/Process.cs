using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Simulator.Kernel;

/// <summary>
/// Behaviour that reads top to bottom: the return type of <c>async Process Serve()</c>. Calling such a method makes a cold process:
/// nothing of it has run. <see cref="Lifetime.Start"/> has it begin at the same instant, through the calendar; <c>await</c>ing it inside
/// another process begins it on the spot, like a call, and goes on when it has ended. It can await only what this kernel offers.
/// <para> An exception goes to the process that called it; from a started process it leaves <see cref="Simulation.Run"/> at once, with the
/// model's own line on top. A <see cref="LifetimeEndedException"/> just ends a started process. </para>
/// </summary>
[AsyncMethodBuilder(typeof(ProcessMethodBuilder))]
public abstract partial class Process
{
    private Condition? _ended;
    private ExceptionDispatchInfo? _failure;
    private Process? _caller;
    private bool _isCalled;
    private bool _isReady;

    private protected Process()
    {
    }

    /// <summary>The method and the order of beginning, such as <c>Region.Serve#3</c>; number 0 is cold.</summary>
    public string Name => $"{Method}#{Number}";

    /// <summary>Whether it was started or called; until then it is cold.</summary>
    public bool HasStarted => Number > 0;

    /// <summary>Whether it has run to its end, or was ended by a lifetime or an exception.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>True once the process has ended, for whatever reason.</summary>
    public Condition Ended => _ended ??= new Condition(HasEnded);

    internal abstract string Method { get; }

    /// <summary>For <c>await</c>: begins a cold process, and waits for its end. Throws what it ended with.</summary>
    public ProcessAwaiter GetAwaiter() => new(this);

    private protected abstract void MoveNext();

    /// <summary>Gives a cold process its place in a simulation.</summary>
    internal void Enter(Simulation simulation)
    {
        if (HasStarted) throw new InvalidOperationException($"the process {Name} has already been started");
        Simulation = simulation;
        Number = simulation.NextProcess();
    }

    /// <summary>Begins a cold process on the spot; its caller goes on when it has ended.</summary>
    internal void CallFrom(Process caller)
    {
        Enter(caller.Simulation);
        _isCalled = true;
        Resume();
        // A child that ended at once must not resume its caller from within the caller's own frame: loops would grow the stack.
        if (HasEnded) caller._isReady = true;
        else _caller = caller;
    }

    /// <summary>Runs on until it waits; when it has ended, its caller runs on in the same event.</summary>
    internal void Resume()
    {
        Process? current = this;
        while (current is not null)
        {
            current._isReady = false;
            current._hasBegun = true;
            current.MoveNext();
            if (!current._isReady) current = current.HasEnded ? current._caller : null;
        }
    }

    /// <summary>The end of the method, by return or exception.</summary>
    [StackTraceHidden]
    internal void Finish(Exception? exception)
    {
        HasEnded = true;
        LeaveLifetime();
        if (exception is not null)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            if (!_isCalled && exception is not LifetimeEndedException) _failure.Throw();
        }
        _ended?.Set(true);
    }

    [StackTraceHidden]
    internal void ThrowIfFailed()
    {
        if (!HasEnded) throw new InvalidOperationException($"the process {Name} has not ended: await it");
        _failure?.Throw();
    }
}
