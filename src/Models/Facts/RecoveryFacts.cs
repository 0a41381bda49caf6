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

    /// <inheritdoc/>
    public override string Describe() => Replaces is null ? $"{Plan} begins" : $"{Plan} is ready and takes over what {Replaces} has not begun";
}

/// <summary>A plan took too long and is broken off; what it has not brought back is left to the next.</summary>
/// <param name="At">When.</param>
/// <param name="Plan">Its name.</param>
public sealed record PlanGivenUp(Instant At, string Plan) : Fact(At)
{
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
