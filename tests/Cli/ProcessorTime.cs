using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Simulator.Tests.Cli;

/// <summary>Waits on the clock of the processor time that another process has used: how busy the machine is does not matter, and nobody looks again and again.</summary>
internal static class ProcessorTime
{
    private const int Absolute = 1; // TIMER_ABSTIME

    /// <summary>When a process has used so much; never where it ends before.</summary>
    public static Task Used(Process process, TimeSpan time)
    {
        Assert.That(ClockOf(process.Id, out int clock), Is.Zero);
        Timespec until = new((nint)(time.Ticks / TimeSpan.TicksPerSecond), (nint)(time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick));
        // A thread of its own in the background: where the process ends before, nobody wakes it.
        return Task.Factory.StartNew(() => Sleep(clock, Absolute, until, 0), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    [DllImport("libc", EntryPoint = "clock_getcpuclockid")]
    private static extern int ClockOf(int process, out int clock);

    [DllImport("libc", EntryPoint = "clock_nanosleep")]
    private static extern int Sleep(int clock, int flags, in Timespec until, nint left);

    private readonly record struct Timespec(nint Seconds, nint Nanoseconds);
}
