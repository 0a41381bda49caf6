using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>A copy that hangs is a matter for the other one.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HangStories
{
    [Test]
    public void A_standby_takes_over_from_a_copy_that_hangs_and_nothing_is_lost()
    {
        Copies copies = new Copies().Spare("zone: home.b, replication: remote apply").With(Copies.Failover).Suffers("hang", "shard.primary", "lasts: 10m").Run();

        Assert.That(copies.Only<FailedOver>().LostBytes, Is.Zero);
        Assert.That(copies.Only<LedgerClosed>().Lost, Is.Zero);
    }
}
