namespace Simulator.Models.Backups;

/// <summary>Where a change stream's changes go.</summary>
public enum StreamSink
{
    /// <summary>A second database that keeps every version of every row: a past moment is read there as it is.</summary>
    Database,

    /// <summary>A file of changes: they are worth nothing without the full copy that they begin from.</summary>
    FlatFile,

    /// <summary>Changes as objects in a store; they too need the full copy that they begin from.</summary>
    ObjectStore,
}
