using NUnit.Framework;
using Simulator.Models.Language;
using Simulator.ScenarioFiles;
using Simulator.ScenarioFiles.Describing;

namespace Simulator.Tests.Language;

/// <summary>The language described by its own reading functions, on records made up here and on the real ones.</summary>
public sealed class DescribingTests
{
    private static readonly Shape<int> s_wheel = new("wheel", "Goes round.", fields => fields.Required("spokes", Syntaxes.Count.Where("at least 3", spokes => spokes >= 3), "How many spokes."));

    private static readonly Shape<string> s_cart = new("cart", "Rolls.", fields =>
    {
        string load = fields.Optional("load", Syntaxes.DataSize, "5 kB", "assumed", "What it carries.").ToString();
        IReadOnlyList<Named<int>> wheels = fields.Map("wheels", s_wheel, "What it rolls on.", required: true);
        fields.Check(wheels.Count == 2, "wheels", "two wheels", () => "a cart has two wheels");
        fields.List("drivers", Syntaxes.NameOf("crews"), "Who may drive it.");
        fields.Family("horses", [new Kind<int>("big", s_wheel), new Kind<int>("small", s_wheel)], "What pulls it.", standard: "big");
        return load;
    });

    private static readonly string[] s_rules =
    [
        "missing:carts.*.wheels", "missing:carts.*.wheels.*.spokes", "value:carts.*.wheels.*.spokes", "range:carts.*.wheels.*.spokes:at least 3", "value:carts.*.load",
        "value:carts.*.drivers", "unknown name:carts.*.drivers", "unknown kind:carts.*.horses.*", "kind:carts.*.horses.*:big", "kind:carts.*.horses.*:small",
        "missing:carts.*.horses.*.spokes", "value:carts.*.horses.*.spokes", "range:carts.*.horses.*.spokes:at least 3", "check:carts.*:two wheels",
    ];

    [Test]
    public void A_record_lists_its_rules() => Assert.That(DescribingFields.Describe(s_cart).Form.Rules("carts.*").Distinct(), Is.EquivalentTo(s_rules));

    [Test]
    public void A_default_that_breaks_its_own_rule_is_noticed()
    {
        Shape<int> wrong = new("wrong", "Wrong.", fields => fields.Optional("count", Syntaxes.Count.Where("at least 3", count => count >= 3), "2", "nobody", "A count."));
        Assert.That(() => DescribingFields.Describe(wrong), Throws.InvalidOperationException.With.Message.Contains("the default of 'count' is wrong"));
    }

    [Test]
    public void Every_key_has_a_meaning_and_every_default_an_origin() => Walk(ScenarioLanguage.Describe(), "");

    [Test]
    public void The_explanation_tells_every_key_with_its_default_and_its_example()
    {
        string text = Explain.Language();
        Assert.That(text, Does.Contain("  size *\n      How many people there are at any moment.\n      A count, such as 4. It must be 1 to 1000000.\n"));
        Assert.That(text, Does.Contain("Left out: 400 (a one-sided 95% bound on a p99 needs 299 trials"));
        Assert.That(text.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(120));
        Assert.That(text, Does.Not.Contain("\r"));
    }

    [TestCase("crews", "crews\n")]
    [TestCase("databases.failover.promote", "databases.<name>.failover.promote *\n")]
    [TestCase("databases.shard.failover", "databases.<name>.failover\n")]
    [TestCase("recovery.steps.fails", "recovery.<name>.steps.<name>.fails\n")]
    public void A_part_is_explained_by_its_path(string path, string begin) => Assert.That(Explain.Section(path), Does.StartWith(begin));

    [Test]
    public void A_key_that_several_kinds_have_is_explained_for_each_of_them()
    {
        string text = Explain.Section("faults.hits")!;
        Assert.That(text, Does.Contain("How many tenants are deleted").And.Contain("With kind: partition.\n").And.Contain("With kind: load.\n").And.Contain("The zone, region or link that is cut off").And.Contain("The link or store"));
        Assert.That(text.Split("faults.<name>.hits *\n"), Has.Length.InRange(4, 8));
        Assert.That(Explain.Section("faults.noticed")!.Split("noticed *\n"), Has.Length.EqualTo(2), "what all have alike is told once");
    }

    [Test]
    public void A_path_that_leads_nowhere_explains_nothing() => Assert.That(Explain.Section("crews.sise"), Is.Null);

    private static void Walk(RecordForm record, string path) => Assert.Multiple(() =>
    {
        Assert.That(record.Meaning, Does.EndWith("."), path);
        foreach (KeyForm key in record.Keys)
        {
            Assert.That(key.Meaning, Does.EndWith("."), $"{path}.{key.Key}");
            if (key.Default is not null) Assert.That(key.Origin, Is.Not.Empty, $"{path}.{key.Key}");
            if (key.Record is { } inner) Walk(inner, $"{path}.{key.Key}");
            foreach ((string word, RecordForm kind) in key.Kinds) Walk(kind, $"{path}.{key.Key}.{word}");
        }
    });
}
