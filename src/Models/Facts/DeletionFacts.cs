using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>A fault began.</summary>
/// <param name="At">When.</param>
/// <param name="Fault">Its name in the scenario.</param>
/// <param name="What">What it does, in words.</param>
public sealed record FaultBegan(Instant At, string Fault, string What) : Fact(At)
{
    /// <summary>Which of its occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Fault} begins: {What}";
}

/// <summary>Somebody knows that something is wrong; plans start from here.</summary>
/// <param name="At">When.</param>
/// <param name="Fault">The fault that was noticed.</param>
public sealed record FaultNoticed(Instant At, string Fault) : Fact(At)
{
    /// <summary>Which of its occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <summary>Who was the first to notice: "people", "its detector", "a user's report"; empty where there is nobody but people.</summary>
    public string By { get; init; } = "";

    /// <inheritdoc/>
    public override string Describe() => By.Length > 0 ? $"{Fault} is noticed by {By}" : $"{Fault} is noticed";
}

/// <summary>A fault that goes on from one thing to the next has reached more of them.</summary>
/// <param name="At">When.</param>
/// <param name="Fault">Its name in the scenario.</param>
/// <param name="Reached">How many it has reached by now.</param>
/// <param name="All">How many there are.</param>
public sealed record FaultSpread(Instant At, string Fault, int Reached, int All) : Fact(At)
{
    /// <summary>Which of its occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Fault} has reached {Reached} of {All}";
}

/// <summary>A fault does no more harm: it ended, or somebody stopped it.</summary>
/// <param name="At">When.</param>
/// <param name="Fault">Its name in the scenario.</param>
/// <param name="Why">What ended it, in words.</param>
public sealed record FaultEnded(Instant At, string Fault, string Why) : Fact(At)
{
    /// <summary>Which of its occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Fault} ends: {Why}";
}

/// <summary>A guard stopped what people, or their scripts, were about to do, or were doing.</summary>
/// <param name="At">When.</param>
/// <param name="Fault">The fault's name in the scenario.</param>
/// <param name="Guard">The guard, in words: "its review".</param>
/// <param name="Deleted">How many tenants were deleted by then.</param>
/// <param name="All">How many it would have been.</param>
public sealed record GuardStopped(Instant At, string Fault, string Guard, int Deleted, int All) : Fact(At)
{
    /// <summary>Which of the fault's occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Guard} stops {Fault} after {Deleted} of {All}";
}

/// <summary>One tenant was deleted; from here on it is down.</summary>
/// <param name="At">When.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
/// <param name="Tenant">Its number in the population, from 0.</param>
/// <param name="Database">The number of the database it lives in, from 0.</param>
/// <param name="Users">Its users.</param>
/// <param name="Hard">Whether the data itself is gone, or only marked as deleted.</param>
public sealed record TenantDeleted(Instant At, string Population, int Tenant, int Database, int Users, bool Hard) : Fact(At)
{
    /// <summary>The name of the databases it lives in; empty where the scenario has only one collection of databases.</summary>
    public string Databases { get; init; } = "";

    /// <summary>Its tier; empty where it is of none.</summary>
    public string Tier { get; init; } = "";

    /// <summary>Whether the law wants it: it harms nobody, and must leave the backups too.</summary>
    public bool Lawful { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Population} {Tenant} ({Users} users, database {Database}) is deleted {(Lawful ? "by law" : Hard ? "for good" : "softly")}";
}
