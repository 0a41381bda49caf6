using System.Runtime.CompilerServices;

namespace Simulator.Kernel.Waits;

/// <summary>
/// Something an <c>async Process</c> can await. Only this kernel can implement it: whatever else would run elsewhere, at another time.
/// </summary>
public interface IKernelAwaiter : ICriticalNotifyCompletion
{
    internal const string OnlyInAProcess = "waits of the kernel can be awaited only inside an async Process";

    /// <summary>Enters the wait on behalf of a process.</summary>
    internal void Suspend(Process process);
}
