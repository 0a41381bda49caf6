using Simulator.Experiments;
using Simulator.Experiments.Results;

namespace Simulator.Cli;

/// <summary>Turns what stops a command before its end into a message and an exit code.</summary>
internal static class Guard
{
    public static int Run(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("stopped; nothing was written");
            return ExitCode.Stopped;
        }
        catch (UnsoundDesignException unsound)
        {
            Console.Error.WriteLine($"a draw of what is uncertain makes no sound scenario of a variant; nothing was written: {unsound.Message}");
            return ExitCode.BadInput;
        }
        catch (Exception failure) when (failure is SurroundingsException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return ExitCode.Surroundings;
        }
        catch (Exception broken)
        {
            // A bug of the simulator: everything that helps to find it, on its way out.
            Console.Error.WriteLine(broken);
            return ExitCode.Broke;
        }
    }
}
