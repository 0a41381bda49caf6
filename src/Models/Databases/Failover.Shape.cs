using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Databases;

/// <content>How it is written.</content>
public sealed partial record Failover
{
    /// <summary>How a failover is written.</summary>
    public static readonly Shape<Failover> Shape = new("failover", "How a standby takes over.", fields => Seen(fields) with
    {
        Observers = fields.OptionalBlock("observers", Observers.Shape, "Those who have to agree that the primary is gone; without them a controller outside of every place."),
        Decision = fields.Optional("decision", Syntaxes.Delay, "0s", "a controller decides at once", "Time from knowing that the primary is gone to the decision."),
        Fencing = fields.Optional("fencing", Syntaxes.Switch, "true", "what every cluster manager's manual asks for (STONITH, a leader's lease)",
            "Whether an old primary that still runs is stopped at the decision; without it both may take writes."),
        ByHuman = fields.Optional("by", Syntaxes.Choice("a choice", ("automatic", false), ("human", true)), "automatic", "that is what a controller is for", "Who decides: a controller, or people once they have noticed the fault."),
        InSyncOnly = fields.Optional("in sync only", Syntaxes.Switch, "false", "a failover that loses something is usually preferred to none", "Whether only a standby may take over that had every acknowledged write."),
        Fails = fields.Optional("fails", Syntaxes.Share, "0%", "assumed to work; 2.5% of the instances of Amazon RDS Multi-AZ did not fail over by themselves on 21 April 2011 (AWS summary)", "How often a failover fails."),
        Prefers = fields.List("prefers", Syntaxes.NameOf($"databases.*.standbys"), "Standbys in the order in which they are preferred; the others come after them, the furthest first."),
        StrandedWrites = fields.Optional("stranded writes", Syntaxes.Choice("a choice", ("keep", Stranded.Keep), ("discard", Stranded.Discard), ("merge", Stranded.Merge)), "keep",
            "GitHub kept the writes that only one side had for people to reconcile (October 2018)", "What becomes of acknowledged writes that only the old primary has."),
        IsolatedClients = fields.Optional("isolated clients", Syntaxes.Share, UsuallyIsolated.ToString(), "assumed: clients are spread over three zones; the same holds where there is no failover", "Share of the clients that are inside with the primary when its place is cut off."),
        FailBack = fields.Optional("fail back", Syntaxes.Duration, "never", "one switch-over is enough unless the places differ", "How long after its old place is in step again the database goes back there."),
    });

    private static Failover Seen(Fields fields) => new(
        fields.Optional("probe", Syntaxes.Duration.Where("more than 0s", probe => probe > TimeSpan.Zero), "10s",
            "assumed: a common health check interval (10 s is the default of most load balancers)", "Time between two probes of the primary."),
        fields.Optional("misses", Syntaxes.Count.Where("at least 1", misses => misses >= 1), "3",
            "assumed: three in a row, a common default", "Unanswered probes in a row that mean it is gone."),
        fields.Optional("timeout", Syntaxes.Duration, "5s", "assumed: half of the probe interval", "How long a probe waits for its answer."),
        fields.Required("promote", Syntaxes.Delay, "Time until the promoted standby takes connections."),
        fields.Optional("switch", Syntaxes.Delay, "uniform(0s 30s)",
            "a name is updated in under 30 s (Aurora best practices, fast failover): a client meets it at any point of that time",
            "Time until clients reach it under the old name."));
}
