using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Databases;

/// <summary>What becomes of acknowledged writes that only the old primary has when another took over.</summary>
public enum Stranded
{
    /// <summary>They are kept aside for people to look at.</summary>
    Keep,

    /// <summary>They are thrown away when the old primary is made a standby.</summary>
    Discard,

    /// <summary>They are written again into the new primary.</summary>
    Merge,
}

/// <summary>How a standby takes over: a probe that is missed, a decision, a promotion, a switch of the name that clients use.</summary>
/// <param name="Probe">Time between two probes of the primary.</param>
/// <param name="Misses">Probes that must go unanswered, one after the other.</param>
/// <param name="Timeout">How long one probe waits for its answer.</param>
/// <param name="Promote">Time until the promoted standby takes connections.</param>
/// <param name="Switch">Time until clients reach it under the old name.</param>
public sealed partial record Failover(TimeSpan Probe, int Misses, TimeSpan Timeout, Delay Promote, Delay Switch)
{
    /// <summary>Who has to agree that the primary is gone; null for a controller that stands outside of every place and sees what the clients there see.</summary>
    public Observers? Observers { get; init; }

    /// <summary>Time from knowing that the primary is gone to the decision.</summary>
    public Delay Decision { get; init; } = Delay.None;

    /// <summary>Whether an old primary that still runs is stopped at the decision.</summary>
    public bool Fencing { get; init; } = true;

    /// <summary>Whether people decide, once they have noticed the fault, rather than a controller.</summary>
    public bool ByHuman { get; init; }

    /// <summary>Whether only a standby may take over that had every acknowledged write when the primary was lost.</summary>
    public bool InSyncOnly { get; init; }

    /// <summary>How often a failover fails, so that only the return of the old primary or a restore helps.</summary>
    public Share Fails { get; init; }

    /// <summary>Standbys in the order in which they are preferred; those not named come after them, the furthest first.</summary>
    public IReadOnlyList<string> Prefers { get; init; } = [];

    /// <summary>What becomes of acknowledged writes that only the old primary has.</summary>
    public Stranded StrandedWrites { get; init; } = Stranded.Keep;

    /// <summary>Share of the clients that are inside with the primary when its place is cut off.</summary>
    public Share IsolatedClients { get; init; } = UsuallyIsolated;

    /// <summary>The same where nothing is said of it, and where nobody fails over: clients are spread over three zones (assumed).</summary>
    internal static Share UsuallyIsolated { get; } = new(0.33);

    /// <summary>How long after its old place is in step again the database goes back there; <see cref="TimeSpan.MaxValue"/> for never.</summary>
    public TimeSpan FailBack { get; init; } = TimeSpan.MaxValue;

    /// <summary>
    /// Time from the loss of the primary to the decision: the loss falls anywhere between two probes, then the probe after it and those that
    /// follow are missed, and the last one waits out its timeout.
    /// </summary>
    /// <param name="phase">Where between two probes the loss falls, in [0, 1).</param>
    public TimeSpan Detection(double phase) => Probe * (Misses - 1 + phase) + Timeout;
}
