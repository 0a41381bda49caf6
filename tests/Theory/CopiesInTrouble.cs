using Simulator.Kernel.Randomness;
using Simulator.Models.Facts;
using Simulator.Tests.Stories;

namespace Simulator.Tests.Theory;

/// <summary>Random databases in random trouble: whatever happens, every acknowledged byte is kept, lost or stranded, exactly once.</summary>
[Parallelizable(ParallelScope.All)]
public class CopiesInTrouble
{
    private const int Arrangements = 300;
    private const ulong Seed = 2026;

    private static readonly string[] s_zones = ["home.a", "home.b", "home.c", "far.x", "far.y"];
    private static readonly string[] s_modes = ["async", "semi-sync", "remote write", "flush", "remote apply", "logical"];
    private static readonly string[] s_waiting = ["semi-sync", "remote write", "flush", "remote apply"];

    [Test]
    public void Every_byte_is_accounted_for_in_random_arrangements([Range(0, 5)] int part)
    {
        for (int i = part; i < Arrangements; i += 6)
        {
            Copies story = Arranged(i);
            try
            {
                // The balance is asserted when the run ends; a byte that is missing breaks the trial.
                story.Run(i);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"seed {Seed}, arrangement {i}: {broken.Message}\n{story.Text()}", broken);
            }
            Assert.That(story.All<LedgerClosed>(), Has.All.Matches<LedgerClosed>(ledger => ledger is { Acknowledged: >= -1, Kept: >= -1, Lost: >= -1, Stranded: >= -1 }), $"seed {Seed}, arrangement {i}\n{story.Text()}");
            Assert.That(story.All<FailedOver>(), Has.All.Matches<FailedOver>(fact => fact is { LostBytes: >= 0, LossWindow.Ticks: >= 0 }), $"arrangement {i}");
        }
    }

    [Test]
    public void A_standby_that_commits_wait_for_never_lacks_one_whenever_the_primary_is_lost()
    {
        for (int i = 0; i < 60; i++)
        {
            var luck = new Luck(1000 + i);
            string mode = luck.Of(s_waiting), zone = luck.Of(s_zones[1..]);
            Copies story = new Copies { Writes = luck.Of("daily(low 0.1 MB/s high 3 MB/s peak 15h)", "2 MB/s") }.With(Copies.Failover).Spare($"zone: {zone}, replication: {mode}")
                .Suffers(luck.Of("destruction", "crash"), "shard.primary", "lasts: 1h", at: $"{luck.Whole(1, 80_000)}s").Run(i);
            Assert.That((story.Only<FailedOver>().LostBytes, story.Only<LedgerClosed>().Lost), Is.EqualTo((0.0, 0.0)), $"seed {Seed}, {mode} in {zone}");
        }
    }

    [Test]
    public void An_asynchronous_standby_lacks_rate_times_way_whenever_the_primary_is_lost()
    {
        for (int i = 0; i < 60; i++)
        {
            var luck = new Luck(2000 + i);
            string zone = luck.Of(s_zones[1..]);
            int rate = luck.Whole(1, 20);
            Copies story = new Copies { Writes = $"{rate} MB/s" }.With(Copies.Failover).Spare($"zone: {zone}, replication: async")
                .Suffers("destruction", "shard.primary", at: $"{luck.Whole(1, 80_000)}s").Run(i);
            double way = zone.StartsWith("far", StringComparison.Ordinal) ? 0.04 : 0.001;
            Assert.That(story.Only<FailedOver>().LostBytes, Is.EqualTo(rate * 1e6 * way).Within(2 * rate), $"seed {Seed}, {zone}");
            Assert.That(story.Only<FailedOver>().LossWindow.TotalSeconds, Is.EqualTo(way).Within(1e-6));
        }
    }

    private static Copies Arranged(int number)
    {
        var luck = new Luck(number);
        var story = new Copies { Writes = luck.Of("1 MB/s", "daily(low 0.2 MB/s high 4 MB/s peak 3h)"), Count = luck.Whole(1, 3) };
        story.With($"flush: {luck.Of("each commit", "os cache every 1s", "memory every 200ms")}");
        if (luck.Is(0.7)) story.With("backups: { nightly: { kind: snapshot, every: 6h, to: bucket }, log: { kind: log, every: 5m, to: bucket } }");
        int spares = luck.Whole(0, 3), waiting = 0;
        for (int i = 0; i < spares; i++)
        {
            string mode = luck.Of(s_modes);
            int count = luck.Whole(1, 2);
            if (s_waiting.Contains(mode)) waiting += count;
            story.Spare($"zone: {luck.Of(s_zones)}, replication: {mode}, count: {count}, on loss of sync: {luck.Of("wait", "go on")}"
                + (mode != "remote apply" && luck.Is(0.3) ? ", apply delay: 2h" : "") + (luck.Is(0.3) ? ", apply: 5 MB/s" : "")
                + (i > 0 && !s_waiting.Contains(mode) && luck.Is(0.3) ? ", follows: spare-1" : ""), $"spare-{i + 1}");
        }
        if (waiting > 0 && luck.Is(0.5)) story.With($"acknowledge: {luck.Of("any", "first")} {luck.Whole(1, waiting)}");
        if (spares > 0 && luck.Is(0.8))
            story.With($"failover: {{ promote: 20s, fencing: {luck.Of("true", "false")}, in sync only: {luck.Of("false", "false", "true")}, fail back: {luck.Of("never", "10m")}, "
                + $"stranded writes: {luck.Of("keep", "discard", "merge")}, by: {luck.Of("automatic", "automatic", "human")}, fails: {luck.Of("0%", "20%")} }}");
        for (int i = luck.Whole(1, 5); i > 0; i--) Strike(story, luck, spares);
        return story;
    }

    private static void Strike(Copies story, Luck luck, int spares)
    {
        string at = $"{luck.Whole(1, 70_000)}s", lasts = $"lasts: {luck.Of("30s", "10m", "2h", "never")}", noticed = luck.Of("5m", "2h");
        string[] copies = [.. Enumerable.Range(1, spares).Select(i => $"shard.spare-{i}"), "shard.primary", "one of shard.primary"];
        switch (luck.Whole(0, 6))
        {
            case 0: story.Suffers("crash", luck.Of(s_zones), lasts, at, noticed); break;
            case 1: story.Suffers("crash", luck.Of(copies), $"{lasts}, scope: {luck.Of("process", "machine")}", at, noticed); break;
            case 2: story.Suffers("destruction", luck.Of([.. s_zones, "home"]), lasts, at, noticed); break;
            case 3: story.Suffers("destruction", luck.Of(copies), "", at, noticed); break;
            case 4: story.Suffers("load", "shard", $"factor: 3, lasts: {luck.Of("10m", "2h")}", at, noticed); break;
            case 5: story.Suffers("corruption", "shard", "", at, noticed); break;
            default: story.Suffers("partition", luck.Of([.. s_zones, "home", "links.coast"]), lasts, at, noticed); break;
        }
    }

    private sealed class Luck(int number)
    {
        private readonly ulong _key = Philox.Key(Philox.Key(Seed, "arrangement"), (ulong)number);
        private ulong _draws;

        public bool Is(double share) => Next() < share;

        public int Whole(int from, int to) => from + (int)(Next() * (to - from + 1));

        public string Of(params string[] words) => words[(int)(Next() * words.Length)];

        private double Next() => Philox.Uniform(_key, _draws++);
    }
}
