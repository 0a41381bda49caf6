using Simulator.Experiments;
using Simulator.ScenarioFiles;
using Simulator.Tests.Bad;

namespace Simulator.Tests.Language;

/// <summary>Files that stand on another and say what is different.</summary>
[Parallelizable(ParallelScope.All)]
public class BaseTests
{
    private static ReadStudy Read(string text, string file = "files/based.yaml") => ScenarioFile.Parse(text, Path.Combine(BadFile.Folder, file));

    [Test]
    public void What_a_file_does_not_say_is_as_in_its_base()
    {
        Study study = Read("version: 1\nname: other\nbase: ../good.yaml\nrun.length: 30d\ncrews: { engineers: { size: 7 } }\n").Study!;
        Study good = ScenarioFile.Read(Path.Combine(BadFile.Folder, "good.yaml")).Study!;
        Assert.That((study.Name, study.Question, study.Seed), Is.EqualTo(("other", good.Question, good.Seed)));
        Assert.That((study.Variants[0].Scenario.Length.TotalDays, study.Variants[0].Scenario.Crews[0].Value.Size), Is.EqualTo((30, 7)));
        Assert.That(study.Variants[0].Scenario.Crews[0].Value.Grows, Is.Empty, "a value replaces its block whole");
        Assert.That(study.Variants[0].Scenario.Databases, Has.Count.EqualTo(good.Variants[0].Scenario.Databases.Count));
    }

    [Test]
    public void A_problem_is_told_in_the_file_in_which_it_stands()
    {
        ReadStudy read = Read("version: 1\nname: other\nbase: ../good.yaml\nrun.length: 30\ncrews.engineers: none\n");
        string[] files = [.. read.Problems.Select(problem => Path.GetFileName(problem.File)).Distinct()];
        Assert.That(files, Is.EquivalentTo(["based.yaml", "good.yaml"]), string.Join('\n', read.Problems));
        Assert.That(read.Problems.Single(problem => problem.Path == "run.length").ToString(), Does.Contain("based.yaml:4:13: run.length: bare number 30"));
    }

    [Test]
    public void A_base_may_stand_on_another_and_names_files_beside_itself()
    {
        Study study = Read("version: 1\nname: third\nbase: second.yml\nvary: { run.length: [21d, 30d] }\n", "bases/other.yml").Study!;
        Assert.That(study.Variants.Select(variant => variant.Scenario.Length.TotalDays), Is.EqualTo([21, 30]));
    }

    [Test]
    public void Each_file_has_a_name_of_its_own_so_that_results_do_not_take_each_others_place() =>
        Assert.That(Read("version: 1\nbase: ../good.yaml\n").Problems.Single().Message, Does.StartWith("key 'name' is missing"));
}
