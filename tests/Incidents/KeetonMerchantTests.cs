using Simulator.Experiments;
using Simulator.Models.Facts;

namespace Simulator.Tests.Incidents;

/// <summary>The table of Keeton and Merchant (DSN 2004), as the shipped file says it: to the tick, from the file alone.</summary>
[Parallelizable(ParallelScope.All)]
public class KeetonMerchantTests
{
    private static readonly Lazy<Study> s_study = new(() => Shipped.Read("keeton-merchant.yaml"));

    [TestCase("array + baseline", 217)]
    [TestCase("site + baseline", 1429)]
    [TestCase("array + weekly vault", 217)]
    [TestCase("site + weekly vault", 253)]
    [TestCase("array + weekly vault and incrementals", 73)]
    [TestCase("site + weekly vault and incrementals", 253)]
    [TestCase("array + weekly vault and daily full", 37)]
    [TestCase("site + weekly vault and daily full", 217)]
    [TestCase("array + batches mirrored", 2 / 60.0)]
    [TestCase("site + batches mirrored", 2 / 60.0)]
    public void The_worst_instant_loses_what_was_published(string variant, double hours)
    {
        DatabaseRestored restored = Shipped.Facts(s_study.Value, variant, 1).OfType<DatabaseRestored>().Single();
        Assert.That(restored.LossWindow.TotalHours, Is.EqualTo(hours).Within(TimeSpan.FromTicks(1).TotalHours));
    }

    [Test]
    public void Every_variant_of_the_file_is_held_against_the_table()
    {
        Assert.That(s_study.Value.Variants, Has.Count.EqualTo(10));
        Assert.That(s_study.Value.Variants, Has.All.Matches<Variant>(variant => s_study.Value.Expectations.Any(expectation => expectation.SpeaksOf(variant!.Name))));
    }
}
