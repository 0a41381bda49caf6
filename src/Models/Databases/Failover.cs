using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Databases;

/// <summary>How a standby takes over: a probe that is missed, a promotion, a switch of the name that clients use.</summary>
/// <param name="Probe">Time between two probes of the primary.</param>
/// <param name="Misses">Probes that must go unanswered, one after the other.</param>
/// <param name="Timeout">How long one probe waits for its answer.</param>
/// <param name="Promote">Time until the promoted standby takes connections.</param>
/// <param name="Switch">Time until clients reach it under the old name.</param>
public sealed record Failover(TimeSpan Probe, int Misses, TimeSpan Timeout, Delay Promote, Delay Switch)
{
    /// <summary>How a failover is written.</summary>
    public static readonly Shape<Failover> Shape = new("failover", "How a standby takes over by itself.", fields => new Failover(
        fields.Optional("probe", Syntaxes.Duration.Where("more than 0s", probe => probe > TimeSpan.Zero), "10s",
            "assumed: a common health check interval (10 s is the default of most load balancers)", "Time between two probes of the primary."),
        fields.Optional("misses", Syntaxes.Count.Where("at least 1", misses => misses >= 1), "3",
            "assumed: three in a row, a common default", "Unanswered probes in a row that mean it is gone."),
        fields.Optional("timeout", Syntaxes.Duration, "5s", "assumed: half of the probe interval", "How long a probe waits for its answer."),
        fields.Required("promote", Syntaxes.Delay, "Time until the promoted standby takes connections."),
        fields.Optional("switch", Syntaxes.Delay, "uniform(0s 30s)",
            "a name is updated in under 30 s (Aurora best practices, fast failover): a client meets it at any point of that time",
            "Time until clients reach it under the old name.")));

    /// <summary>
    /// Time from the loss of the primary to the decision: the loss falls anywhere between two probes, then the probe after it and those that
    /// follow are missed, and the last one waits out its timeout.
    /// </summary>
    /// <param name="phase">Where between two probes the loss falls, in [0, 1).</param>
    public TimeSpan Detection(double phase) => Probe * (Misses - 1 + phase) + Timeout;
}
