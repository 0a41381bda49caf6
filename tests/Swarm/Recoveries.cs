using System.Text;

namespace Simulator.Tests.Swarm;

/// <summary>A random scenario of a shop with every source that there is to come back from, a few things that go wrong, and plans of all ways of recovery in a random order.</summary>
internal static class Recoveries
{
    private static readonly string[] s_whole =
    [
        "gives up after: 2h, steps: { serve: { do: wait } }",
        "gives up after: 1h, steps: { serve: { do: fail over, takes: 10m } }",
        "from: [laggard], steps: { hold: { do: halt, standby: laggard }, copy: { do: restore, needs: [hold], takes: 20m }, open: { do: open, needs: [copy] } }",
        "from: [daily], steps: { copy: { do: restore, first: 20% }, open: { do: open, needs: [copy] } }",
        "from: [daily, log], steps: { copy: { do: restore, at: west.a, wrong: 30% }, open: { do: open, needs: [copy] } }",
        "from: [dump], steps: { copy: { do: restore, jobs: 3 }, open: { do: open, needs: [copy] } }",
        "from: [daily], steps: { copy: { do: restore }, open: { do: open, needs: [copy] }, again: { do: replay, needs: [open], stream: changes, conflicts: 0.01%, each: 1s, dropped: 50% } }",
    ];

    private static readonly string[] s_parts =
    [
        "from: [daily], steps: { copy: { do: restore }, extract: { do: extract, needs: [copy] }, load: { do: load, needs: [extract] }, open: { do: open, needs: [load] } }",
        "from: [daily, log], steps: { copy: { do: restore }, extract: { do: extract, needs: [copy], by: tables }, load: { do: load, needs: [extract] }, open: { do: open, needs: [load] } }",
        "from: [laggard], steps: { copy: { do: restore }, extract: { do: extract, needs: [copy] }, load: { do: load, needs: [extract] }, open: { do: open, needs: [load] } }",
    ];

    /// <summary>The text of one scenario.</summary>
    public static string Draw(ulong seed, int number)
    {
        var luck = new Luck(seed, number);
        var text = new StringBuilder($$"""
            version: 1
            name: swarm
            question: Does everything add up?
            run: { length: 4d, trials: 1 }
            regions: { east: { zones: [a, b, c] }, west: { zones: [a] } }
            links: { coast: { between: [east, west], latency: 20ms, bandwidth: {{luck.OneOf("unlimited", "50 MB/s")}} } }
            stores: { bucket: { region: east, read: 1 GB/s }, far: { region: west, read: 200 MB/s } }
            databases:
              shop:
                zone: east.a
                data: {{luck.Log(5, 500, "GB")}}
                writes: {{luck.Log(0.1, 3, "MB/s")}}
                restore: { start: 5m, copy: 100 MB/s, replay: 30 MB/s }
                schema: { tables: { orders: 30%, lines: 70% }, references: { lines: [orders] } }
                standbys:
                  spare: { zone: east.b, replication: async }
                  laggard: { zone: {{luck.OneOf("east.c", "west.a")}}, replication: async, apply delay: {{luck.OneOf("30m", "2h", "8h")}}, apply: 20 MB/s }
                backups:
                  daily: { kind: full, every: {{luck.OneOf("6h", "24h")}}, takes: 20m, to: {{luck.OneOf("bucket", "far")}}, keep: 30d }
                  log: { kind: log, every: 5m, to: bucket, keep: 30d }
                  dump: { kind: dump, every: 12h, takes: 30 MB/s, workers: 2, to: far, keep: 30d }
                  changes: { kind: change stream, every: 5s, takes: 1s, keep: 30d, sink: database }
            faults:

            """);
        List<string> whole = [], parts = [];
        for (int fault = luck.Between(1, 4); fault > 0; fault--)
        {
            string when = $"at: {luck.Between(1, 60)}h, noticed: {luck.OneOf("0s", "20m", "3h")}";
            string what = luck.OneOf("kind: corruption, hits: shop", "kind: migration, hits: shop, tables: [orders]", "kind: migration, hits: shop, tables: [lines], does: wrong values, rows: 5%",
                "kind: destruction, hits: shop.primary", "kind: crash, hits: east.a, lasts: 5h", "kind: destruction, hits: east.a", "kind: crash, hits: shop.laggard, lasts: 3h", "kind: partition, hits: links.coast, lasts: 4h");
            text.Append($"  fault-{fault}: {{ {what}, {when} }}\n");
            (what.Contains("migration", StringComparison.Ordinal) && luck.Chance(0.7) ? parts : whole).Add($"fault-{fault}");
        }
        text.Append("recovery:\n");
        for (int plan = luck.Between(1, 6); plan > 0; plan--)
        {
            bool isOfParts = parts.Count > 0 && luck.Chance(0.5);
            text.Append($"  plan-{plan}: {{ handles: [{string.Join(", ", isOfParts ? parts : luck.Chance(0.5) ? [.. whole, .. parts] : whole)}], {luck.OneOf(isOfParts ? s_parts : s_whole)} }}\n");
        }
        return text.Append("expect:\n  - loss of each shop <= 100d\n").ToString();
    }
}
