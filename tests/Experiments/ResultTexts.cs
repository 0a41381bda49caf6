using System.Text.Json;
using Simulator.Experiments;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Models;
using static Simulator.Tests.Experiments.Studies;

namespace Simulator.Tests.Experiments;

[Parallelizable(ParallelScope.All)]
public sealed partial class ResultTexts
{
    private static readonly string[] s_measureKeys =
    [
        "measure", "subject", "unit", "count", "mean", "meanInterval", "p50", "p50Interval", "p95", "p95Interval", "p99", "p99Interval", "max",
    ];

    [Test]
    public void A_summary_is_approved_as_a_whole()
    {
        Preparation zone = (_, _) => trial => new TrialRecord(
            [Journals.Down(1, 3), Journals.Down(1, 4), Journals.Up(1 + trial / 3600.0, 3)], (ulong)trial, 3);
        Study study = Tiny(2, "downtime of worst shard <= 1h", "p50 loss of worst site <= 5m") with { Variants = [new Variant("zone lost", Journals.Empty(2))] };
        Assert.That(Json(Run(study, trials: zone)), Is.EqualTo(Approved));
    }

    [Test]
    public void A_summary_has_the_documented_form()
    {
        using JsonDocument json = JsonDocument.Parse(Json(Run(Tiny(9, "loss of worst site <= 2m"))));
        JsonElement root = json.RootElement, variant = root.GetProperty("variants")[0];
        Assert.That(root.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "version", "scenario", "seed", "variants" }));
        Assert.That(variant.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "name", "trials", "fingerprint", "measures", "expectations" }));
        foreach (JsonElement measure in variant.GetProperty("measures").EnumerateArray())
            Assert.That(measure.EnumerateObject().Select(p => p.Name), Is.EqualTo(s_measureKeys));
    }

    [Test]
    public void Infinity_is_a_word()
    {
        string json = Json(Run(Tiny(9), trials: (s, seed) => trial => Trials(s, seed)(trial) with { Facts = [Journals.Deleted(0, 1), Journals.Hopeless(1, 1)] }));
        Assert.That(json, Does.Contain("\"mean\": \"infinite\""));
        Assert.That(() => JsonDocument.Parse(json), Throws.Nothing);
    }

    [Test]
    public void Trials_are_rows_with_one_head()
    {
        string[] lines = Csv(Run(Tiny(2))).Split('\n');
        Assert.That(lines[0], Does.StartWith("variant,trial,loss of worst site [s],lost writes of worst site [writes],lost writes of total site [writes],"));
        Assert.That(lines, Has.Length.EqualTo(6), "a head, two trials of two variants, and the end of the last line");
        Assert.That(lines[1], Does.StartWith("as it was,0,60,5,5,512.5,512.5,"));
        Assert.That(lines[3], Does.StartWith("prepared,0,60,"));
    }

    [TestCase("plain", "plain")]
    [TestCase("as it was", "as it was")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("say \"no\"", "\"say \"\"no\"\"\"")]
    [TestCase("=1+1", "'=1+1")]
    [TestCase("+1", "'+1")]
    [TestCase("-1", "'-1")]
    [TestCase("@x", "'@x")]
    [TestCase("\tx", "'\tx")]
    [TestCase("=HYPERLINK(\"http://x\",1)", "\"'=HYPERLINK(\"\"http://x\"\",1)\"")]
    public void A_cell_never_runs(string text, string cell) => Assert.That(TrialsFile.Text(text), Is.EqualTo(cell));

    [Test]
    public void A_journal_says_first_whose_story_it_is()
    {
        string[] lines = Journal(Run(Tiny(9))).Split('\n');
        Assert.That(lines[0], Is.EqualTo("# tiny, variant 'as it was', seed 42: trial 2 of 0 to 8, whose total recovery time is the median; fingerprint 000000000000a41f"));
        Assert.That(lines[1], Is.EqualTo("0d 00:00:00.0000000  site 0 (10 users, database 0) is deleted for good"));
    }
}
