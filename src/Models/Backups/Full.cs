using Simulator.Models.Language;

namespace Simulator.Models.Backups;

/// <summary>A full backup: all data of the database, as a base for incrementals, differentials and the log.</summary>
/// <param name="Schedule">When it is made, where from and where to.</param>
public sealed record Full(Schedule Schedule) : Layer(Schedule)
{
    /// <summary>How a full backup is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("full", "A full backup of each database.", fields => new Full(Schedule.Read(fields)));
}
