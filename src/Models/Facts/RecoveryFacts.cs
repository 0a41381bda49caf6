using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>A recovery plan is ready to be used: written, built and tried.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">Its name.</param>
/// <param name="Replaces">The plan whose waiting batches it takes over; null if none.</param>
public sealed record PlanReady(Instant At, string Plan, string? Replaces) : Fact(At)
{
    /// <summary>The fault that it is for.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Which of the fault's occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <summary>When it was taken out of the drawer: when the fault was noticed, or the plan before it given up.</summary>
    public Instant Taken { get; init; } = At;

    /// <inheritdoc/>
    public override string Describe() => Replaces is null ? $"{Plan} begins" : $"{Plan} is ready and takes over what {Replaces} has not begun";
}

/// <summary>A plan took too long and is broken off; what it has not brought back is left to the next.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">Its name.</param>
public sealed record PlanGivenUp(Instant At, string Plan) : Fact(At)
{
    /// <summary>The fault that it was for.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Which of the fault's occurrences, from 0.</summary>
    public int Occurrence { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Plan} is given up";
}

/// <summary>A batch of tenants, or of databases, was begun under a plan.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Batch">Number of the batch within the plan, from 1.</param>
/// <param name="Tenants">How many tenants, or databases, are in it.</param>
public sealed record BatchBegan(Instant At, string Plan, int Batch, int Tenants) : Fact(At)
{
    /// <summary>Whether whole databases are in it instead of tenants.</summary>
    public bool OfDatabases { get; init; }

    /// <summary>The plan's becoming ready; null where nobody tells.</summary>
    public PlanReady? Under { get; init; }

    /// <summary>After what it could have begun, had there been a place for it: the last of the plan's opening steps, or the plan's becoming ready.</summary>
    public Fact? After { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Plan} batch {Batch} begins with {Tenants} {(OfDatabases ? "databases" : "tenants")}";
}

/// <summary>Every tenant of a batch is back; its place is free for the next batch.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Batch">Number of the batch within the plan, from 1.</param>
/// <param name="Began">When it was begun.</param>
public sealed record BatchEnded(Instant At, string Plan, int Batch, Instant Began) : Fact(At)
{
    /// <summary>The plan's becoming ready; null where nobody tells.</summary>
    public PlanReady? Under { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Plan} batch {Batch} ends after {(At - Began).TotalHours:0.0} h";
}

/// <summary>One step was done for one unit.</summary>
/// <param name="At">When it was done.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Batch">The batch, from 1; 0 for a step of the whole incident.</param>
/// <param name="Unit">What it was done for: the incident, a batch, a database, a tenant.</param>
/// <param name="Asked">When everything it needs was done: from here it waited for hands.</param>
/// <param name="Began">When it had its hands and began.</param>
/// <param name="Moved">The part of its length that was set by moving bytes over shared capacity rather than by its own time.</param>
public sealed record StepDone(
    Instant At, string Plan, string Step, int Batch, UnitName Unit, Instant Asked, Instant Began, TimeSpan Moved) : Fact(At)
{
    /// <summary>What the time since it was asked for went into.</summary>
    public TimeSpent Spent { get; init; } = TimeSpent.Nothing;

    /// <summary>Whether it gave the unit back to its users.</summary>
    public bool Opens { get; init; }

    /// <summary>The plan's becoming ready; null where nobody tells.</summary>
    public PlanReady? Under { get; init; }

    /// <summary>What let it begin, at the very moment at which it was asked for: a step that it needs, its batch's beginning, or the plan's becoming ready.</summary>
    public Fact? After { get; init; }

    /// <inheritdoc/>
    public override string Describe() =>
        $"{Plan} {Step} is done for {Unit}: waited {(Began - Asked).TotalHours:0.00} h, took {(At - Began).TotalHours:0.00} h";
}

/// <summary>A check failed and sent the work back.</summary>
/// <param name="At">When it was found.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Batch">The batch, from 1.</param>
/// <param name="Unit">What it failed for.</param>
/// <param name="BackTo">The step that is done again.</param>
public sealed record StepFailed(Instant At, string Plan, string Step, int Batch, UnitName Unit, string BackTo) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Plan} {Step} fails for {Unit}: back to {BackTo}";
}
