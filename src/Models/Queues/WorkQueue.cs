using Simulator.Models.Language;
using Simulator.Models.Quantities;
using Simulator.Models.Workloads;

namespace Simulator.Models.Queues;

/// <summary>Work that piles up while nobody does it: hooks to deliver, pages to build, jobs. First in, first out.</summary>
/// <param name="Arrives">What arrives, events a second.</param>
/// <param name="Serves">What is served at most.</param>
/// <param name="Expires">What has waited so long is dropped unserved; <see cref="TimeSpan.MaxValue"/> for never.</param>
/// <param name="AtItsTurn">Whether what is too old is dropped only when its turn comes.</param>
/// <param name="Needs">Databases, or dependencies, that it works with: while one of them is down it stands still, because whoever is first needs what is away and holds up all behind.</param>
public sealed record WorkQueue(Workload Arrives, Frequency Serves, TimeSpan Expires, bool AtItsTurn, IReadOnlyList<string> Needs)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<WorkQueue> Shape = new("queue", "Work that piles up while nobody does it.", fields => new WorkQueue(
        fields.Required("arrives", Syntaxes.EventWorkload, "What arrives."),
        fields.Required("serves", Syntaxes.Frequency.Where("more than 0/s", rate => rate.PerSecond > 0), "What is served at most, first in first out."),
        fields.Optional("expires", Syntaxes.Duration.Where("more than 0s", time => time > TimeSpan.Zero), "never", "work waits until it is done unless it is said to be worthless by then",
            "What has waited so long is dropped unserved."),
        fields.Optional("dropped", Syntaxes.Choice("a moment to drop", ("when it is too old", false), ("at its turn", true)), "when it is too old", "a queue with a lifetime usually looks after it by itself",
            "When what has expired is dropped; at its turn, where only who takes the next one looks how old it is, which takes as long as serving it."),
        fields.List("needs", Syntaxes.NameOf("databases|dependencies"), "Databases, or dependencies, that it works with: while one of them is down it stands still.")));
}
