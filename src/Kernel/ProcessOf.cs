using System.Runtime.CompilerServices;

namespace Simulator.Kernel;

/// <summary>A process together with the state machine that the compiler made of its method: one object in all.</summary>
internal sealed class ProcessOf<TStateMachine> : Process
    where TStateMachine : IAsyncStateMachine
{
    private static readonly string s_method = NameOf(typeof(TStateMachine));

    private TStateMachine _stateMachine = default!;

    internal override string Method => s_method;

    internal void Hold(ref TStateMachine stateMachine) => _stateMachine = stateMachine;

    private protected override void MoveNext() => _stateMachine.MoveNext();

    // The compiler calls the machine of Serve "<Serve>d__5", and that of a local function "<<Outer>g__Serve|0_1>d".
    private static string NameOf(Type machine)
    {
        string name = machine.Name;
        int open = name.IndexOf('<', StringComparison.Ordinal);
        int close = name.LastIndexOf('>');
        if (open >= 0 && close > open) name = name[(open + 1)..close];
        int local = name.IndexOf("g__", StringComparison.Ordinal);
        if (local >= 0) name = name[(local + 3)..].Split('|')[0];
        return machine.DeclaringType is { } owner ? $"{owner.Name}.{name}" : name;
    }
}
