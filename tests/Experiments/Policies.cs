using Simulator.Experiments;
using Simulator.Experiments.Objectives;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Models.Faults;
using Simulator.Models.Language;
using Simulator.ScenarioFiles;
using Simulator.Tests.Cli;

namespace Simulator.Tests.Experiments;

/// <summary>Objectives by kind of disruption and tier: whose harm it was, and what becomes of them.</summary>
[Parallelizable(ParallelScope.Fixtures)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class Policies : Playground
{
    private const string Fire = "fire: { kind: destruction, hits: home.a, at: 4d, noticed: 5m }", Crash = "stop: { kind: crash, hits: shop.primary, scope: process, at: 2d, lasts: 1h, noticed: 5m }";

    // A snapshot a day and no standby: a fire loses up to a day, a process that stops for an hour loses nothing and is down for an hour.
    private const string Shop = """
        version: 1
        name: policed
        question: Does it keep to the policy?
        run: { length: 8d, trials: 320 }
        regions: { home: { zones: [a, b] } }
        stores: { bucket: { region: home, read: 1 GB/s } }
        databases: { shop: { zone: home.a, data: 50 GB, writes: 1 MB/s, backups: { snapshots: { kind: snapshot, every: 24h, takes: 0s, to: bucket, keep: 3d } }, restore: { start: 14m } } }

        """;

    [TestCase("25h", ObjectiveStatus.Met)]
    [TestCase("12h", ObjectiveStatus.Breached)]
    public void A_zone_that_is_lost_is_held_against_the_objective_for_zones(string rpo, ObjectiveStatus status)
    {
        IReadOnlyList<ObjectiveResult> results = Judged($"disruptions: {{ zone: {{ rpo: {rpo} }}, region: {{ rto: 1h }} }}", Fire);
        Assert.That(results.Select(result => (result.Text, result.Status)), Is.EqualTo(new[] { ("zone rpo", status), ("region rto", ObjectiveStatus.NotApplicable) }));
        Assert.That(results[0].Value, Is.EqualTo(0.99 * 86_400).Within(0.02 * 86_400), "uniform up to a day");
    }

    [Test]
    public void A_disruption_that_nobody_thought_of_is_told() =>
        Assert.That(Judged("disruptions: { region: { rto: 1h } }", Fire).Select(result => (result.Disruption, result.Status)), Is.EqualTo(new[] { ("zone", ObjectiveStatus.NoObjective), ("region", ObjectiveStatus.NotApplicable) }));

    [Test]
    public void Where_two_kinds_strike_in_a_trial_only_what_holds_for_all_harm_is_known()
    {
        IReadOnlyList<ObjectiveResult> results = Judged("disruptions: { software: { rpo: 1h, rto: 5h }, zone: { rpo: 25h } }", Fire, Crash);
        Assert.That(results.Select(result => (result.Text, result.Status)), Is.EqualTo(new[]
        {
            ("software rpo", ObjectiveStatus.NotEnoughEvidence), ("software rto", ObjectiveStatus.Met), ("zone rpo", ObjectiveStatus.Met),
        }));
        Assert.That(results[0].Reason, Does.Contain("other kinds of disruption struck too"));
        Assert.That(Judged("disruptions: { software: { rpo: 1h } }", Crash).Single().Status, Is.EqualTo(ObjectiveStatus.Met), "alone it loses nothing");
    }

    [Test]
    public void Of_several_strikes_the_longest_is_between_its_share_and_the_sum()
    {
        const string thrice = "stop: { kind: crash, hits: shop.primary, scope: process, every: 1d, lasts: 1h, noticed: 5m }";
        Assert.That(Judged("disruptions: { software: { rto: 9h } }", thrice).Single().Status, Is.EqualTo(ObjectiveStatus.Met), "seven hours in sum");
        Assert.That(Judged("disruptions: { software: { rto: 2h } }", thrice).Single().Status, Is.EqualTo(ObjectiveStatus.NotEnoughEvidence), "an hour each, which only the sum is known of");
        Assert.That(Judged("disruptions: { software: { rto: 30m } }", thrice).Single().Status, Is.EqualTo(ObjectiveStatus.Breached), "one of them took at least its share");
    }

    [Test]
    public void Tenants_of_a_tier_have_objectives_of_their_own_and_sentences_are_for_those_who_have_what_they_speak_of()
    {
        string policy = Policy("disruptions: { operator: { rto: 20h } }\ntiers: { gold: { operator: { rto: 30d } }, tin: { operator: { rto: 1s } } }\nexpect: [loss of worst customer <= 10m, loss of worst stranger <= 1s]");
        string file = Scenario(("writes per user: 20/d }", "writes per user: 20/d, tiers: { gold: 50% } }"), ("name: tiny", $"name: tiny\nobjectives: {Path.GetFileName(policy)}"), ("trials: 20", "trials: 320"));
        Assert.That(Judged(ScenarioFile.Read(file)).Select(result => (result.Text, result.Status)), Is.EqualTo(new[]
        {
            ("operator rto", ObjectiveStatus.Met), ("operator rto for gold", ObjectiveStatus.Met), ("operator rto for tin", ObjectiveStatus.NotApplicable),
            ("loss of worst customer <= 10m", ObjectiveStatus.Met), ("loss of worst stranger <= 1s", ObjectiveStatus.NotApplicable),
        }));
    }

    [Test]
    public void A_policy_is_named_on_the_command_line_told_everywhere_and_decides()
    {
        string file = Scenario(("trials: 20", "trials: 320")), policy = Policy("disruptions: { operator: { rpo: 1s } }");
        CommandLine.Ended ended = Run(file, "--policy", policy, "--junit", In("verdicts.xml"));
        Assert.That(ended.Code, Is.EqualTo(1), ended.Error);
        Assert.That(ended.Output, Does.Contain("operator rpo"));
        string folder = Path.Combine(Results, "tiny.policy-mine");
        Assert.That(File.ReadAllText(Path.Combine(folder, "summary.json")), Does.Contain("\"policy\": \"mine\"").And.Contain("\"status\": \"breached\""));
        Assert.That(File.ReadAllText(Path.Combine(folder, "report.html")), Does.Contain("<h2 id=\"objectives\">Objectives</h2>").And.Contain("breached"));
        Assert.That(File.ReadAllText(In("verdicts.xml")), Does.Contain("breached: "));
    }

    [TestCase("disruptions: { zone: {} }", ":3:", "neither rpo nor rto is stated")]
    [TestCase("disruptions: { zones: { rpo: 1s } }", ":3:", "did you mean 'zone'?")]
    [TestCase("disruptions: { zone: { rpo: 5 } }", ":3:", "disruptions.zone.rpo")]
    [TestCase("disruptions: {}", ":3:", "the policy states no objective")]
    [TestCase("disruptions: { zone: { rpo: 1s } }\nquantile: 99", ":4:", "is not a quantile")]
    [TestCase("disruptions: { zone: { rpo: 1s } }\nexpect: [loss of shop <= 5m in async]", ":4:", "a policy of every scenario")]
    [TestCase("objectives: {}", ":1:", "key 'disruptions' is missing")]
    public void What_is_wrong_with_a_policy_is_told_at_its_place_in_its_file(string text, string at, string message)
    {
        string policy = Policy(text);
        CommandLine.Ended ended = Run(Scenario(("name: tiny", $"name: tiny\nobjectives: {Path.GetFileName(policy)}")));
        Assert.That(ended.Code, Is.EqualTo(2), ended.Output);
        Assert.That(ended.Error, Does.Contain($"{policy}{at}").And.Contain(message));
        Assert.That(Run(Scenario(), "--policy", policy).Code, Is.EqualTo(2));
        ExpectNothingWritten();
    }

    [Test]
    public void A_policy_that_is_not_there_is_told() => Assert.That(Run(Scenario(), "--policy", In("nowhere.yaml")), Has.Property("Code").EqualTo(2).And.Property("Error").Contains("there is no such file"));

    [TestCase("kind: destruction, hits: shop.primary", DisruptionKind.Hardware)]
    [TestCase("kind: destruction, hits: home", DisruptionKind.Region)]
    [TestCase("kind: destruction, hits: home.a", DisruptionKind.Zone)]
    [TestCase("kind: destruction, hits: shop.primary, meant: shop.spare", DisruptionKind.Operator)]
    [TestCase("kind: destruction, hits: stores.bucket", DisruptionKind.Hardware)]
    [TestCase("kind: crash, hits: home.a.hall-1, lasts: 1h", DisruptionKind.Hardware)]
    [TestCase("kind: crash, hits: shop.primary, lasts: 1h", DisruptionKind.Hardware)]
    [TestCase("kind: crash, hits: shop.primary, lasts: 1h, scope: process", DisruptionKind.Software)]
    [TestCase("kind: partition, hits: home.b, lasts: 1h", DisruptionKind.Zone)]
    [TestCase("kind: slow, hits: stores.bucket, lasts: 1h, factor: 2", DisruptionKind.Hardware)]
    [TestCase("kind: load, hits: shop, lasts: 1h, factor: 2", DisruptionKind.Tenant)]
    [TestCase("kind: corruption, hits: shop", DisruptionKind.Software)]
    [TestCase("kind: hang, hits: shop.primary, lasts: 1h", DisruptionKind.Software)]
    [TestCase("kind: expiry, hits: shop", DisruptionKind.Software)]
    [TestCase("kind: ransomware, hits: shop", DisruptionKind.Operator)]
    [TestCase("kind: rollout, hits: shop", DisruptionKind.Rollout)]
    public void Every_fault_is_a_disruption_of_some_kind(string fault, DisruptionKind kind)
    {
        string text = Shop.Replace("zones: [a, b]", "zones: [a, b], places: [a.hall-1]", StringComparison.Ordinal).Replace("writes: 1 MB/s,", "writes: 1 MB/s, standbys: { spare: { zone: home.b, replication: async } },", StringComparison.Ordinal);
        ReadStudy read = ScenarioFile.Parse($"{text}faults: {{ it: {{ {fault}, noticed: 5m }} }}\n", "test.yaml");
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        Scenario scenario = read.Study!.Variants[0].Scenario;
        Assert.That(DisruptionKinds.Of(scenario.Faults[0].Value, scenario), Is.EqualTo(new[] { kind }));
    }

    private string Policy(string text) => Written("mine.yaml", $"version: 1\nname: mine\n{text}\n");

    private IReadOnlyList<ObjectiveResult> Judged(string policy, params string[] faults) =>
        Judged(ScenarioFile.Read(Written("policed.yaml", $"{Shop}objectives: {Path.GetFileName(Policy(policy))}\nfaults:\n  {string.Join("\n  ", faults)}\n")));

    private static IReadOnlyList<ObjectiveResult> Judged(ReadStudy read)
    {
        Assert.That(read.Problems.Select(problem => problem.ToString()), Is.Empty);
        StudyResult result = Experiment.Run(read.Study!, 2, (scenario, seed) => PreparedScenario.Prepare(scenario, seed).Run);
        return result.Variants.Single().Objectives;
    }
}
