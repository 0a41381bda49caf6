using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>What databases need from outside themselves, and what the loss of it has to do with redundancy: nothing.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DependencyStories
{
    private const string Vault = "dependencies: { vault: {} }";

    [Test]
    public void A_second_zone_is_no_help_against_a_certificate_that_has_expired()
    {
        Copies copies = Shop().With("needs: [vault]").Suffers("expiry", "dependencies.vault", "renewed: 2h").Run();

        Assert.That(copies.Only<FailoverRefused>().Why, Does.Contain("no standby is left"));
        Assert.That(copies.After(copies.Only<DatabaseUp>()), Is.EqualTo(7800), "noticed after ten minutes, renewed two hours later");
        Assert.That(copies.Only<LedgerClosed>() is { Lost: 0, Stranded: 0 }, "its data was whole all the time");
    }

    [Test]
    public void A_standby_with_a_certificate_of_its_own_is()
    {
        Copies copies = new Copies().With("needs: [vault]").Spare("zone: home.b, replication: remote apply, needs: []").With(Copies.Failover).Beside(Vault).Suffers("expiry", "dependencies.vault").Run();

        Assert.That(copies.Only<FailedOver>().LostBytes, Is.Zero);
        Assert.That(copies.After(copies.Only<DatabaseUp>()), Is.LessThan(10));
    }

    [Test]
    public void A_credential_of_one_copy_alone_is_a_matter_for_the_other()
    {
        Copies copies = Shop().Suffers("expiry", "shard.primary").Run();

        Assert.That(copies.Only<FailedOver>().LostBytes, Is.Zero);
        Assert.That(copies.Only<LedgerClosed>().Lost, Is.Zero);
    }

    [Test]
    public void A_credential_changed_wrongly_keeps_everybody_out_of_both_copies()
    {
        Copies copies = Shop().Suffers("expiry", "shard", "renewed: 0s").Run();

        Assert.That(copies.After(copies.Only<DatabaseUp>()), Is.EqualTo(600));
    }

    [Test]
    public void A_plan_renews_it()
    {
        Copies copies = Shop().With("needs: [vault]").Suffers("expiry", "dependencies.vault", "renewed: never")
            .Beside("recovery: { renew: { handles: [fault-1], steps: { mend: { do: mend, takes: 40m }, serve: { do: wait, needs: [mend] } } } }").Run();

        Assert.That(copies.After(copies.Only<DatabaseUp>()), Is.EqualTo(3000));
    }

    [Test]
    public void What_is_needed_goes_with_its_zone_and_so_does_who_needs_it_elsewhere()
    {
        Copies copies = new Copies().With("needs: [vault]").Beside("dependencies: { vault: { in: home.c } }\nqueues: { hooks: { arrives: 10/s, serves: 100/s, needs: [vault] } }")
            .Suffers("crash", "home.c", "lasts: 30m").Run();

        Assert.That(copies.Only<DatabaseDown>().At, Is.EqualTo(copies.Only<DependencyLost>().At));
        Assert.That(copies.After(copies.Only<DatabaseUp>()), Is.EqualTo(1800));
        Assert.That(copies.Only<QueuePaused>().Why, Is.EqualTo("vault is not to be had"));
    }

    [Test]
    public void A_service_that_crashes_takes_those_along_who_need_it()
    {
        Copies copies = new Copies().With("needs: [vault]").Beside(Vault).Suffers("crash", "dependencies.vault", "lasts: 20m").Run();

        Assert.That(copies.After(copies.Only<DatabaseUp>()), Is.EqualTo(1200));
    }

    [Test]
    public void An_account_that_is_deleted_takes_both_zones_and_leaves_what_another_account_has()
    {
        const string spare = "zone: home.b, replication: flush";
        Copies one = new Copies().With("account: main").Spare(spare).With(Copies.Failover).Suffers("destruction", "accounts.main").Run();
        Copies two = new Copies().With("account: main").Spare(spare).Spare("zone: far.x, replication: async, account: second", "away").With(Copies.Failover).Suffers("destruction", "accounts.main").Run();

        Assert.That(one.All<DatabaseLost>(), Has.Count.EqualTo(1), "one control plane deletes both");
        Assert.That(two.All<DatabaseLost>(), Is.Empty);
        Assert.That(two.Only<FailedOver>() is { Standby: "away", LossWindow.TotalMilliseconds: > 0 and < 1000 });
    }

    private static Copies Shop() => new Copies().Spare("zone: home.b, replication: remote apply").With(Copies.Failover).Beside(Vault);
}
