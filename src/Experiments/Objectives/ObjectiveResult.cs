using Simulator.Experiments.Results;

namespace Simulator.Experiments.Objectives;

/// <summary>The status of an objective, in the words that planners know.</summary>
public enum ObjectiveStatus
{
    /// <summary>The 95 % bound keeps to the limit.</summary>
    Met,

    /// <summary>The opposite bound misses it.</summary>
    Breached,

    /// <summary>Neither; or what happened cannot be put to this disruption alone.</summary>
    NotEnoughEvidence,

    /// <summary>The scenario has no such disruption, or nobody of the tier.</summary>
    NotApplicable,

    /// <summary>The scenario has such a disruption, and the policy says nothing of it.</summary>
    NoObjective,
}

/// <summary>What became of one objective in one variant.</summary>
/// <param name="Disruption">The kind of disruption: "zone"; empty for a sentence.</param>
/// <param name="Tier">The tier; empty for all.</param>
/// <param name="What">"rpo", "rto", or the sentence; empty where there is no objective.</param>
/// <param name="Status">The status.</param>
/// <param name="Reason">One clause for people.</param>
public sealed record ObjectiveResult(string Disruption, string Tier, string What, ObjectiveStatus Status, string Reason)
{
    /// <summary>The limit, in seconds; null where there is none, or a sentence has it.</summary>
    public double? Limit { get; init; }

    /// <summary>The figure, in <see cref="Unit"/>; null where there is none.</summary>
    public double? Value { get; init; }

    /// <summary>Its 95 % interval; null where none exists.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Unit of the figure.</summary>
    public string Unit { get; init; } = "s";

    /// <summary>Whether a build may go on.</summary>
    public bool IsGood => Status is not (ObjectiveStatus.Breached or ObjectiveStatus.NotEnoughEvidence);

    /// <summary>Which objective it is, in words: "zone rto for gold".</summary>
    public string Text => Disruption.Length == 0 ? What : $"{Disruption}{(What.Length > 0 ? $" {What}" : "")}{(Tier.Length > 0 ? $" for {Tier}" : "")}";

    /// <summary>The word of its status: "not-applicable".</summary>
    public string Word => Status switch
    {
        ObjectiveStatus.Met => "met",
        ObjectiveStatus.Breached => "breached",
        ObjectiveStatus.NotEnoughEvidence => "not-enough-evidence",
        ObjectiveStatus.NotApplicable => "not-applicable",
        _ => "no-objective",
    };
}
