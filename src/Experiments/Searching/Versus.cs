namespace Simulator.Experiments.Searching;

/// <summary>How clear it is that another design is better than one: in every objective in which they differ, or in the first of them.</summary>
/// <param name="Clarity">1 or more if the other is better beyond doubt, -1 or less if it is not better beyond doubt.</param>
/// <param name="Decisive">The difference that decides it: of several the one that speaks least for the other.</param>
/// <param name="Distance">Standard errors that it must be apart.</param>
/// <param name="Matters">The smallest difference that matters.</param>
internal readonly record struct Versus(double Clarity, Difference Decisive, double Distance, double Matters)
{
    /// <summary>Whether they differ in nothing.</summary>
    public bool AreTwins => Decisive.IsNone;

    /// <summary>Whether they differ in nothing that matters, beyond doubt.</summary>
    public bool AreAlike => AreTwins || Math.Abs(Decisive.Gap) + Distance * Decisive.Error <= Matters;

    /// <summary>Compares a design with another.</summary>
    public static Versus Of(IContestant design, IContestant other, Rules rules, Confidence confidence)
    {
        Versus decisive = default;
        for (int objective = 0; objective < design.Scores.Count; objective++)
        {
            Score own = design.Scores[objective], its = other.Scores[objective];
            Difference difference = Difference.Between(own, its);
            if (difference.IsNone) continue;
            double matters = rules.Indifference * Math.Min(Math.Abs(own.Estimate.Value), Math.Abs(its.Estimate.Value));
            var found = new Versus(confidence.Clarity(difference), difference, confidence.Distance(difference), matters);
            if (decisive.AreTwins || found.Clarity < decisive.Clarity) decisive = found;
            if (rules.InOrder) break;
        }
        return decisive;
    }
}
