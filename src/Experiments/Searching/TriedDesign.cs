using Simulator.Experiments.Expectations;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Models;

namespace Simulator.Experiments.Searching;

/// <summary>A design with its trials. Every design meets the same luck, trial by trial.</summary>
internal sealed class TriedDesign : IContestant
{
    private readonly Search _search;
    private readonly IReadOnlyList<int> _choice;
    private readonly Series _series;
    private readonly int _threads;
    private readonly Action _tried;

    /// <summary>A design that was not tried yet.</summary>
    /// <param name="number">Its number in the space.</param>
    /// <param name="scenario">Its scenario.</param>
    /// <param name="study">The study whose search it is.</param>
    /// <param name="prepare">How trials are run.</param>
    /// <param name="threads">How many of its trials run at once.</param>
    /// <param name="tried">Is told of every trial.</param>
    public TriedDesign(int number, Scenario scenario, Study study, Preparation prepare, int threads, Action tried)
    {
        Number = number;
        _search = study.Search!;
        _choice = _search.Space.ChoiceOf(number);
        (_threads, _tried) = (threads, tried);
        Figure[] asked = [.. _search.Minimise.Select(objective => objective.Response?.Figure).OfType<Figure>(), .. _search.SubjectTo.Select(sentence => new Figure(sentence.Measure, sentence.Subject))];
        string name = string.Join(" + ", _search.Space.ValuesOf(_choice));
        _series = new Series(new Variant(name, scenario), study.Seed, [.. asked.Distinct()], prepare);
    }

    /// <summary>Its number in the space.</summary>
    public int Number { get; }

    /// <inheritdoc/>
    public int Trials => _series.Count;

    /// <inheritdoc/>
    public bool IsCertain { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Score> Scores { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Holding> Holdings { get; private set; } = [];

    /// <summary>What its trials have no value of, though it is to be small; null where there is nothing.</summary>
    public string? Missing { get; private set; }

    /// <inheritdoc/>
    public void Try(int trials, CancellationToken cancellation)
    {
        VariantTrials tried = _series.First(trials, _threads, _tried, cancellation);
        IsCertain = tried.AreAlike;
        Scores = [.. _search.Minimise.Select(objective => ScoreOf(objective, tried))];
        Holdings = [.. _search.SubjectTo.Select(sentence => HoldingOf(sentence, tried))];
    }

    private Score ScoreOf(Objective objective, VariantTrials tried)
    {
        if (objective.Response is not { } response) return new Score(Estimate.Certain(PlaceOf(objective.Knob!)), null);
        TrialValues values = tried.Values(response.Figure, response.Reduce);
        if (values.AtMost.Count == 0)
        {
            Missing = objective.Text;
            return new Score(Estimate.Certain(double.PositiveInfinity), null);
        }
        return new Score(response.Statistic.Of(values), PerTrial(response.Statistic, values));
    }

    private double PlaceOf(string knob)
    {
        for (int place = 0; place < _choice.Count; place++)
            if (_search.Space.Knobs[place].Name == knob) return _choice[place];
        throw new ArgumentException($"there is no knob '{knob}'", nameof(knob));
    }

    /// <summary>The values whose mean a figure is, where each trial has one that is known.</summary>
    private static IReadOnlyList<double>? PerTrial(Statistic statistic, TrialValues values)
    {
        if (values.ArePooled || !values.IsKnown || values.AtMost.Count < values.Trials) return null;
        return statistic switch
        {
            MeanOfTrials => values.AtMost,
            ShareOfTrials share => [.. values.AtMost.Select(value => share.Condition.Hold(value) ? 1.0 : 0)],
            _ => null,
        };
    }

    private static Holding HoldingOf(Expectation sentence, VariantTrials tried)
    {
        ExpectationResult result = Judging.Judge(sentence, tried);
        TrialValues values = Judging.ValuesOf(sentence, tried);
        if (values.AtMost.Count == 0) return new Holding(result, false, double.PositiveInfinity);
        Judgement judged = sentence.Statistic.Judge(values, sentence.Test.Limits);
        return new Holding(result, sentence.Test.Limits.Hold(judged.Estimate.Value), Bounds.ToDecide(sentence, values, judged));
    }
}
