using Simulator.Models.Quantities;

namespace Simulator.Experiments.Measures;

/// <summary>What a measure is taken of.</summary>
/// <param name="Name">The name of tenants, databases or a plan in the scenario; empty where the measure is taken of everything.</param>
/// <param name="Users">Whether the tenants' users are meant rather than the tenants.</param>
/// <param name="Over">The plan that <paramref name="Name"/> is compared with; null if none.</param>
public sealed record Subject(string Name, bool Users = false, string? Over = null)
{
    /// <summary>Everything.</summary>
    public static readonly Subject All = new("");

    /// <summary>The one standby, change stream or backup of databases that is meant; null for all.</summary>
    public string? Part { get; init; }

    /// <summary>How long after a write a read begins, or after a fault one looks; null where that does not matter.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>As it is written in an expectation: "site", "site users", "new over old", "shop.spare", "shop after 10ms"; empty for everything.</summary>
    public override string ToString() =>
        $"{Name}{(Part is null ? "" : $".{Part}")}{(Users ? " users" : "")}{(Over is null ? "" : $" over {Over}")}{(After is { } after ? $" after {Durations.Format(after)}" : "")}";
}

/// <summary>What kinds of subject a measure takes.</summary>
[Flags]
public enum Subjects
{
    /// <summary>None need be named.</summary>
    All = 1,

    /// <summary>Tenants.</summary>
    Tenants = 2,

    /// <summary>Databases.</summary>
    Databases = 4,

    /// <summary>The users of tenants.</summary>
    Users = 8,

    /// <summary>A recovery plan.</summary>
    Plan = 16,

    /// <summary>One recovery plan over another.</summary>
    TwoPlans = 32,

    /// <summary>One standby or change stream of databases: <c>shop.spare</c>.</summary>
    Followers = 64,

    /// <summary>One backup of databases: <c>shop.nightly</c>.</summary>
    Backups = 128,

    /// <summary>Databases so long after a write, or anything so long after a fault: <c>shop after 10ms</c>.</summary>
    Delays = 256,

    /// <summary>A fault.</summary>
    Faults = 512,

    /// <summary>One step of a recovery plan: <c>copy-back.open</c>.</summary>
    Steps = 1024,

    /// <summary>A queue.</summary>
    Queues = 2048,

    /// <summary>The volumes of a block store.</summary>
    Stores = 4096,

    /// <summary>A component of a bill, or what lines of it are for.</summary>
    Costs = 8192,
}
