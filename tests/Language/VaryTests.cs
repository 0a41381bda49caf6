using NUnit.Framework;
using Simulator.Experiments;
using Simulator.ScenarioFiles;
using Simulator.Tests.Bad;

namespace Simulator.Tests.Language;

public sealed class VaryTests
{
    private static Study Read(string vary)
    {
        string text = File.ReadAllText(Path.Combine(BadFile.Folder, "good.yaml")) + vary;
        ReadStudy read = ScenarioFile.Parse(text, Path.Combine(BadFile.Folder, "good.yaml"));
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        return read.Study!;
    }

    private static string Names(Study study) => string.Join(", ", study.Variants.Select(variant => variant.Name));

    private static int Size(Study study, int variant) => study.Variants[variant].Scenario.Crews[0].Value.Size;

    [Test]
    public void Without_vary_there_is_one_variant() => Assert.That(Names(Read("")), Is.EqualTo("base"));

    [Test]
    public void A_list_of_values_names_its_variants_by_their_text()
    {
        Study study = Read("vary: { crews.engineers.size: [40, 80] }");
        Assert.That(Names(study), Is.EqualTo("40, 80"));
        Assert.That((Size(study, 0), Size(study, 1)), Is.EqualTo((40, 80)));
    }

    [Test]
    public void Axes_multiply_and_the_last_changes_fastest()
    {
        Study study = Read("vary:\n  crews.engineers.size: [40, 80]\n  plan: { as it was: {}, no second: { recovery.second: none } }");
        Assert.That(Names(study), Is.EqualTo("40 + as it was, 40 + no second, 80 + as it was, 80 + no second"));
        Assert.That(string.Join(", ", study.Variants.Select(variant => variant.Scenario.Recovery.Count)), Is.EqualTo("10, 9, 10, 9"));
        Assert.That((Size(study, 1), Size(study, 2)), Is.EqualTo((40, 80)));
    }

    [Test]
    public void A_value_takes_the_place_of_a_whole_block_and_a_new_member_may_be_made()
    {
        Study study = Read("vary: { crews: { as it was: {}, other: { crews.engineers: { size: 50 }, crews.helpers: { size: 3 } } } }");
        Assert.That(string.Join(", ", study.Variants[1].Scenario.Crews.Select(crew => $"{crew.Name} {crew.Value.Size} {crew.Value.Grows.Count}")), Is.EqualTo("engineers 50 0, helpers 3 0"));
        Assert.That(study.Variants[0].Scenario.Crews[0].Value.Grows, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_length_may_be_varied() =>
        Assert.That(string.Join(", ", Read("vary: { run.length: [21d, 30d] }").Variants.Select(variant => variant.Scenario.Length.TotalDays)), Is.EqualTo("21, 30"));

    [Test]
    public void Problems_are_told_with_the_file_its_line_and_its_column() =>
        Assert.That(ScenarioFile.Parse("version: 1\nnames: x\n", "a/b.yaml").Problems[^1].ToString(), Does.StartWith("a/b.yaml:2:1: unknown key 'names'"));
}
