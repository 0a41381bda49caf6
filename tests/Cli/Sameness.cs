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
    public void Another_seed_shows() => Assert.That(Texts(Scenario(), "--seed", "2")[0], Is.Not.EqualTo(Texts(Scenario(), "--seed", "3")[0]));

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
        using JsonDocument summary = JsonDocument.Parse(Texts(Scenario(), "--trials", "7")[0]);
        Assert.That(summary.RootElement.GetProperty("variants")[0].GetProperty("trials").GetInt32(), Is.EqualTo(7));
    }

    private byte[][] Texts(string scenario, params string[] options)
    {
        CommandLine.Ended ended = Run(scenario, options);
        Assert.That(ended.Code, Is.LessThan(2), ended.Error);
        return [.. s_texts.Select(text => File.ReadAllBytes(Path.Combine(Results, "tiny", text)))];
    }
}
