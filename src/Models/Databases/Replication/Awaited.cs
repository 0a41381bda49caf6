namespace Simulator.Models.Databases.Replication;

/// <summary>What a commit waits for on a standby before the client is told that it is done; each includes those before it.</summary>
public enum Awaited
{
    /// <summary>Nothing: the client is told as soon as the primary has it.</summary>
    Nothing,

    /// <summary>The standby has it in memory, or in its operating system's: the machine's end takes it.</summary>
    Receipt,

    /// <summary>The standby has it on disk.</summary>
    Flush,

    /// <summary>The standby shows it to those who read there.</summary>
    Apply,
}
