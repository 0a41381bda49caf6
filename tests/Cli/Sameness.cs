using System.Text.Json;

namespace Simulator.Tests.Cli;

/// <summary>The same scenario and seed give the same bytes, whoever computes them and how often.</summary>
[Parallelizable(ParallelScope.Fixtures)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class Sameness : Playground
{
    private static readonly string[] s_texts = ["summary.json", "trials.csv", "journal.txt"];

    [Test]
    public void Threads_do_not_show()
    {
        string scenario = Scenario();
        byte[][] one = Texts(scenario, "--threads", "1"), two = Texts(scenario, "--threads", "2");
        Assert.Multiple(() =>
        {
            for (int i = 0; i < s_texts.Length; i++) Assert.That(two[i], Is.EqualTo(one[i]), s_texts[i]);
        });
    }

    [Test]
    public void Another_seed_shows() => Assert.That(TextsIn("tiny.seed-2", Scenario(), "--seed", "2")[0], Is.Not.EqualTo(TextsIn("tiny.seed-3", Scenario(), "--seed", "3")[0]));

    [Test]
    public void One_trial_can_be_told_alone()
    {
        CommandLine.Ended ended = Run(Scenario(), "--trial", "3");
        Assert.That(ended.Code, Is.Zero, ended.Error);
        Assert.That(ended.Output, Does.Contain("trial 3, seed 1, fingerprint ").And.Contain("deleted"));
        ExpectNothingWritten();
    }

    [Test]
    public void Quiet_prints_nothing()
    {
        CommandLine.Ended ended = Run(Scenario(), "--quiet");
        Assert.That(ended, Is.EqualTo(new CommandLine.Ended(0, "", "")));
    }

    [Test]
    public void Trials_of_the_option_are_the_ones_that_run()
    {
        using JsonDocument summary = JsonDocument.Parse(TextsIn("tiny.trials-7", Scenario(), "--trials", "7")[0]);
        Assert.That(summary.RootElement.GetProperty("variants")[0].GetProperty("trials").GetInt32(), Is.EqualTo(7));
    }

    [Test]
    public void A_part_of_a_run_does_not_take_the_place_of_the_whole()
    {
        string scenario = Scenario(("expect:", "vary: { shop: { as it was: {}, larger: { databases.shop.data: 60 GB } } }\nexpect:"));
        byte[][] whole = Texts(scenario);
        TextsIn("tiny.larger", scenario, "--variant", "larger");
        TextsIn("tiny.as-it-was.trials-3.seed-4", scenario, "--variant", "as it was", "--trials", "3", "--seed", "4");
        Assert.That(File.ReadAllBytes(Path.Combine(Results, "tiny", "summary.json")), Is.EqualTo(whole[0]));
        Assert.That(Texts(scenario, "--trials", "20", "--seed", "1")[0], Is.EqualTo(whole[0]), "what the file says anyway is no part");
        Assert.That(Directory.GetFileSystemEntries(Results), Has.Length.EqualTo(3));
    }

    private byte[][] Texts(string scenario, params string[] options) => TextsIn("tiny", scenario, options);

    private byte[][] TextsIn(string folder, string scenario, params string[] options)
    {
        CommandLine.Ended ended = Run(scenario, options);
        Assert.That(ended.Code, Is.LessThan(2), ended.Error);
        return [.. s_texts.Select(text => File.ReadAllBytes(Path.Combine(Results, folder, text)))];
    }
}
