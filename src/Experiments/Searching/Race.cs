namespace Simulator.Experiments.Searching;

/// <summary>
/// Tries designs until it is known which are the best, or until there are no trials left. Every design is tried a few times; then, round by round, more
/// trials go to those that are still in question. Nothing is thrown away for good: every round ranks all designs by all their trials.
/// </summary>
public sealed class Race
{
    private const double Growth = 0.2; // a round that asks for little by little would look very often
    private readonly IReadOnlyList<IContestant> _designs;
    private readonly Rules _rules;
    private readonly Action<int, int> _tell;
    private readonly CancellationToken _cancellation;

    private Race(IReadOnlyList<IContestant> designs, Rules rules, Action<int, int>? tell, CancellationToken cancellation) =>
        (_designs, _rules, _tell, _cancellation) = (designs, rules, tell ?? ((_, _) => { }), cancellation);

    /// <summary>Runs it.</summary>
    /// <param name="designs">The designs, none of them tried before; as many trials must be there as try each of them twice.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="tell">Is told after every round which one it was and how many designs are still in question.</param>
    /// <param name="cancellation">Stops between trials.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RaceResult Run(IReadOnlyList<IContestant> designs, Rules rules, Action<int, int>? tell = null, CancellationToken cancellation = default) =>
        new Race(designs, rules, tell, cancellation).Run();

    private RaceResult Run()
    {
        foreach (IContestant design in _designs) design.Try(2, _cancellation);
        foreach (IContestant design in _designs)
            if (!design.IsCertain) design.Try(Math.Min(_rules.Trials.First, design.Trials + Left), _cancellation);
        for (int round = 1; ; round++)
        {
            Ranking ranking = Ranking.Of(_designs, _rules, round);
            int[] more = Shared(ranking.Wanted);
            _tell(round, more.Count(trials => trials > 0));
            if (more.All(trials => trials == 0)) return RaceResult.Of(_designs, ranking, _rules, round);
            for (int design = 0; design < _designs.Count; design++)
                if (more[design] > 0) _designs[design].Try(_designs[design].Trials + more[design], _cancellation);
        }
    }

    private int Left => _rules.Trials.InAll - _designs.Sum(design => design.Trials);

    /// <summary>How many trials more each design gets in a round: as many as it lacks of those that it should have, in proportion if there are not enough.</summary>
    private int[] Shared(double[] wanted)
    {
        SearchTrials trials = _rules.Trials;
        double[] lacks = [.. _designs.Select((design, i) => wanted[i] <= 0 || design.IsCertain ? 0
            : Math.Min(Math.Max(wanted[i] - design.Trials, trials.Step), trials.MostPerDesign - design.Trials))];
        double all = lacks.Sum();
        int left = Left, spent = trials.InAll - left;
        double budget = Math.Min(left, Math.Max((double)trials.Step * lacks.Count(lack => lack > 0), spent * Growth));
        int[] more = new int[lacks.Length];
        for (int i = 0; i < lacks.Length && left > 0; i++)
        {
            if (lacks[i] <= 0) continue;
            double part = Math.Min(lacks[i], Math.Max(Math.Min(lacks[i], trials.Step), Math.Ceiling(budget * lacks[i] / all)));
            more[i] = (int)Math.Min(left, Math.Ceiling(part));
            left -= more[i];
        }
        return more;
    }
}
