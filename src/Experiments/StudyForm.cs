using Simulator.Experiments.Measures;
using Simulator.Experiments.Searching;
using Simulator.Experiments.Sensitivity;
using Simulator.Models;
using Simulator.Models.Language;

namespace Simulator.Experiments;

/// <summary>How a study is written: the top level of a scenario file, all but <c>version</c> and <c>vary</c>.</summary>
public static class StudyForm
{
    /// <summary>The name of the only variant of a study without <c>vary</c>.</summary>
    public const string OnlyVariant = "base";

    /// <summary>How the top level is written. What is read has one variant; a file with <c>vary</c> is read once for each.</summary>
    public static readonly Shape<Study> Shape = new("scenario", "One question with everything needed to answer it.", Read);

    private static Study Read(Fields fields)
    {
        string name = fields.Required("name", Syntaxes.Name, "Name of the scenario, and of its folder of results.");
        string question = fields.Required("question", Syntaxes.Sentence, "The question in one sentence; it is the report's headline.");
        string source = fields.Optional("source", Syntaxes.Sentence.OrNone(), "none", "a made-up scenario has no source", "Where the facts come from.");
        IReadOnlyList<string> fitted = fields.List("fitted", Syntaxes.Path, "Paths of inputs that were not known but chosen so that the outcome comes out; what they decide proves nothing.");
        Run run = fields.Block("run", Run.Shape, "How long the scenario is simulated, and how often.");
        Scenario scenario = Scenario.Read(fields, run.Starts, run.Length) with { WorstInstants = run.WorstInstants };
        IReadOnlyList<Expectation> expectations = fields.List("expect", Expectation.Syntax, "What must hold.");
        Search? search = fields.OptionalBlock("search", Search.Shape, "Which of many designs is wanted; simulator search finds it, simulator run takes no notice.");
        SensitivityPlan? sensitivity = fields.OptionalBlock("sensitivity", SensitivityPlan.Shape, "Which inputs matter for which figures; asked with simulator sensitivity.");
        string policy = fields.Optional("objectives", Objectives.Policy.File.OrNone(), "none", "a scenario has expectations of its own; a policy is for many", "The policy that it is held against: a YAML file, by its path from the folder of the scenario.");
        foreach (Expectation money in expectations.Where(expectation => expectation.Measure.Unit == CostMeasures.Money))
            fields.Check(scenario.Costs is { } costs && (costs.Currency == money.Currency || money.Currency.Length == 0), "expect", "expectation in the currency of the prices",
                () => scenario.Costs is { } prices ? $"'{money.Text}' is in {money.Currency}, and the prices are in {prices.Currency}" : $"'{money.Text}' speaks of money: write what things cost under 'costs'");
        return new Study(name, question, source, run.Seed, run.Trials, [new Variant(OnlyVariant, scenario)], expectations) { Fitted = fitted, Draws = run.Draws, Search = search?.In(scenario.Costs?.Currency ?? ""), Sensitivity = sensitivity, PolicyFile = policy };
    }
}
