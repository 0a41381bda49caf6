using Simulator.Experiments;
using Simulator.Experiments.Running;
using Simulator.Models;
using Simulator.Models.Language;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Language;

[Parallelizable(ParallelScope.All)]
public class TemplateTests
{
    private static Template FirstSteps => Template.Read(Repository.At(Path.Combine("scenarios", "first-steps.yaml")))!;

    [Test]
    public void A_template_gives_the_scenario_with_some_inputs_set()
    {
        Scenario changed = FirstSteps.With([new Setting("tenants.customer.count", "700"), new Setting("run.length", "2d")]);
        Assert.That((changed.Tenants[0].Value.Count, changed.Length), Is.EqualTo((700, TimeSpan.FromDays(2))));
    }

    [Test]
    public void A_path_that_leads_nowhere_and_a_value_that_makes_no_sense_are_told()
    {
        Assert.That(() => FirstSteps.With([new Setting("tenants.nobody.count", "7")]), Throws.TypeOf<UnsoundDesignException>().With.Message.Contains("nobody"));
        Assert.That(() => FirstSteps.With([new Setting("tenants.customer.count", "-7")]), Throws.TypeOf<UnsoundDesignException>().With.Message.Contains("tenants.customer.count"));
    }

    [Test]
    public void The_variants_of_a_file_are_templates_of_their_own()
    {
        Template? soft = Template.Read(Repository.At(Path.Combine("scenarios", "atlassian-2022.yaml")), "soft delete");
        Assert.That(soft, Is.Not.Null);
        Assert.That(soft!.With([]).Faults, Is.Not.Empty);
    }

    [Test]
    public void A_series_that_grows_is_the_beginning_of_a_longer_one()
    {
        Scenario scenario = FirstSteps.With([]);
        static Func<int, TrialRecord> Prepare(Scenario s, ulong seed) => PreparedScenario.Prepare(s, seed).Run;
        var grown = new Series(new Variant("base", scenario), 1, [], Prepare);
        grown.First(5, threads: 2);
        var whole = new Series(new Variant("base", scenario), 1, [], Prepare);
        Assert.That(grown.First(20, threads: 2).Fingerprint, Is.EqualTo(whole.First(20, threads: 1).Fingerprint));
        Assert.That(grown.First(3, threads: 1).Trials, Has.Count.EqualTo(3));
    }

    [TestCase("p99 loss of worst site", "p99", "s")]
    [TestCase("mean downtime of worst customer", "mean", "s")]
    [TestCase("share of trials with loss of worst site > 5m", "share of trials with", "share")]
    public void A_figure_is_asked_for_without_a_test(string text, string statistic, string unit)
    {
        Response response = Response.Syntax.Parse(text).Value;
        Assert.That((response.Statistic.Words, response.Unit), Is.EqualTo((statistic, unit)));
    }

    [TestCase("loss of worst site", "value of each trial")]
    [TestCase("p99 loss of worst site <= 5m", "too much")]
    [TestCase("p99 glee of worst site", "not a measure")]
    [TestCase("", "nothing is written")]
    public void A_figure_that_is_none_is_told(string text, string problem) =>
        Assert.That(Response.Syntax.Parse(text).Problem, Does.Contain(problem));
}
