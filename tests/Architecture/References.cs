using System.Xml.Linq;

namespace Simulator.Tests.Architecture;

/// <summary>Arrows between projects only point down, and an outside library is known to one project.</summary>
[Parallelizable(ParallelScope.All)]
public class References
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Kernel"] = [],
        ["Models"] = ["Kernel"],
        ["Experiments"] = ["Models"],
        ["ScenarioFiles"] = ["Experiments"],
        ["Reports"] = ["Experiments"],
        ["Cli"] = ["ScenarioFiles", "Reports"],
    };

    private static readonly Dictionary<string, string> s_packages = new()
    {
        ["MathNet.Numerics"] = "Experiments",
        ["YamlDotNet"] = "ScenarioFiles",
        ["ScottPlot"] = "Reports",
        ["System.CommandLine"] = "Cli",
        ["Spectre.Console"] = "Cli",
    };

    private static string[] Projects =>
        [.. Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))];

    [Test]
    public void Projects_are_the_ones_of_the_design() =>
        Assert.That(Projects.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(s_allowed.Keys));

    [TestCaseSource(nameof(Projects))]
    public void References_are_the_arrows_of_the_design(string project) =>
        Assert.That(
            Includes(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))),
            Is.EquivalentTo(s_allowed[Path.GetFileNameWithoutExtension(project)]));

    [Test]
    public void Each_package_has_one_project()
    {
        IEnumerable<(string, string)> used = Projects.SelectMany(project =>
            Includes(project, "PackageReference").Select(package => (package, Path.GetFileNameWithoutExtension(project))));
        Assert.That(used, Is.EquivalentTo(s_packages.Select(pair => (pair.Key, pair.Value))));
    }

    [TestCaseSource(nameof(Projects))]
    public void A_project_brings_in_nothing_by_another_way(string project) =>
        Assert.That(new[] { "Reference", "Import", "Analyzer", "FrameworkReference" }.SelectMany(way => Includes(project, way)), Is.Empty);

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Load(Repository.At(project)).Descendants(element).Select(found => (string?)found.Attribute("Include") ?? (string?)found.Attribute("Project") ?? "?");
}
