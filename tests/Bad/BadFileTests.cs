using NUnit.Framework;
using Simulator.ScenarioFiles;
using Simulator.ScenarioFiles.Describing;

namespace Simulator.Tests.Bad;

/// <summary>With REWRITE=1 in the environment the files' expected problems are rewritten to what they are; look at the difference before committing it.</summary>
public sealed class BadFileTests
{
    private static readonly bool s_rewrite = Environment.GetEnvironmentVariable("REWRITE") == "1";

    [Test]
    public void The_good_file_is_good() =>
        Assert.That(ScenarioFile.Read(Path.Combine(BadFile.Folder, "good.yaml")).Problems, Is.Empty);

    [TestCaseSource(typeof(BadFile), nameof(BadFile.All))]
    public void A_bad_file_gets_the_problems_it_names(string file)
    {
        string path = Path.Combine(BadFile.Folder, file), text = File.ReadAllText(path);
        if (s_rewrite) File.WriteAllText(path, text = BadFile.Rewritten(file, text));
        IReadOnlyList<Problem> problems = BadFile.Problems(file, text);
        Assert.That(problems, Is.Not.Empty);
        Assert.That(string.Join('\n', problems.Select(problem => problem.Text)), Is.EqualTo(string.Join('\n', BadFile.Expected(text))));
    }

    [Test]
    public void Every_rule_of_the_language_has_a_bad_file()
    {
        IEnumerable<Problem> problems = BadFile.All().SelectMany(file => BadFile.Problems(file, File.ReadAllText(Path.Combine(BadFile.Folder, file))));
        HashSet<string> broken = [.. problems.SelectMany(problem => problem.Rules), .. UnreadableFileTests.Rules];
        string[] unbroken = [.. ScenarioLanguage.Rules().Where(rule => !broken.Contains(rule))];
        Assert.That(unbroken, Is.Empty, "no bad file breaks these rules; add files to tests/Bad/changes");
    }
}
