using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;

namespace Simulator.Experiments.Searching;

/// <summary>Answers the search of a study: which design is wanted.</summary>
public static class Searcher
{
    /// <summary>What is wrong with a search before it is begun: there are not enough trials to try every design twice, or at first as often as is asked; null where nothing is.</summary>
    public static string? Problem(Search search)
    {
        long first = search.Space.Count * search.Trials.First;
        return first <= search.Trials.InAll ? null
            : $"the knobs make {search.Space.Count} designs, and {search.Trials.First} first trials of each are {first}, more than the {search.Trials.InAll} trials that there are in all: "
                + "take values away, or spend more trials; no design is left out unseen";
    }

    /// <summary>Searches. The result is the same for any number of threads.</summary>
    /// <param name="study">A study with a search in which nothing is wrong.</param>
    /// <param name="threads">How many trials run at once, at least 1.</param>
    /// <param name="prepare">How trials are run.</param>
    /// <param name="tell">Is told of every trial and every round, from the thread that ran it, one at a time.</param>
    /// <param name="cancellation">Stops between trials.</param>
    /// <exception cref="TrialException">The simulator broke in a trial.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SearchResult Run(Study study, int threads, Preparation prepare, Action<SearchProgress>? tell = null, CancellationToken cancellation = default)
    {
        Search search = study.Search ?? throw new ArgumentException("the study asks for no search", nameof(study));
        if (Problem(search) is { } problem) throw new ArgumentException(problem, nameof(study));
        var telling = new Telling(tell ?? (_ => { }), search.Trials.InAll);
        var unsound = new Dictionary<int, string>();
        List<TriedDesign> designs = [];
        for (int number = 0; number < search.Space.Count; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Build(search, number, unsound) is { } scenario) designs.Add(new TriedDesign(number, scenario, study, prepare, threads, telling.Trial));
        }
        RaceResult? race = designs.Count == 0 ? null
            : Race.Run(designs, new Rules(search.InOrder, search.Indifference, search.Trials), telling.Round, cancellation);
        return new Answering(study, designs, unsound, race).Result();
    }

    private static Scenario? Build(Search search, int number, Dictionary<int, string> unsound)
    {
        try
        {
            return search.Space.Build(search.Space.ChoiceOf(number));
        }
        catch (UnsoundDesignException wrong)
        {
            unsound[number] = wrong.Message.Split('\n')[0];
            return null;
        }
    }

    /// <summary>Counts trials for whoever watches.</summary>
    private sealed class Telling(Action<SearchProgress> tell, int all)
    {
        private readonly Lock _counting = new();
        private SearchProgress _now = new(0, all, 0, 0);

        public void Trial() => Tell(now => now with { Done = now.Done + 1 });

        public void Round(int round, int open) => Tell(now => now with { Round = round, Open = open });

        private void Tell(Func<SearchProgress, SearchProgress> change)
        {
            lock (_counting) tell(_now = change(_now));
        }
    }
}

/// <summary>How far a search is.</summary>
/// <param name="Done">Trials that are done.</param>
/// <param name="All">Trials that there are at the most.</param>
/// <param name="Round">The round; 0 while every design is tried at first.</param>
/// <param name="Open">How many designs are still tried.</param>
public readonly record struct SearchProgress(int Done, int All, int Round, int Open);
