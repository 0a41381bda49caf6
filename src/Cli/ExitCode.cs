namespace Simulator.Cli;

/// <summary>What the exit code tells a script.</summary>
internal static class ExitCode
{
    /// <summary>All expectations are met (or the file is right).</summary>
    public const int Met = 0;

    /// <summary>An expectation is breached, or there is not enough evidence.</summary>
    public const int NotMet = 1;

    /// <summary>The scenario or the arguments are wrong; nothing was run and nothing written.</summary>
    public const int BadInput = 2;

    /// <summary>The simulator broke; the message has the command that repeats it.</summary>
    public const int Broke = 3;

    /// <summary>The surroundings failed: a full disk, no right to write.</summary>
    public const int Surroundings = 4;

    /// <summary>Stopped by the user.</summary>
    public const int Stopped = 130;
}
