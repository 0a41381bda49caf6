using Simulator.Experiments.Expectations;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Experiments.Searching;

/// <summary>Which of many designs is wanted: what is to be small, what must hold, and how many trials it may take.</summary>
/// <param name="Minimise">What is to be small; of several, designs form a front unless they decide in order.</param>
/// <param name="InOrder">Whether the first objective decides, and the next only between designs that are equal in those before it.</param>
/// <param name="SubjectTo">What must hold, each with 95 % confidence by its usual one-sided bound.</param>
/// <param name="Indifference">A difference that does not matter, as a share of the better value, in [0, 1).</param>
/// <param name="Trials">How many trials it may take.</param>
public sealed record Search(
    IReadOnlyList<Objective> Minimise, bool InOrder, IReadOnlyList<Expectation> SubjectTo, double Indifference, SearchTrials Trials)
{
    /// <summary>What is searched: the designs that the knobs make. It is read from the same file, see <see cref="Searching.Space"/>.</summary>
    public Space Space { get; init; } = Space.Nothing;

    /// <summary>The same search in a scenario whose prices are in a currency.</summary>
    /// <param name="currency">The currency; empty where nothing is priced.</param>
    public Search In(string currency) => this with { Minimise = [.. Minimise.Select(objective => objective with { Currency = currency })] };

    private static readonly Syntax<Expectation> s_constraint = Expectation.Syntax.Where(
        "one of a mean, a quantile or a share of trials, and of no variant: what has bounds, and speaks of every design",
        sentence => sentence.Statistic is not (EveryTrial or MaxOfTrials) && sentence.Variants.Count == 0);

    /// <summary>How a search is written; <c>knobs</c> are read beside it, as <c>vary</c> is.</summary>
    public static readonly Shape<Search> Shape = new("search", "Which of many designs is wanted.", Read);

    private static Search Read(Fields fields)
    {
        var search = new Search(
            fields.List("minimise", Objective.Syntax, "What is to be small: figures, or knobs whose values stand from the least to the most unwelcome. Several make a front.", required: true),
            fields.Optional("in order", Syntaxes.Switch, "false", "several objectives are equals unless somebody says which comes first", "Whether the first objective decides, and the next only between equals in those before it."),
            fields.List("subject to", s_constraint, "What must hold of a design, each with 95 % confidence by its usual one-sided bound."),
            fields.Optional("indifference", Syntaxes.Share.Where("less than 100%", share => share.Fraction < 1), "1%", "assumed: estimates of cost are hardly better", "A difference that does not matter, as a share of the better value.").Fraction,
            fields.OptionalBlock("trials", SearchTrials.Shape, "How many trials the search may take.") ?? Defaults.Of(SearchTrials.Shape));
        foreach (Expectation sentence in search.SubjectTo)
            fields.Check(search.Trials.MostPerDesign >= Bounds.Needed(sentence), "trials", "too few for a bound", () =>
                $"'{sentence.Text}' takes {Figures.Count(Bounds.Needed(sentence))} trials of a design to be proven at all: most per design is {Figures.Count(search.Trials.MostPerDesign)}");
        return search;
    }
}
