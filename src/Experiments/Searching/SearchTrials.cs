using Simulator.Models.Language;

namespace Simulator.Experiments.Searching;

/// <summary>How many trials a search may take.</summary>
/// <param name="First">Of every design, before anything is decided; 2 to 10,000.</param>
/// <param name="Step">How many more an undecided design gets in a round, on average; 1 to 10,000.</param>
/// <param name="MostPerDesign">Of one design, at the most.</param>
/// <param name="InAll">Of all designs together, at the most.</param>
public sealed record SearchTrials(int First, int Step, int MostPerDesign, int InAll)
{
    private const int Most = 10_000_000;

    /// <summary>How it is written.</summary>
    public static readonly Shape<SearchTrials> Shape = new("budget of trials", "How many trials a search may take.", fields =>
    {
        var trials = new SearchTrials(
            fields.Optional("first", Syntaxes.Count.Where("2 to 10000", count => count is >= 2 and <= 10_000), "20",
                "ranking and selection begins with 10 to 20 (Chen and Lee 2011, section 3.5; Law 2015, section 10.4)", "Trials of every design before anything is decided; more where what is minimised is rare."),
            fields.Optional("step", Syntaxes.Count.Where("1 to 10000", count => count is >= 1 and <= 10_000), "20",
                "as many as at first", "Trials more of an undecided design in a round, on average."),
            fields.Optional("most per design", Syntaxes.Count.Where("2 to 1000000", count => count is >= 2 and <= 1_000_000), "2000",
                "a p99 whose true share of misses is half of the allowed one is proven in about 1,400", "Trials of one design at the most."),
            fields.Optional("in all", Syntaxes.Count.Where("2 to 10000000", count => count is >= 2 and <= Most), "20000",
                "a few minutes for a small scenario", "Trials of all designs together at the most."));
        fields.Check(trials.First <= trials.MostPerDesign, "most per design", "fewer than first", () => $"every design is tried {trials.First} times at first: at most {trials.MostPerDesign} of one design are fewer");
        return trials;
    });
}
