using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Experiments.Objectives;

/// <summary>Objectives that many scenarios share: a file of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">What it is for, in a sentence.</param>
/// <param name="Quantile">Which quantile over trials of the worst tenant or database must keep to the limits, in (0, 1).</param>
/// <param name="Objectives">The objectives for all.</param>
/// <param name="Tiers">Those for tenants of a tier, by its name.</param>
/// <param name="Expectations">Sentences that must hold too, in scenarios that have what they speak of.</param>
public sealed record Policy(
    string Name, string About, double Quantile, ObjectiveSet Objectives, IReadOnlyList<Named<ObjectiveSet>> Tiers, IReadOnlyList<Expectation> Expectations)
{
    /// <summary>How a scenario names its policy.</summary>
    public static readonly Syntax<string> File = new("a policy", @"^[^ \\]+\.yaml$", "policies/standard.yaml",
        text => Folder.Misnamed(text.Trim(), ".yaml", "policies/standard.yaml") is { } problem ? Parsed.No<string>($"'{text}' {problem}") : Parsed.Ok(text.Trim()));

    private static readonly Syntax<double> s_quantile = new("a quantile", @"^p[0-9]+(\.[0-9]+)?$", "p99", text =>
        text.Trim() is ['p', .. var percent] && double.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is > 0 and < 100
            ? Parsed.Ok(number / 100) : Parsed.No<double>($"'{text}' is not a quantile: write one between p0 and p100, such as p99"));

    private static readonly Syntax<Expectation> s_sentence = new(
        Expectation.Syntax.Name, Expectation.Syntax.Pattern, Expectation.Syntax.Example, text => Expectation.Syntax.Parse(text).Then(sentence =>
            sentence.Variants.Count == 0 ? Parsed.Ok(sentence) : Parsed.No<Expectation>($"'{text}' speaks of a variant, and a policy of every scenario that names it: leave out 'in {string.Join(" + ", sentence.Variants)}'")));

    /// <summary>How a policy is written: the top level of its file, all but <c>version</c>.</summary>
    public static readonly Shape<Policy> Shape = new("policy", "Objectives that many scenarios share.", fields =>
    {
        Policy policy = new(
            fields.Required("name", Syntaxes.Name, "Name of the policy."),
            fields.Optional("about", Syntaxes.Sentence, "objectives", "a policy says what it is for where that is not plain", "What it is for, in a sentence."),
            fields.Optional("quantile", s_quantile, "p99", "one incident in a hundred may be worse: what objectives that name no share are usually held to, and 299 trials can prove it",
                "Which quantile over trials of the worst tenant or database must keep to the limits."),
            fields.Block("disruptions", ObjectiveSet.Shape, "What disruptions may cost at most, by their kind."),
            fields.Map("tiers", ObjectiveSet.Shape, "The same for the tenants of a tier, by its name."),
            fields.List("expect", s_sentence, "Sentences that must hold too, in scenarios that have what they speak of."));
        fields.Check(policy.Objectives.ByKind.Count + policy.Tiers.Sum(tier => tier.Value.ByKind.Count) + policy.Expectations.Count > 0, "disruptions", "policy of nothing", () => "the policy states no objective: write one, such as zone: { rpo: 0s, rto: 2m }");
        return policy;
    });
}
