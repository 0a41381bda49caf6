using Simulator.Experiments.Results;

namespace Simulator.Experiments.Searching;

/// <summary>What the trials so far say of every design, and which designs need more to be told apart.</summary>
internal sealed class Ranking
{
    private readonly IReadOnlyList<IContestant> _designs;
    private readonly Rules _rules;
    private readonly Confidence _confidence;
    private readonly Versus?[][] _compared;
    private readonly bool[] _isInfeasible, _isProven, _looks;

    private Ranking(IReadOnlyList<IContestant> designs, Rules rules, int round)
    {
        (_designs, _rules, _confidence) = (designs, rules, new Confidence(designs.Count, round));
        _compared = [.. designs.Select(_ => new Versus?[designs.Count])];
        _isInfeasible = [.. designs.Select(design => design.Holdings.Any(holding => holding.Result.Verdict == Verdict.Breached))];
        _isProven = [.. designs.Select(design => design.Holdings.All(holding => holding.Result.Verdict == Verdict.Met))];
        _looks = [.. designs.Select(design => design.Holdings.All(holding => holding.Looks))];
    }

    /// <summary>How each design stands.</summary>
    public IReadOnlyList<Standing> Standings { get; private set; } = [];

    /// <summary>How often each design should have been tried, about; 0 where it need not be tried again.</summary>
    public double[] Wanted { get; private set; } = [];

    /// <summary>Ranks designs of which each was tried at least twice.</summary>
    public static Ranking Of(IReadOnlyList<IContestant> designs, Rules rules, int round)
    {
        var ranking = new Ranking(designs, rules, round);
        bool[] isDominated = new bool[designs.Count];
        var standings = new Standing[designs.Count];
        for (int i = 0; i < designs.Count; i++) isDominated[i] = ranking.IsDominated(i, out standings[i]);
        for (int i = 0; i < designs.Count; i++)
            if (!isDominated[i] && !ranking._isInfeasible[i]) standings[i] = ranking.AmongTheBest(i, isDominated);
        ranking.Standings = standings;
        ranking.Wanted = ranking.Share();
        return ranking;
    }

    /// <summary>Whether a design holds all that must hold, beyond doubt.</summary>
    public bool IsProven(int design) => _isProven[design];

    private Versus Compare(int design, int other) => _compared[design][other] ??= Versus.Of(_designs[design], _designs[other], _rules, _confidence);

    private bool IsDominated(int design, out Standing standing)
    {
        standing = new Standing(_isInfeasible[design] ? Place.Infeasible : Place.Open, -1);
        if (_isInfeasible[design]) return false;
        double clearest = 0;
        for (int other = 0; other < _designs.Count; other++)
        {
            if (other == design || _isInfeasible[other] || !_isProven[other]) continue;
            Versus versus = Compare(design, other);
            if (versus.AreTwins && !_isProven[design] && standing.Rival < 0) standing = new Standing(Place.Needless, other);
            if (versus.Clarity < 1 || versus.Clarity <= clearest) continue;
            (standing, clearest) = (new Standing(Place.Dominated, other), versus.Clarity);
        }
        return standing.Rival >= 0;
    }

    private Standing AmongTheBest(int design, bool[] isDominated)
    {
        int rival = -1;
        double most = -1;
        for (int other = 0; other < _designs.Count; other++)
        {
            if (other == design || _isInfeasible[other] || isDominated[other]) continue;
            Versus versus = Compare(design, other);
            if (versus.AreTwins || versus.Clarity <= most) continue;
            (rival, most) = (other, versus.Clarity);
        }
        return new Standing(rival < 0 ? Place.Best : Place.Open, rival);
    }

    /// <summary>
    /// What each design that is still in question needs: to be told from the rival that seems to dominate it most, or to be proven to miss or to hold what
    /// must hold, whichever takes least (L. H. Lee, N. A. Pujowidianto, L.-W. Li, C.-H. Chen and C. M. Yap, "Approximate simulation budget allocation for
    /// selecting the best design in the presence of stochastic constraints", IEEE Transactions on Automatic Control 57, 2012).
    /// </summary>
    private double[] Share()
    {
        List<Duel> duels = [];
        double[] alone = new double[_designs.Count];
        for (int design = 0; design < _designs.Count; design++)
        {
            if (Standings[design].Place is Place.Infeasible or Place.Dominated or Place.Needless || HasEasierTwin(design)) continue;
            (int rival, Versus versus) = Rival(design);
            if (rival >= 0 && versus.Clarity >= 1) continue; // out as soon as the rival is proven
            bool isWorse = rival >= 0 && versus.Clarity > 0;
            double toTell = rival >= 0 && !versus.AreAlike ? Duels(design, rival, versus) : double.PositiveInfinity;
            double toMiss = _designs[design].Holdings.Where(holding => !holding.Looks).Select(holding => holding.ToDecide).DefaultIfEmpty(double.PositiveInfinity).Min();
            if (!_looks[design] && (!isWorse || toMiss < toTell)) alone[design] = toMiss;
            else if (double.IsFinite(toTell)) duels.Add(DuelOf(design, rival, versus));
            if (_looks[design] && !isWorse) alone[design] = ToHold(design);
        }
        double[] together = Allocation.Of(_designs.Count, duels);
        return [.. together.Zip(alone, Math.Max)];
    }

    /// <summary>Of designs that are the same in every trial one need be proven: the one for which it takes least.</summary>
    private bool HasEasierTwin(int design)
    {
        if (!_looks[design] || _isProven[design]) return false;
        for (int other = 0; other < _designs.Count; other++)
            if (other != design && MayHold(other) && (ToHold(other), other).CompareTo((ToHold(design), design)) < 0 && Compare(design, other).AreTwins) return true;
        return false;
    }

    /// <summary>Whether a design seems to hold what must hold, and is proven to, or may yet be.</summary>
    private bool MayHold(int design) => !_isInfeasible[design] && _looks[design]
        && (_isProven[design] || (_designs[design].Trials < _rules.Trials.MostPerDesign && !_designs[design].IsCertain));

    private double ToHold(int design) =>
        _designs[design].Holdings.Where(holding => holding.Result.Verdict != Verdict.Met).Select(holding => holding.ToDecide).DefaultIfEmpty(0).Max();

    /// <summary>The design that seems to dominate another most, of those that may yet be proven to hold what must hold.</summary>
    private (int Rival, Versus Versus) Rival(int design)
    {
        (int Rival, Versus Versus) strongest = (-1, default);
        for (int other = 0; other < _designs.Count; other++)
        {
            if (other == design || !MayHold(other)) continue;
            Versus versus = Compare(design, other);
            if (versus.AreAlike || versus.Clarity <= -1) continue;
            if (strongest.Rival < 0 || versus.Clarity > strongest.Versus.Clarity) strongest = (other, versus);
        }
        return strongest;
    }

    private double Duels(int design, int rival, Versus versus)
    {
        Duel duel = DuelOf(design, rival, versus);
        return duel.Noise / duel.Gap * (duel.Noise / duel.Gap);
    }

    /// <summary>What stands for the noise of one trial is the spread of the paired differences, times the standard errors that they must be apart: so the allocation is in trials.</summary>
    private Duel DuelOf(int design, int rival, Versus versus)
    {
        int pairs = Math.Min(_designs[design].Trials, _designs[rival].Trials);
        double gap = Math.Max(Math.Abs(versus.Decisive.Gap), versus.Matters);
        double noise = versus.Distance * versus.Decisive.Error * Math.Sqrt(pairs);
        return double.IsFinite(noise) && gap > 0 ? new Duel(design, rival, gap, noise, noise) : new Duel(design, rival, 1, Math.Sqrt(2.0 * pairs), Math.Sqrt(2.0 * pairs));
    }
}
