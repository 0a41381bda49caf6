using Simulator.Experiments.Costs;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Measures;
using Simulator.Models.Language;

namespace Simulator.Experiments;

/// <summary>A sentence that must hold: <c>p99 loss of worst site &lt;= 5m in as it was</c>.</summary>
/// <param name="Text">The sentence as it stands in the file.</param>
/// <param name="Statistic">What is made of the trials' values; every trial must meet the limits where none is named.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Subject">Of what.</param>
/// <param name="Reduce">How the members of a trial become one value first.</param>
/// <param name="Test">What must hold of the statistic.</param>
/// <param name="Variants">The values of <c>vary</c> that a variant must have for the sentence to speak of it; empty for every variant.</param>
public sealed record Expectation(
    string Text, Statistic Statistic, Measure Measure, Subject Subject, Reduce Reduce, Test Test, IReadOnlyList<string> Variants)
{
    /// <summary>How an expectation is written; it mentions its subject and the values of <c>vary</c>.</summary>
    public static Syntax<Expectation> Syntax { get; } = new(
        "an expectation", "^.*(<|=|>|between|reaches| is ).*$", "p99 loss of worst site <= 5m", ExpectationParser.Parse, expectation => expectation.References);

    /// <summary>The currency of its limits; empty where they are no amounts of money.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Whether the sentence speaks of a variant: <c>in three + 30d</c> speaks of every variant that is both.</summary>
    /// <param name="variant">The variant's name; the values of several axes are joined by " + ".</param>
    public bool SpeaksOf(string variant)
    {
        string[] values = variant.Split(" + ");
        return Variants.All(values.Contains);
    }

    /// <summary>The subject with its reduction, as tables show it: "worst site".</summary>
    public string SubjectText => Measure.HasMembers ? $"{Reduce.Word()} {Subject}" : Subject.ToString();

    /// <summary>The sentence up to its test: "p99 loss of worst site".</summary>
    public string FigureText => string.Join(' ', Words.Take(TestAt));

    /// <summary>The test alone, without the variants: "&lt;= 5m".</summary>
    public string TestText => string.Join(' ', Words.Skip(TestAt).Take(Words.Length - TestAt - (Variants.Count == 0 ? 0 : 1 + string.Join(" + ", Variants).Split(' ').Length)));

    private string[] Words => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A share of trials has its condition before its test.</summary>
    private int TestAt => Statistic is ShareOfTrials ? Array.FindLastIndex(Words, TestParser.Starts) : Array.FindIndex(Words, TestParser.Starts);

    /// <summary>The names that it speaks of.</summary>
    internal IEnumerable<Reference> References =>
        [
            .. Names.Select(name => new Reference(Section, name, Variants)),
            .. Subject.Part is null ? [] : (Reference[])[new Reference(PartSection, Subject.Part, Variants)],
            .. Variants.Select(variant => new Reference("vary", variant)),
        ];

    private IEnumerable<string> Names => Subject.Name.Length == 0 || (IsMoney && Bill.Words.Contains(Subject.Name)) ? [] : Subject.Over is null ? [Subject.Name] : [Subject.Name, Subject.Over];

    private static readonly (Subjects Subjects, string Name)[] s_sections = [(Subjects.Tenants, "tenants"), (Subjects.Databases, "databases"), (Subjects.Stores, "stores")];

    private bool IsMoney => Measure.Takes.HasFlag(Subjects.Costs);

    private string Section =>
        (Measure.Takes & (Subjects.Plan | Subjects.TwoPlans)) != 0 ? "recovery"
        : Measure.Takes.HasFlag(Subjects.Faults) ? "faults"
        : Measure.Takes.HasFlag(Subjects.Queues) ? "queues"
        : IsMoney ? "databases|stores|crews|tenants"
        : string.Join('|', s_sections.Where(section => Measure.Takes.HasFlag(section.Subjects)).Select(section => section.Name)) is { Length: > 0 } sections ? sections
        : "tenants";

    private string PartSection => Measure.Takes.HasFlag(Subjects.Steps) ? $"recovery.{Subject.Name}.steps" : Measure.Takes.HasFlag(Subjects.Followers)
        ? $"databases.{Subject.Name}.standbys|databases.{Subject.Name}.backups"
        : $"databases.{Subject.Name}.backups";
}
