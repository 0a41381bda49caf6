using Simulator.Experiments.Measures;
using Simulator.Kernel;
using Simulator.Models.Facts;
using static Simulator.Tests.Experiments.Journals;

namespace Simulator.Tests.Experiments;

/// <summary>What measures make of volumes and of the databases striped over them, from journals that are written by hand.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MeasuresOfVolumes
{
    // Of 100 volumes 20 hang from 1 h on; 5 more from 3 h on; all are copied from 4 h to 8 h, 10 of them only to be held until 9 h; one is lost at 10 h.
    private static readonly Outcome s_outcome = Outcome(
        12, Are(1, 0, 0, 0), new StripedDatabases(H(1), "shop", 10, "ebs"), Are(1, 20, 0, 0), Stuck(1, 3), Stuck(1, 4), Are(3, 20, 0, 0), Are(3, 25, 0, 0), Stuck(3, 5), Are(4, 25, 0, 0),
        Unstuck(6, 3), Are(8, 0, 10, 0), Unstuck(9, 4), Are(9, 0, 10, 0), Are(9, 0, 0, 0), Unstuck(9, 5), Stuck(9.5, 6), Are(10, 0, 0, 0), new StripeLost(H(10), "shop", 6), Unstuck(10, 6), Are(10, 0, 0, 1));

    private static VolumesChanged Are(double at, double stuck, double held, double lost) => new VolumesChanged(H(at), "ebs", 100 - stuck - held - lost, 0, 0, stuck, held, lost);

    private static DatabaseStuck Stuck(double at, int shop) => new DatabaseStuck(H(at), "shop", shop);

    private static DatabaseUnstuck Unstuck(double at, int shop) => new DatabaseUnstuck(H(at), "shop", shop);

    [TestCase("stuck of ebs <= 1%", 0.25)]
    [TestCase("stuck of ebs after 1h <= 1%", 0.2)]
    [TestCase("stuck of ebs after 2h <= 1%", 0.25, Description = "after the jump")]
    [TestCase("stuck of ebs after 5h <= 1%", 0.175, Description = "half way from 25 to 10")]
    [TestCase("stuck of ebs after 7h 30m <= 1%", 0.1, Description = "held")]
    [TestCase("stuck of ebs after 11h <= 1%", 0.01)]
    [TestCase("restored of ebs after 0s <= 1%", 0.75, Description = "the worst is still to come")]
    [TestCase("restored of ebs after 5h <= 1%", 0.875)]
    [TestCase("restored of ebs after 7h 30m <= 1%", 0.99, Description = "what is held has its copies; one will be lost")]
    [TestCase("unrecoverable of ebs <= 1%", 0.01)]
    [TestCase("stuck of shop <= 1%", 0.3)]
    [TestCase("stuck of shop after 1h <= 1%", 0.2)]
    [TestCase("stuck of shop after 5h <= 1%", 0.2, Description = "the first is back")]
    [TestCase("stuck of shop after 11h <= 1%", 0.1, Description = "lost")]
    [TestCase("unrecoverable of shop <= 1%", 0.1)]
    public void Shares_over_time(string sentence, double share) => Assert.That(Of(sentence).AtMost, Is.EqualTo(new[] { share }).Within(1e-3));

    [Test]
    public void Beyond_the_run_nothing_is_known() => Assert.That(Of("stuck of ebs after 11h 1m <= 1%").Count, Is.Zero);

    [Test]
    public void A_share_is_reached_when_it_stays_so()
    {
        Steps restored = Expect("restored of ebs reaches 90% by 1h").Measure.OverTime!(s_outcome, new Subject("ebs"));
        Assert.That(restored.FirstReached(0.9).AtMost, Is.EqualTo((3 + 4 * 0.6) * 3600).Within(20), "from 25 down to 10 of a line that ends at 0");
        Assert.That(restored.FirstReached(1).AtMost, Is.EqualTo(double.PositiveInfinity));
    }

    private static Members Of(string sentence)
    {
        var expectation = Expect(sentence);
        return expectation.Measure.Of(s_outcome, expectation.Subject);
    }
}
