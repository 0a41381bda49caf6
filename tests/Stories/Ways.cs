using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>
/// The small vocabulary in which ways of recovery are told: a shop of 36 GB in home.a that writes 1 MB/s, with a full backup every six hours, a hundred
/// customers in it, and a region elsewhere. A story says in the scenario's own words what goes wrong and what people do, and looks at the journal.
/// </summary>
internal static class Ways
{
    /// <summary>A standby that applies two hours late.</summary>
    public const string Laggard = "    standbys: { laggard: { zone: home.b, replication: async, apply delay: 2h, apply: 2 MB/s, promotable: false } }\n";

    /// <summary>A log that is cut every minute.</summary>
    public const string Log = "      log: { kind: log, every: 1m, to: bucket, keep: 30d }\n";

    /// <summary>Runs one trial.</summary>
    /// <param name="fault">The fault, with its name.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="backups">Backups beside the full one.</param>
    /// <param name="database">More keys of the database.</param>
    /// <param name="restore">What restoring takes.</param>
    public static IReadOnlyList<Fact> Told(string fault, string plans, string backups = "", string database = "", string restore = "copy: 10 MB/s, replay: 2 MB/s, extract: 10 MB/s, load: 11 MB/s, table: 0s")
    {
        string text = "version: 1\nname: ways\nquestion: What do people do?\nrun: { length: 4d, trials: 1 }\nregions: { home: { zones: [a, b, c] }, other: { zones: [x] } }\n"
            + "links: { internet: { between: [home, other], latency: 20ms, bandwidth: 40 Mbit/s } }\nstores: { bucket: { region: home, read: 1 GB/s }, vault: { region: other, read: 1 GB/s } }\n"
            + "databases:\n  shop:\n    zone: home.a\n    data: 36 GB\n    writes: 1 MB/s\n    " + $"restore: {{ start: 0s, {restore} }}\n"
            + "    schema: { tables: { orders: 25%, lines: 75% }, references: { lines: [orders] } }\n"
            + database + "    backups:\n      daily: { kind: full, every: 6h, start: 0s, to: bucket, keep: 30d }\n" + backups
            + "tenants: { customer: { count: 100, in: shop, users: 10, data per user: 36 MB, writes per user: 240/d } }\ncrews: { team: { size: 1 } }\n"
            + $"faults:\n  {fault}\nrecovery:\n{plans}\nexpect:\n  - loss of each shop <= 100d\n";
        ReadStudy read = ScenarioFile.Parse(text, "ways.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, text);
        return PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 7).Run(0).Facts;
    }

    /// <summary>Hours from the start of the run.</summary>
    public static double Hours(this Fact fact) => fact.At.SinceStart.TotalHours;

    /// <summary>The only fact of a kind.</summary>
    public static T Only<T>(this IReadOnlyList<Fact> facts) where T : Fact
    {
        Assert.That(facts.OfType<T>().Count(), Is.EqualTo(1), typeof(T).Name);
        return facts.OfType<T>().First();
    }
}
