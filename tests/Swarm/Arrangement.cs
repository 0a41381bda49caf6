using System.Text;

namespace Simulator.Tests.Swarm;

/// <summary>
/// A random scenario, written as a planner would write it: two regions, a link, stores, a few databases with any standbys, failover and backups, and a
/// random subset of the kinds of faults, some of them again and again or after each other, and what people do about them. Everything that the language has for protection may come up.
/// </summary>
internal sealed partial class Arrangement
{
    private static readonly string[] s_places = ["east.a", "east.b", "east.c", "west.a", "west.b"];
    private static readonly string[] s_modes = ["async", "semi-sync", "remote write", "flush", "remote apply", "logical", "storage"];

    private readonly Luck _luck;
    private readonly StringBuilder _text = new();
    private readonly List<string> _standbys = [];

    private Arrangement(Luck luck) => _luck = luck;

    /// <summary>The text of one arrangement.</summary>
    public static string Draw(ulong seed, int number)
    {
        var arrangement = new Arrangement(new Luck(seed, number));
        arrangement.Write();
        return arrangement._text.ToString();
    }

    private void Write()
    {
        Line("version: 1");
        Line("name: swarm");
        Line("question: Does everything add up?");
        Line("run: { starts: 2022-04-05T07:38Z, length: 4d, trials: 1 }");
        Line($"regions: {{ east: {{ zones: [a, b, c], latency: {_luck.Log(0.1, 3, "ms")} }}, west: {{ zones: [a, b] }} }}");
        Line($"links: {{ coast: {{ between: [east, west], latency: {_luck.Log(5, 90, "ms")}, bandwidth: {_luck.OneOf("unlimited", _luck.Log(0.5, 200, "MB/s"))} }} }}");
        Line("stores:");
        Line($"  bucket: {{ region: east, read: {_luck.Log(10, 1000, "MB/s")}, immutable: {_luck.OneOf("true", "false")}, account: main }}");
        Line($"  vault: {{ region: west, read: {_luck.Log(10, 1000, "MB/s")}, immutable: {_luck.OneOf("true", "false")}, account: {_luck.OneOf("main", "second")} }}");
        Line("databases:");
        WriteDatabase();
        WriteSurroundings();
        Line("faults:");
        int faults = _luck.Between(1, 5);
        for (int fault = faults; fault > 0; fault--) Line($"  fault-{fault}: {{ {Timed(Fault(), fault, faults)} }}");
        WritePlans(faults);
    }

    private void WriteDatabase()
    {
        Line("  shop:");
        Line($"    count: {_luck.Between(1, 3)}");
        Line($"    zone: {_luck.OneOf("east.a", "east.b", "one of east.zones")}");
        Line($"    data: {_luck.Log(1, 2000, "GB")}");
        Line($"    writes: {Writes()}");
        if (_luck.Chance(0.3)) Line($"    flush: {_luck.OneOf("os cache every 1s", "memory every 200ms")}");
        if (_luck.Chance(0.3)) Line("    account: main");
        if (_luck.Chance(0.3)) Line("    needs: [vault]");
        if (_luck.Chance(0.2)) Line("    disk: 400 MB/s");
        if (_luck.Chance(0.2)) Line($"    log disk: {_luck.OneOf("5 GB", "50 GB")}");
        if (_luck.Chance(0.3)) Line($"    log kept: {_luck.OneOf("1 GB", "20 GB", "2h", "unlimited")}");
        WriteStandbys();
        if (_standbys.Count > 0 && _luck.Chance(0.8)) Line($"    failover: {{ {Failover()} }}");
        if (_luck.Chance(0.8)) WriteBackups();
        Line($"    restore: {{ start: {_luck.Between(1, 40)}m, copy: {_luck.Log(50, 500, "MB/s")}, replay: {_luck.Log(20, 200, "MB/s")} }}");
    }

    private string Writes() => _luck.Between(0, 4) switch
    {
        0 => _luck.Log(0.01, 20, "MB/s"),
        1 => $"daily(low {_luck.Log(0.01, 1, "MB/s")} high {_luck.Log(1, 20, "MB/s")} peak {_luck.Between(0, 23)}h)",
        2 => $"bursts(base {_luck.Log(0.01, 1, "MB/s")} burst {_luck.Log(1, 60, "MB/s")} every {_luck.Between(1, 12)}h lasts {_luck.Between(1, 50)}m)",
        3 => $"batch(base {_luck.Log(0.01, 2, "MB/s")} plus {_luck.Log(1, 30, "MB/s")} at {_luck.Between(0, 23)}h lasts {_luck.Between(1, 8)}h)",
        _ => $"weekly(low {_luck.Log(0.01, 1, "MB/s")} high {_luck.Log(1, 10, "MB/s")} peak {_luck.Between(0, 23)}h weekend 30%)",
    };

    private void WriteStandbys()
    {
        int awaited = 0;
        List<string> lines = [];
        for (int i = _luck.Between(0, 3); i > 0; i--)
        {
            string mode = _luck.OneOf(s_modes), name = $"spare-{i}";
            int count = _luck.Chance(0.2) ? 2 : 1;
            if (mode is not "async" and not "logical") awaited += count;
            string apply = _luck.Chance(0.4) ? $", apply: {_luck.Log(0.5, 100, "MB/s")}" : "";
            string delay = mode is "async" && _luck.Chance(0.2) ? $", apply delay: {_luck.Between(1, 8)}h" : "";
            string loss = _luck.Chance(0.3) ? ", on loss of sync: wait" : "";
            string follows = mode is "async" or "logical" && _standbys.Count > 0 && _luck.Chance(0.3) ? $", follows: {_standbys[0]}" : "";
            string own = _luck.OneOf("", "", ", needs: []", ", account: second");
            lines.Add($"      {name}: {{ zone: {_luck.OneOf(s_places)}, replication: {mode}, count: {count}{apply}{delay}{loss}{follows}{own} }}");
            _standbys.Add(name);
        }
        if (lines.Count == 0) return;
        if (awaited > 0 && _luck.Chance(0.5)) Line($"    acknowledge: {_luck.OneOf("any", "first")} {_luck.Between(1, awaited)}");
        Line("    standbys:");
        foreach (string line in lines) Line(line);
    }

    private string Failover()
    {
        string text = $"probe: {_luck.Between(1, 20)}s, misses: {_luck.Between(1, 4)}, timeout: {_luck.Between(1, 9)}s, promote: {_luck.Between(1, 90)}s";
        if (_luck.Chance(0.3)) text += ", observers: { zones: [east.a, east.b, west.a] }";
        if (_luck.Chance(0.4)) text += ", fencing: false";
        if (_luck.Chance(0.2)) text += ", by: human";
        if (_luck.Chance(0.2)) text += ", in sync only: true";
        if (_luck.Chance(0.2)) text += ", fails: 30%";
        if (_luck.Chance(0.4)) text += $", stranded writes: {_luck.OneOf("keep", "discard", "merge")}";
        if (_luck.Chance(0.4)) text += $", fail back: {_luck.Between(0, 6)}h";
        return text;
    }

    private void WriteBackups()
    {
        Line("    backups:");
        string to = _luck.OneOf("bucket", "vault");
        bool chain = _luck.Chance(0.5);
        string keep = _luck.OneOf("keep: 1d", "keep: 7d", "keep: 3");
        string usable = _luck.Chance(0.3) ? ", usable: 70%" : "";
        string kind = chain ? "full" : "snapshot";
        Line($"      base: {{ kind: {kind}, every: {_luck.OneOf("6h", "24h", "2d")}, takes: {_luck.Between(0, 90)}m, hold: {_luck.Between(0, 60)}m, to: {to}, {keep}{usable} }}");
        if (chain) Line($"      parts: {{ kind: {_luck.OneOf("incremental", "differential")}, from: base, every: {_luck.OneOf("1h", "6h")}, takes: {_luck.Between(0, 30)}m, to: {to}, keep: 7d }}");
        if (_luck.Chance(0.6)) Line($"      log: {{ kind: log, every: {_luck.OneOf("1m", "5m", "1h")}, takes: {_luck.Between(0, 60)}s, to: {_luck.OneOf("bucket", "vault")}, keep: 7d }}");
        if (_luck.Chance(0.3)) Line("      far: { kind: copy, from: base, every: 24h, takes: 1h, to: vault, keep: 7d }");
        if (_luck.Chance(0.4)) Line($"      stream: {{ {Stream()} }}");
    }

    private string Stream()
    {
        // A stream that cannot keep up on the whole is refused; one that falls behind bursts is not.
        int poll = _luck.Between(1, 60);
        string text = $"kind: change stream, every: {poll}s, takes: 1s, keep: 3d";
        if (_luck.Chance(0.5)) text += $", throughput: {_luck.Log(60, 200, "MB/s")}";
        if (_luck.Chance(0.3)) text += $", batch: {poll * 60} MB";
        if (_luck.Chance(0.5)) text += $", drop slot: {_luck.Between(1, 6)}h";
        return text + _luck.OneOf("", $", sink: database, zone: {_luck.OneOf(s_places)}", $", sink: object store, to: {_luck.OneOf("bucket", "vault")}", ", sink: flat file, zone: east.c");
    }

    private string Fault()
    {
        string at = $"at: {_luck.Between(0, 80)}h {_luck.Between(0, 59)}m, noticed: {_luck.Between(1, 120)}m";
        string lasts = $"lasts: {_luck.Log(0.05, 900, "m")}";
        string copy = _standbys.Count > 0 && _luck.Chance(0.3) ? $"shop.{_luck.OneOf([.. _standbys])}" : "shop.primary";
        return _luck.Between(0, 17) switch
        {
            0 => $"kind: crash, hits: {_luck.OneOf(s_places)}, {at}, {lasts}",
            1 => $"kind: crash, hits: {copy}, {at}, {lasts}, scope: {_luck.OneOf("process", "machine")}",
            2 => $"kind: destruction, hits: {copy}, {at}",
            3 => $"kind: destruction, hits: {_luck.OneOf("east.a", "east", "stores.bucket", "accounts.main")}, {at}, lasts: 12h",
            4 or 9 => $"kind: partition, hits: {_luck.OneOf("east.a", "east.b", "east.a", "east.b", "west", "links.coast")}, {at}, {lasts}",
            5 => $"kind: slow, hits: links.coast, factor: {_luck.Between(2, 50)}, {at}, {lasts}",
            6 => $"kind: load, hits: shop, factor: {_luck.Between(2, 30)}, {at}, {lasts}",
            7 => $"kind: corruption, hits: shop, {at}",
            10 => $"kind: corruption, hits: {copy}, {at}",
            11 => $"kind: slow, hits: {copy}, factor: {_luck.Between(2, 50)}, latency factor: 5, {at}, {lasts}",
            12 => $"kind: expiry, hits: {_luck.OneOf("dependencies.vault", "shop", copy)}, {at}, renewed: {_luck.Between(0, 20)}h",
            13 => $"kind: ransomware, hits: {_luck.OneOf("shop", "accounts.main")}, {at}, dwelt: {_luck.Between(0, 60)}h, reaches: [{_luck.OneOf("", "main", "second")}], clean: {_luck.OneOf("0%", "60%")}",
            14 or 15 => $"kind: rollout, hits: {_luck.OneOf("shop", "east", "2 of east.zones", copy)}, {at}, breaks: {_luck.OneOf("service", "data")}, rolls back: {_luck.Between(0, 90)}m{_luck.OneOf("", ", waves: { first: 1, factor: 2, bake: 20m }")}",
            16 => $"kind: crash, hits: dependencies.vault, {at}, {lasts}",
            17 => $"kind: crash, hits: {_luck.OneOf(s_places)}, {at}, {lasts}, recovers: uniform(0s 2h), reports: {{ after: 1000h, users: 10000 }}, detector: {{ every: 1h, finds: 30% }}",
            _ => $"kind: crash, hits: {_luck.OneOf("one of east.zones", "east")}, {at}, {lasts}",
        };
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
