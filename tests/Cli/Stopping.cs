using System.Diagnostics;

namespace Simulator.Tests.Cli;

/// <summary>Whoever stops a run finds nothing of it.</summary>
[Parallelizable(ParallelScope.Fixtures)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Platform("Linux")]
public sealed class Stopping : Playground
{
    private static readonly TimeSpan s_surelyRunning = TimeSpan.FromSeconds(2.5);

    [TestCase("INT")]
    [TestCase("TERM")]
    public void A_run_that_is_stopped_writes_nothing(string signal)
    {
        // A shell that runs the tests in the background has the signal ignored, and children inherit that.
        using Process process = CommandLine.Start(["env", "--default-signal=INT"], ["run", Scenario(), "--trials", "1000000", "--output", Results]);
        Task.WaitAny(ProcessorTime.Used(process, s_surelyRunning), process.WaitForExitAsync());
        using (Process kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"])) kill.WaitForExit();
        CommandLine.Ended ended = CommandLine.End(process);
        Assert.That(ended.Code, Is.EqualTo(130), ended.Error);
        Assert.That(ended.Error, Is.EqualTo("stopped; nothing was written\n"));
        ExpectNothingWritten();
    }
}
