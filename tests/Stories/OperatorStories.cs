using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>What people do wrong, each with the guard that would have caught it and without; and what becomes of a guard when they try again.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OperatorStories
{
    private const int Trials = 300;
    private const string Script = "kind: deletion, meant: app, given: site, hits: 100 of site, takes: 100m, noticed: 10h";

    [Test]
    public void A_wipe_on_the_wrong_host_is_stopped_by_the_name_that_must_be_typed()
    {
        Copies wrong = Wiping("shard.primary", ""), stopped = Wiping("shard.primary", ", typed target: true"), right = Wiping("shard.spare", ", typed target: true");

        Assert.That(wrong.All<DatabaseDown>(), Has.Count.EqualTo(1));
        Assert.That(stopped.All<DatabaseDown>(), Is.Empty);
        Assert.That(stopped.Only<GuardStopped>().Guard, Is.EqualTo("the name that must be typed"));
        Assert.That(right.Only<RebuildBegan>().Follower, Is.EqualTo("spare"), "what was meant goes through");
    }

    [Test]
    public void The_wrong_mode_is_stopped_by_a_confirmation()
    {
        Assert.That(Deleted("meant mode: soft, mode: hard"), Is.EqualTo(100));
        Assert.That(Deleted("meant mode: soft, mode: hard, confirm hard: true"), Is.Zero);
        Assert.That(Deleted("meant mode: soft, mode: soft, confirm hard: true"), Is.EqualTo(100), "and can be undone");
    }

    [TestCase("", 0.1)]
    [TestCase(", retries: { times: 2, after: 10m }", 0.271)]
    public void Whoever_tries_again_gets_past_a_review_in_the_end(string retries, double share)
    {
        FaultTimes times = new("1d", $"script: {{ {Script}, review: {{ finds: 90% }}{retries} }}");
        int through = Enumerable.Range(0, Trials).Count(trial => times.Facts(trial).OfType<TenantDeleted>().Any());

        Assert.That(through / (double)Trials, Is.EqualTo(share).Within(3 * Math.Sqrt(share * (1 - share) / Trials)));
    }

    [Test]
    public void A_type_is_wrong_however_often_it_is_tried() => Assert.That(Deleted("typed identifiers: true, retries: { times: 5 }"), Is.Zero);

    [Test]
    public void A_cap_that_is_run_into_again_lets_as_many_through_again()
    {
        Assert.That(Deleted("cap: 20"), Is.EqualTo(20));
        Assert.That(Deleted("cap: 20, retries: { times: 2 }"), Is.EqualTo(60));
    }

    [Test]
    public void A_script_that_breaks_off_is_run_again_for_the_rest()
    {
        Assert.That(Deleted("breaks off: 100%"), Is.LessThan(100));
        Assert.That(Deleted("breaks off: 100%, retries: { times: 3, after: 1m }"), Is.GreaterThan(Deleted("breaks off: 100%")));
    }

    [Test]
    public void A_mistake_that_reaches_every_copy_may_be_seen_by_a_review_before()
    {
        static int Downs(string guard) => new Copies().Suffers("corruption", "shard", guard).Run().All<DatabaseDown>().Count;

        Assert.That(new[] { Downs("review: { finds: 0% }"), Downs("review: { finds: 100% }"), Downs("dry run: { finds: 100% }") }, Is.EqualTo(new[] { 1, 0, 0 }));
    }

    [Test]
    public void The_wrong_restore_point_is_seen_by_looking_at_it_before()
    {
        static double Hours(string keys)
        {
            Copies copies = new Copies().With("backups: { hourly: { kind: snapshot, every: 1h, start: 30m, to: bucket } }").Suffers("destruction", "shard.primary")
                .Beside($"recovery: {{ back: {{ handles: [fault-1], steps: {{ copy: {{ do: restore, takes: 2h, wrong: 100%{keys} }}, open: {{ do: open, needs: [copy] }} }} }} }}").Run();
            return copies.After(copies.Only<DatabaseUp>()) / 3600;
        }

        Assert.That(Hours("") - Hours(", dry run: { finds: 100%, takes: 10m }"), Is.GreaterThan(1.8), "ten minutes for two hours and a copy");
        Assert.That(Hours(", dry run: { finds: 0%, takes: 10m }") - Hours(""), Is.EqualTo(10 / 60.0).Within(0.001));
    }

    private static Copies Wiping(string given, string guard) =>
        new Copies().Spare("zone: home.b, replication: async").Suffers("destruction", given, $"meant: shard.spare{guard}").Run();

    private static int Deleted(string keys) => new FaultTimes("1d", $"script: {{ {Script.Replace("app", keys.Contains("typed", StringComparison.Ordinal) ? "app" : "site", StringComparison.Ordinal)}, {keys} }}").Facts().OfType<TenantDeleted>().Count();
}
