using System.Xml.Linq;

namespace Simulator.Tests.Architecture;

/// <summary>The compiler keeps the rules that it can keep: documentation of everything public, no warning, nullness. These lines make it so.</summary>
[Parallelizable(ParallelScope.All)]
public class Props
{
    [TestCase("GenerateDocumentationFile")]
    [TestCase("TreatWarningsAsErrors")]
    [TestCase("EnforceCodeStyleInBuild")]
    [TestCase("Deterministic")]
    [TestCase("InvariantGlobalization")]
    [TestCase("RestorePackagesWithLockFile")]
    public void A_rule_is_on_for_every_project(string rule) => Assert.That(Values("Directory.Build.props", rule), Is.EqualTo(new[] { "true" }));

    [Test]
    public void Nullness_is_checked() => Assert.That(Values("Directory.Build.props", "Nullable"), Is.EqualTo(new[] { "enable" }));

    [Test]
    public void No_project_of_the_simulator_takes_a_rule_back()
    {
        string[] rules = ["GenerateDocumentationFile", "TreatWarningsAsErrors", "WarningsNotAsErrors", "NoWarn", "Nullable", "EnforceCodeStyleInBuild", "Deterministic"];
        IEnumerable<string> projects = Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal));
        Assert.That(projects.SelectMany(project => rules.Where(rule => Values(project, rule).Any()).Select(rule => $"{project} sets {rule}")), Is.Empty);
    }

    [Test]
    public void Documentation_is_missed_by_the_compiler() =>
        Assert.That(Repository.Read(".editorconfig"), Does.Not.Match("CS(1591|1573|0?472)"), "CS1591 (no documentation) must stay an error");

    private static IEnumerable<string> Values(string file, string property) =>
        XDocument.Load(Repository.At(file)).Descendants(property).Select(found => found.Value);
}
