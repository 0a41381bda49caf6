using Simulator.Models.Faults;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Experiments.Objectives;

/// <summary>What a disruption may cost at most.</summary>
/// <param name="Rpo">The longest loss window (recovery point objective); null where none is stated.</param>
/// <param name="Rto">The longest time out of service (recovery time objective); null where none is stated.</param>
public sealed record Objective(TimeSpan? Rpo, TimeSpan? Rto)
{
    private static readonly Syntax<TimeSpan?> s_limit = new("a duration or none", $"{Syntaxes.Duration.Pattern}|^none$", "1h",
        text => text.Trim() == "none" ? Parsed.Ok<TimeSpan?>(null) : Durations.Parse(text).Then(limit => Parsed.Ok<TimeSpan?>(limit)));

    /// <summary>How an objective is written.</summary>
    public static readonly Shape<Objective> Shape = new("objective", "What a disruption may cost at most.", fields =>
    {
        Objective objective = new(
            fields.Optional("rpo", s_limit, "none", "no objective unless one is stated", "The longest loss window, which the measure loss tells."),
            fields.Optional("rto", s_limit, "none", "no objective unless one is stated", "The longest time out of service, which the measure downtime tells."));
        fields.Check(objective.Rpo is not null || objective.Rto is not null, "rpo", "objective of nothing", () => "neither rpo nor rto is stated: write one of them, or leave the disruption out");
        return objective;
    });
}

/// <summary>Objectives by kind of disruption.</summary>
/// <param name="ByKind">Those that are stated.</param>
public sealed record ObjectiveSet(IReadOnlyDictionary<DisruptionKind, Objective> ByKind)
{
    /// <summary>How they are written: a block a kind.</summary>
    public static readonly Shape<ObjectiveSet> Shape = new("set of objectives", "What disruptions may cost at most, by their kind.", fields => new ObjectiveSet(
        DisruptionKinds.All.Select(kind => (Kind: kind, Objective: fields.OptionalBlock(kind.Word(), Objective.Shape, $"Of a disruption of the kind {kind.Word()}.")))
            .Where(one => one.Objective is not null).ToDictionary(one => one.Kind, one => one.Objective!)));
}
