using Simulator.Models.Language;

namespace Simulator.Experiments;

/// <summary>How long a scenario is simulated, and how often.</summary>
/// <param name="Starts">The UTC moment at which the run starts; null where only relative time matters.</param>
/// <param name="Length">How long one trial lasts, more than 0 and at most 100 years.</param>
/// <param name="Trials">Trials of each variant, 1 to 1,000,000; where inputs are uncertain, of each draw of them.</param>
/// <param name="Seed">Seed of all random numbers.</param>
public sealed record Run(DateTime? Starts, TimeSpan Length, int Trials, ulong Seed)
{
    /// <summary>Whether a fault meets the schedules of backups at the worst instant, computed from them, rather than at a drawn one.</summary>
    public bool WorstInstants { get; init; }

    /// <summary>How often what is uncertain is drawn, 2 to 1,000.</summary>
    public int Draws { get; init; } = 100;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(36_500);

    private static readonly Syntax<DateTime?> s_starts = new(
        "a UTC moment or none", $"{Syntaxes.UtcInstant.Pattern}|^none$", Syntaxes.UtcInstant.Example,
        text => text == "none" ? Parsed.Ok<DateTime?>(null) : Moment.ParseUtc(text).Then(moment => Parsed.Ok<DateTime?>(moment)));

    /// <summary>How a run is written.</summary>
    public static readonly Shape<Run> Shape = new("run", "How long a scenario is simulated, and how often.", fields => new Run(
        fields.Optional("starts", s_starts, "none", "only the distance between moments matters unless the scenario tells the clock", "The UTC moment at which the run starts."),
        fields.Required("length", Syntaxes.Duration.Where("more than 0s and at most 100y", length => length > TimeSpan.Zero && length <= s_longest, "30d"), "How long one trial lasts."),
        fields.Optional("trials", Syntaxes.Count.Where("1 to 1000000", trials => trials is >= 1 and <= 1_000_000), "400",
            "a one-sided 95% bound on a p99 needs 299 trials, a two-sided interval 368", "How often each variant is tried; where something is uncertain, how often in each draw of it."),
        fields.Optional("seed", Syntaxes.Whole, "1", "any number will do; it is fixed so that a run can be repeated", "Seed of all random numbers."))
    {
        WorstInstants = fields.Optional("instants", Syntaxes.Choice("a choice of instants", ("drawn", false), ("worst", true)), "drawn",
            "a fault does not know the hour", "At which phase of their schedules a fault meets the backups: drawn, or the worst one, computed."),
        Draws = fields.Optional("draws", Syntaxes.Count.Where("2 to 1000", draws => draws is >= 2 and <= 1000, "100"), "100",
            "of 100 draws the 95% interval of a standard deviation is within a seventh", "How often the inputs under 'uncertain' are drawn; each draw has so many trials as 'trials' says."),
    });
}
