namespace Simulator.Experiments.Measures;

/// <summary>What a measure is taken of.</summary>
/// <param name="Name">The name of tenants, databases or a plan in the scenario; empty where the measure is taken of everything.</param>
/// <param name="Users">Whether the tenants' users are meant rather than the tenants.</param>
/// <param name="Over">The plan that <paramref name="Name"/> is compared with; null if none.</param>
public sealed record Subject(string Name, bool Users = false, string? Over = null)
{
    /// <summary>Everything.</summary>
    public static readonly Subject All = new("");

    /// <summary>As it is written in an expectation: "site", "site users", "new over old"; empty for everything.</summary>
    public override string ToString() => $"{Name}{(Users ? " users" : "")}{(Over is null ? "" : $" over {Over}")}";
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
}
