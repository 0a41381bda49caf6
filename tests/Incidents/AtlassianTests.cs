using System.Text.RegularExpressions;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Recovery;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Tests.Incidents;

/// <summary>The outage of April 2022 (incident I01): that the replay does not hang on one seed, and that its batch times come out of its graph.</summary>
[Parallelizable(ParallelScope.All)]
public class AtlassianTests
{
    private const string File = "atlassian-2022.yaml";

    /// <summary>Enough trials for the bounds that the variant's expectations need: at least 59 for a 95th percentile, fewer for a median.</summary>
    private static readonly Dictionary<string, int> s_trials = new()
    {
        ["as it was"] = 200, ["in waves"] = 40, ["one site by its owner"] = 160, ["five sites by their owners"] = 160,
    };

    [Test]
    public void Expectations_hold_for_ten_other_seeds([Range(1, 10)] int seed)
    {
        Study study = Shipped.Read(File) with { Seed = (ulong)seed };
        foreach (Variant variant in study.Variants)
        {
            Study part = study with
            {
                Variants = [variant],
                Trials = s_trials.GetValueOrDefault(variant.Name, 12),
                Expectations = [.. study.Expectations.Where(expectation => expectation.SpeaksOf(variant.Name))],
            };
            StudyResult result = Experiment.Run(part, 1, (scenario, s) => PreparedScenario.Prepare(scenario, s).Run);
            foreach (ExpectationResult expectation in result.Variants[0].Expectations)
                Assert.That(expectation.Verdict, Is.EqualTo(Verdict.Met), $"seed {seed}: {expectation.Text}: {expectation.Value} {expectation.Unit}, {expectation.Reason}");
        }
    }

    [Test]
    public void The_graph_gives_back_the_batch_time_from_which_its_step_times_were_taken()
    {
        // Published: about 48 h and about 12 h a batch. They set the mean step; that a batch of thirty sites takes about as long is for the graph to show.
        Study study = Shipped.Read(File);
        Assert.That(Shipped.BatchHours(study, "restoration-1", trials: 10), Is.EqualTo(48).Within(5));
        Assert.That(Shipped.BatchHours(study, "restoration-2", trials: 10), Is.EqualTo(12).Within(2));
    }

    [Test]
    public void The_procedures_have_about_seventy_and_about_thirty_steps()
    {
        Scenario scenario = Shipped.Read(File).Variants[0].Scenario;
        Assert.That(StepsOf(scenario, "restoration-1"), Is.EqualTo(70).Within(5));
        Assert.That(StepsOf(scenario, "restoration-2"), Is.EqualTo(30).Within(5));

        // What happens to one site from the notice to its opening: every task of a work step, and the load of every table.
        static int StepsOf(Scenario scenario, string plan) => scenario.Recovery.Single(candidate => candidate.Name == plan).Value.Steps
            .Where(step => step.Value is not Accept).Sum(step => step.Value switch { Work work => work.Times, Load => scenario.Databases[0].Value.Schema.Tables.Count, _ => 1 });
    }

    [TestCase("size: 150,", "size: 15,", "restoration-1", 1.5)]
    [TestCase("size: 150,", "size: 30,", "restoration-2", 1.2)]
    [TestCase("read: 4 GB/s", "read: 100 MB/s", "restoration-1", 1.2)]
    [TestCase("read: 4 GB/s", "read: 500 MB/s", "restoration-2", 1.2)]
    [TestCase("data: lognormal(median 400 GB p95 1 TB)", "data: lognormal(median 8 TB p95 20 TB)", "restoration-1", 1.2)]
    [TestCase("data: lognormal(median 400 GB p95 1 TB)", "data: lognormal(median 4 TB p95 10 TB)", "restoration-2", 1.2)]
    public void Fewer_hands_less_bandwidth_and_larger_stores_make_batches_longer(string line, string instead, string plan, double atLeastTimes) =>
        Assert.That(Shipped.BatchHours(Shipped.Read(File, (line, instead)), plan), Is.GreaterThan(atLeastTimes * Shipped.BatchHours(Shipped.Read(File), plan)));

    [Test]
    public void More_tables_make_batches_longer([Values("restoration-1", "restoration-2")] string plan)
    {
        const string Six = "tables: { site: 1%, user: 4%, project: 2%, issue: 33%, comment: 40%, attachment: 20% }";
        string thirty = string.Join(", ", Enumerable.Range(1, 24).Select(i => $"custom-{i}: 1%"));
        string more = $"tables: {{ site: 1%, user: 4%, project: 2%, issue: 33%, comment: 20%, attachment: 16%, {thirty} }}";

        // Twenty-four tables more, each of a lognormal time with median 2 min and 95th percentile 10 min: 3.2 min in the mean, 78 min in all.
        double longer = Shipped.BatchHours(Shipped.Read(File, (Six, more)), plan) - Shipped.BatchHours(Shipped.Read(File), plan);
        Assert.That(longer, Is.EqualTo(24 * 3.2 / 60).Within(0.7));
    }

    [Test]
    public void No_more_than_three_parameters_are_fitted_and_each_says_so()
    {
        string[] named = [.. Regex.Matches(Shipped.Text(File), @"FITTED (\d) of 3, (.*)").Select(match => match.Groups[1].Value)];
        Assert.That(named, Is.EquivalentTo(new[] { "1", "2", "3" }));
    }

    [Test]
    public void Both_copies_hold_the_deletion_at_once_so_failing_over_brings_nobody_back()
    {
        // The standby has applied whatever was acknowledged: there is no moment at which it still holds a deleted site.
        Scenario scenario = Shipped.Read(File).Variants[0].Scenario;
        Standby spare = scenario.Databases[0].Value.Standbys[0].Value;
        Assert.That(spare.Replication.Awaits, Is.EqualTo(Awaited.Apply));
        Assert.That(spare.ApplyDelay, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Every_store_is_restored_once_a_batch_and_every_site_extracted_once()
    {
        List<Simulator.Kernel.Fact> facts = [.. Shipped.Facts(Shipped.Read(File), "as it was", 1)];
        int sites = facts.OfType<TenantDeleted>().Count();
        Assert.That(facts.OfType<StepDone>().Count(fact => fact.Step == "extract"), Is.EqualTo(sites));
        Assert.That(facts.OfType<TenantServed>().Select(fact => fact.Tenant), Is.Unique.And.Exactly(sites).Items);
        Assert.That(facts.OfType<TenantAccepted>().Select(fact => fact.Tenant), Is.Unique.And.Exactly(sites).Items);
        Assert.That(facts.OfType<StepDone>().Where(fact => fact.Step == "side-copy").Select(fact => (fact.Plan, fact.Batch, fact.Unit)), Is.Unique);
    }
}
