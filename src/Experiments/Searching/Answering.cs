using Simulator.Experiments.Results;
using Simulator.Experiments.Running;

namespace Simulator.Experiments.Searching;

/// <summary>Puts what a race gave into words, design by design.</summary>
/// <param name="study">What was asked.</param>
/// <param name="tried">The designs that were tried.</param>
/// <param name="unsound">Why others make no sound scenario, by their numbers.</param>
/// <param name="race">What came of it; null where no design could be tried.</param>
internal sealed class Answering(Study study, List<TriedDesign> tried, Dictionary<int, string> unsound, RaceResult? race)
{
    private readonly Search _search = study.Search!;

    /// <summary>The result.</summary>
    public SearchResult Result()
    {
        Dictionary<int, int> places = tried.Select((design, place) => (design.Number, place)).ToDictionary();
        DesignResult[] designs = [.. Enumerable.Range(0, (int)_search.Space.Count).Select(number => places.TryGetValue(number, out int place) ? Tried(place) : NotTried(number))];
        return new SearchResult(study, Experiment.Version, designs, [.. (race?.Chosen ?? []).Select(place => designs[tried[place].Number])], race?.Rounds ?? 0, race?.Sure);
    }

    private DesignResult NotTried(int number) => Of(number, 0, DesignStatus.Unsound, unsound[number], [], []);

    private DesignResult Tried(int place)
    {
        TriedDesign design = tried[place];
        (DesignStatus status, string why) = Judged(place);
        return Of(design.Number, design.Trials, status, why, [.. design.Scores.Select(score => score.Estimate)], [.. design.Holdings.Select(holding => holding.Result)]);
    }

    private DesignResult Of(int number, int trials, DesignStatus status, string why, IReadOnlyList<Statistics.Estimate> objectives, IReadOnlyList<ExpectationResult> constraints)
    {
        IReadOnlyList<int> choice = _search.Space.ChoiceOf(number);
        return new DesignResult(number, _search.Space.ValuesOf(choice), trials, status, why, objectives, constraints, _search.Space.Settings(choice));
    }

    private (DesignStatus Status, string Why) Judged(int place)
    {
        TriedDesign design = tried[place];
        Standing standing = race!.Standings[place];
        string rival = standing.Rival < 0 ? "" : string.Join(" + ", _search.Space.ValuesOf(_search.Space.ChoiceOf(tried[standing.Rival].Number)));
        if (design.Missing is { } missing) return (DesignStatus.Unproven, $"no trial has a value of {missing}");
        if (standing.Place == Place.Infeasible) return (DesignStatus.Infeasible, Misses(design, Verdict.Breached));
        if (standing.Place == Place.Dominated) return (DesignStatus.Dominated, $"{rival} is better");
        if (standing.Place == Place.Needless) return (DesignStatus.Dominated, $"the same in every trial as {rival}, which is proven");
        if (!race.Proven[place]) return (DesignStatus.Unproven, Misses(design, Verdict.NotEnoughEvidence));
        if (standing.Place == Place.Open) return (DesignStatus.Tied, $"cannot be told from {rival}{(race.Proven[standing.Rival] ? "" : ", which is not proven to hold what must hold")}");
        int twin = Twin(place);
        return race.Chosen.Contains(place) || twin < 0 ? (DesignStatus.Best, "no other is better")
            : (DesignStatus.Tied, $"the same in every trial as {string.Join(" + ", _search.Space.ValuesOf(_search.Space.ChoiceOf(tried[twin].Number)))}");
    }

    /// <summary>The chosen one that is as good as another one in every trial; -1 where there is none.</summary>
    private int Twin(int place) => race!.Chosen.Where(chosen => chosen != place).DefaultIfEmpty(-1).First();

    /// <summary>The sentences of one verdict, with their reasons.</summary>
    private static string Misses(TriedDesign design, Verdict verdict) =>
        string.Join("; ", design.Holdings.Where(holding => holding.Result.Verdict == verdict).Select(holding => $"{holding.Result.Text}: {holding.Result.Reason}"));
}
