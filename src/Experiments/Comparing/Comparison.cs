using Simulator.Experiments.Measures;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Comparing;

/// <summary>
/// Compares sides pair by pair, measure by measure, at one number of trials or at several until everything is told. Holm's correction is over all measures of all
/// pairs that differ at all: where both sides are the same in every trial there is nothing that could be found by chance (R. E. Tarone, "A modified Bonferroni method
/// for discrete data", Biometrics 46, 1990). What was told at one look stays told.
/// </summary>
public static class Comparison
{
    private const double Power = 0.8; // the usual one: with the trials that are called for, four in five comparisons of such a difference tell it
    private const double LongestStretch = 1e12;

    /// <summary>Compares.</summary>
    /// <param name="title">What is compared with what.</param>
    /// <param name="matches">The pairs of sides.</param>
    /// <param name="question">How.</param>
    public static ComparisonResult Run(string title, IReadOnlyList<Match> matches, ComparisonQuestion question)
    {
        IReadOnlyList<double> levels = Spending.Levels(question.Looks, 1 - question.Confidence);
        Dictionary<(string, string), ComparedMeasure> told = [];
        IReadOnlyList<ComparedMeasure> rows;
        int look = -1;
        do
        {
            int trials = question.Looks[++look];
            bool isLast = look + 1 == question.Looks.Count;
            IReadOnlyList<Found> found = FoundAt(matches, question, trials);
            rows = [.. Judged([.. found.Select(one => one.Row)], levels[look]).Select((row, i) =>
                told.TryGetValue((row.Match, row.Text), out ComparedMeasure? known) ? known : isLast || row.IsTold ? found[i].Contrast.WithQuantiles(row, found[i].A, found[i].B) : row)];
            foreach (ComparedMeasure row in rows.Where(row => row.IsTold)) told[(row.Match, row.Text)] = row;
        }
        while (look + 1 < question.Looks.Count && rows.Any(row => row.Change == Change.CannotTell));
        int most = question.Looks[look];
        return new ComparisonResult(title, [.. matches.Select(match => PairOf(match, most))], rows)
        {
            Confidence = question.Confidence, Margin = question.Margin, Looks = [.. question.Looks.Take(look + 1)], Planned = question.Looks.Count,
            OnOneSide = [.. matches.SelectMany(match => OnOneSide(match, question, most))],
        };
    }

    /// <summary>The rows with Holm's correction and what is said of each.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="level">The level of them all together, in (0, 1).</param>
    public static IReadOnlyList<ComparedMeasure> Judged(IReadOnlyList<ComparedMeasure> rows, double level)
    {
        ComparedMeasure[] differing = [.. rows.Where(row => !row.IsSame)];
        double[] adjusted = Holm.Adjusted([.. differing.Select(row => row.Shift.P)]);
        int next = 0;
        return [.. rows.Select(row => row.IsSame ? row with { Change = Change.Same } : Judged(row with { Adjusted = adjusted[next++] }, level))];
    }

    private static ComparedMeasure Judged(ComparedMeasure row, double level) =>
        row.Adjusted > level ? row with { Needed = Needed(row, level) }
        : row with { Change = row.Better == Better.Neither ? Change.Different : row.Harm > 0 ? Change.Worse : row.IsOfMargin ? Change.NoWorse : Change.Better };

    /// <summary>Trials after which a difference like this is told four times in five: the score grows with the root of the trials (normal approximation).</summary>
    private static long? Needed(ComparedMeasure row, double level)
    {
        double share = row.Shift.P > 0 ? Math.Min(1, row.Shift.P / row.Adjusted) : 1; // Holm leaves this part of the level to the row
        double seen = Scores.OfP(row.Shift.P), needed = Scores.Of(1 - level * share / 2) + Scores.Of(Power);
        if (row.Harm == 0 || seen <= 0) return null;
        return (long)Math.Max(row.Trials + 1.0, Math.Min(Math.Ceiling(row.Trials * (needed / seen) * (needed / seen)), LongestStretch));
    }

    private static IReadOnlyList<Found> FoundAt(IReadOnlyList<Match> matches, ComparisonQuestion question, int look) => [.. matches.SelectMany(match =>
    {
        (ISideTrials a, ISideTrials b) = match.At(look);
        return AskedOf(question, a, b).Select(asked => new Contrast(match, asked, question)).SelectMany(contrast => contrast.Rows(a, b).Select(row => new Found(contrast, a, b, row))).ToArray();
    })];

    /// <summary>What was asked for; else what is worth it and any trial of either side has a value of.</summary>
    private static IReadOnlyList<Asked> AskedOf(ComparisonQuestion question, ISideTrials a, ISideTrials b) =>
        question.Asked.Count > 0 ? question.Asked : [.. Columns(a, b).Where(question.IsWorthIt).Select(Asked.MeanOf)];

    private static IEnumerable<TrialColumn> Columns(ISideTrials a, ISideTrials b) => a.Natural.Union(b.Natural);

    private static IEnumerable<string> OnOneSide(Match match, ComparisonQuestion question, int trials)
    {
        (ISideTrials a, ISideTrials b) = match.At(trials);
        string where = match.Name.Length == 0 ? "" : $" ({match.Name})";
        foreach (Asked asked in AskedOf(question, a, b))
        {
            bool inA = Has(a, asked), inB = Has(b, asked);
            if (!inA || !inB) yield return $"{asked.Column.Text}{where}: {(inA ? $"only {match.A.Name} has it" : inB ? $"only {match.B.Name} has it" : "neither side has it")}";
        }
    }

    private static bool Has(ISideTrials side, Asked asked) => side.Values(asked.Column) is not null || side.Summary(asked.Column) is not null;

    private static ComparedPair PairOf(Match match, int look) => new(match.Name, match.A.Name, match.B.Name, match.A.Seed, match.B.Seed, match.TrialsAt(look), match.WhyNotPaired);

    /// <summary>A row, and where it comes from.</summary>
    private sealed record Found(Contrast Contrast, ISideTrials A, ISideTrials B, ComparedMeasure Row);
}
