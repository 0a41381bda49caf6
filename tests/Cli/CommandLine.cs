using System.Diagnostics;

namespace Simulator.Tests.Cli;

/// <summary>The built program, as a process of its own: what a user or a pipeline sees of it.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>What a process left behind.</summary>
    public sealed record Ended(int Code, string Output, string Error);

    /// <summary>Runs it in the root of the repository.</summary>
    public static Ended Simulate(params IReadOnlyList<string> arguments)
    {
        using Process process = Start([], arguments);
        return End(process);
    }

    /// <summary>Starts it, below another program where one is given.</summary>
    public static Process Start(IReadOnlyList<string> below, IReadOnlyList<string> arguments)
    {
        string[] whole = [.. below, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Path.Combine(AppContext.BaseDirectory, "simulator.dll"), .. arguments];
        var start = new ProcessStartInfo(whole[0], whole[1..])
        {
            WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    /// <summary>Waits for its end.</summary>
    public static Ended End(Process process)
    {
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill();
            Assert.Fail($"it did not end within {s_patience}");
        }
        return new Ended(process.ExitCode, output.Result, error.Result);
    }
}
