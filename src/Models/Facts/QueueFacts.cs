using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>Something that happened to a queue.</summary>
/// <param name="At">When.</param>
/// <param name="Queue">Its name.</param>
public abstract record QueueFact(Instant At, string Queue) : Fact(At);

/// <summary>A queue stands still: work arrives and is not served.</summary>
/// <param name="At">When.</param>
/// <param name="Queue">Its name.</param>
/// <param name="Why">Why, in words.</param>
/// <param name="Waiting">How many events wait.</param>
public sealed record QueuePaused(Instant At, string Queue, string Why, double Waiting) : QueueFact(At, Queue)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Queue} stands still: {Why}";
}

/// <summary>A queue is served again.</summary>
/// <param name="At">When.</param>
/// <param name="Queue">Its name.</param>
/// <param name="Since">Since when it stood still.</param>
/// <param name="Waiting">How many events wait.</param>
/// <param name="Expired">How many have been dropped so far because they had waited too long.</param>
public sealed record QueueResumed(Instant At, string Queue, Instant Since, double Waiting, double Expired) : QueueFact(At, Queue)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Queue} is served again: {Waiting:0} wait, {Expired:0} were dropped";
}

/// <summary>Nothing in a queue is too old any more.</summary>
/// <param name="At">When.</param>
/// <param name="Queue">Its name.</param>
/// <param name="Waiting">How many events wait.</param>
/// <param name="Expired">How many have been dropped so far because they had waited too long.</param>
public sealed record QueueKept(Instant At, string Queue, double Waiting, double Expired) : QueueFact(At, Queue)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Queue} drops nothing any more: {Waiting:0} wait, {Expired:0} were dropped";
}

/// <summary>Nothing waits in a queue any more.</summary>
/// <param name="At">When.</param>
/// <param name="Queue">Its name.</param>
/// <param name="Since">Since when it stood still, or was last looked at while more arrived than is served.</param>
public sealed record QueueDrained(Instant At, string Queue, Instant Since) : QueueFact(At, Queue)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Queue} has drained, {(At - Since).TotalHours:0.00} h after it stood still";
}

/// <summary>The balance of a queue when the run ends: what arrived was served, or dropped, or waits.</summary>
/// <param name="At">When.</param>
/// <param name="Queue">Its name.</param>
/// <param name="Arrived">Events that arrived since the start of the run.</param>
/// <param name="Served">Events that were served.</param>
/// <param name="Expired">Events that were dropped because they had waited too long.</param>
/// <param name="Waiting">Events that wait.</param>
public sealed record QueueClosed(Instant At, string Queue, double Arrived, double Served, double Expired, double Waiting) : QueueFact(At, Queue)
{
    /// <summary>Events that arrived while it stood still, or before it had drained.</summary>
    public double Delayed { get; init; }

    /// <summary>The most events that ever waited.</summary>
    public double Peak { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"{Queue}: of {Arrived:0} events {Served:0} were served, {Expired:0} dropped, {Waiting:0} wait";
}
