using Simulator.Models.Language;

namespace Simulator.Experiments;

/// <summary>How long a scenario is simulated, and how often.</summary>
/// <param name="Starts">The UTC moment at which the run starts; null where only relative time matters.</param>
/// <param name="Length">How long one trial lasts, more than 0 and at most 100 years.</param>
/// <param name="Trials">Trials of each variant, 1 to 1,000,000.</param>
/// <param name="Seed">Seed of all random numbers.</param>
public sealed record Run(DateTime? Starts, TimeSpan Length, int Trials, ulong Seed)
{
    /// <summary>Whether a fault meets the schedules of backups at the worst instant, computed from them, rather than at a drawn one.</summary>
    public bool WorstInstants { get; init; }

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(36_500);

    private static readonly Syntax<DateTime?> s_starts = new(
        "a UTC moment or none", $"{Syntaxes.UtcInstant.Pattern}|^none$", Syntaxes.UtcInstant.Example,
        text => text == "none" ? Parsed.Ok<DateTime?>(null) : Moment.ParseUtc(text).Then(moment => Parsed.Ok<DateTime?>(moment)));

    /// <summary>How a run is written.</summary>
    public static readonly Shape<Run> Shape = new("run", "How long a scenario is simulated, and how often.", fields => new Run(
        fields.Optional("starts", s_starts, "none", "only the distance between moments matters unless the scenario tells the clock", "The UTC moment at which the run starts."),
        fields.Required("length", Syntaxes.Duration.Where("more than 0s and at most 100y", length => length > TimeSpan.Zero && length <= s_longest, "30d"), "How long one trial lasts."),
        fields.Optional("trials", Syntaxes.Count.Where("1 to 1000000", trials => trials is >= 1 and <= 1_000_000), "400",
            "a one-sided 95% bound on a p99 needs 299 trials, a two-sided interval 368", "How often each variant is tried."),
        fields.Optional("seed", Syntaxes.Whole, "1", "any number will do; it is fixed so that a run can be repeated", "Seed of all random numbers."))
    {
        WorstInstants = fields.Optional("instants", Syntaxes.Choice("a choice of instants", ("drawn", false), ("worst", true)), "drawn",
            "a fault does not know the hour", "At which phase of their schedules a fault meets the backups: drawn, or the worst one, computed."),
    });
}
