namespace Simulator.Experiments.Comparing;

/// <summary>Everything that is shown of a comparison.</summary>
/// <param name="Title">What is compared with what: "first-steps: every five minutes and every hour".</param>
/// <param name="Pairs">The pairs of sides.</param>
/// <param name="Measures">What is said of each measure, pair by pair.</param>
public sealed record ComparisonResult(string Title, IReadOnlyList<ComparedPair> Pairs, IReadOnlyList<ComparedMeasure> Measures)
{
    /// <summary>How sure the verdicts are, all measures together.</summary>
    public required double Confidence { get; init; }

    /// <summary>By what share B may be worse; 0 where any difference counts.</summary>
    public double Margin { get; init; }

    /// <summary>The numbers of trials at which was looked; the last is how many there are.</summary>
    public required IReadOnlyList<int> Looks { get; init; }

    /// <summary>How many looks were planned.</summary>
    public required int Planned { get; init; }

    /// <summary>Measures that one side only has, in words; nothing is said of them.</summary>
    public IReadOnlyList<string> OnOneSide { get; init; } = [];

    /// <summary>Version of the simulator.</summary>
    public string Version { get; init; } = Running.Experiment.Version;

    /// <summary>How many measures a verdict has.</summary>
    public int Count(Change change) => Measures.Count(measure => measure.Change == change);

    /// <summary>The verdict over all, in a sentence.</summary>
    public string Verdict
    {
        get
        {
            if (Measures.Count == 0) return "There is no measure that both sides have.";
            if (Measures.All(measure => measure.Change == Change.Same)) return "The same: every value of every measure is the same on both sides.";
            (Change Change, string Word)[] parts = [(Change.Worse, "worse"), (Change.Better, "better"), (Change.NoWorse, "no worse"), (Change.Different, "different"), (Change.Same, "the same"), (Change.CannotTell, "not to be told yet")];
            string counts = string.Join(", ", parts.Where(part => Count(part.Change) > 0).Select(part => $"{Count(part.Change)} {part.Word}"));
            string head = Count(Change.Worse) > 0 ? "Worse" : Count(Change.CannotTell) > 0 ? "Cannot tell yet" : Count(Change.Better) > 0 ? "Better" : Count(Change.NoWorse) > 0 ? "No worse" : "Different";
            return $"{head}: of {Measures.Count} {(Measures.Count == 1 ? "measure" : "measures")}, {counts}.";
        }
    }
}

/// <summary>One pair of sides as it was compared.</summary>
/// <param name="Name">What tells it from others; empty where it is the only one.</param>
/// <param name="A">What the first side is called.</param>
/// <param name="B">What the second side is called.</param>
/// <param name="SeedA">Seed of the first side.</param>
/// <param name="SeedB">Seed of the second side.</param>
/// <param name="Trials">Trials of each side; the fewer where they differ.</param>
/// <param name="WhyNotPaired">Why trials are not paired; null where they are.</param>
public sealed record ComparedPair(string Name, string A, string B, ulong SeedA, ulong SeedB, int Trials, string? WhyNotPaired);
