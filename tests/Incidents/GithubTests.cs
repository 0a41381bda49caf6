using Simulator.Experiments;
using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Incidents;

/// <summary>Incident I03: what was published of GitHub's 24 hours against what comes of the published inputs.</summary>
[Parallelizable(ParallelScope.All)]
public class GithubTests
{
    private const string File = "incidents/github-2018.yaml";
    private const int Trials = 5;

    [Test]
    public void Half_of_the_clusters_the_replicas_and_the_whole_take_about_as_long_as_was_published()
    {
        Study study = Shipped.Read(File);
        Fact[] facts = [.. Shipped.Facts(study, "as it was", Trials)];
        StepDone[] done = [.. facts.OfType<StepDone>()];
        double[] restores = [.. done.Where(fact => fact.Step == "transfer").Select(fact => (fact.At - fact.Began).TotalHours).Order()];
        Assert.That(restores[restores.Length / 2], Is.EqualTo(6.2).Within(25).Percent, "fifty clusters, whose sizes chance decides; the study itself has forty times as many");
        double replicas = done.Where(fact => fact.Step == "replicas").GroupBy(fact => fact.Asked).Average(trial => trial.Max(fact => fact.At - trial.Key).TotalHours);
        Assert.That(replicas, Is.EqualTo(5.2).Within(25).Percent);
        double whole = done.Where(fact => fact.Step == "drained").Average(fact => (fact.At - FaultBegins).TotalHours);
        Assert.That(whole, Is.EqualTo(24.2).Within(15).Percent);
    }

    [Test]
    public void Five_million_hooks_and_eighty_thousand_pages_wait_when_the_queues_are_let_go()
    {
        QueueResumed[] resumed = [.. Shipped.Facts(Shipped.Read(File), "as it was", Trials).OfType<QueueResumed>()];
        Assert.That(resumed.Where(fact => fact.Queue == "hooks").Average(fact => fact.Waiting), Is.EqualTo(5e6).Within(15).Percent);
        Assert.That(resumed.Where(fact => fact.Queue == "pages").Average(fact => fact.Waiting), Is.EqualTo(80_000).Within(15).Percent);
    }

    [Test]
    public void Without_a_failover_to_the_other_coast_it_would_have_been_43_seconds()
    {
        Fact[] facts = [.. Shipped.Facts(Shipped.Read(File), "nobody fails over", 1)];
        Assert.That(facts.OfType<DatabaseUp>().Select(fact => fact.At - FaultBegins), Is.All.EqualTo(TimeSpan.FromSeconds(43)));
        Assert.That(facts.OfType<SplitBrainBegan>(), Is.Empty);
    }

    private static Instant FaultBegins => Instant.After(TimeSpan.FromMinutes(52));
}
