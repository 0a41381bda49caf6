namespace Simulator.Tests.Cli;

/// <summary>A folder of its own for each test, with scenario files in it and a place for results that does not exist yet.</summary>
public abstract class Playground : IDisposable
{
    private const string Tiny = """
        version: 1
        name: tiny
        question: What does a customer lose?
        run: { length: 2d, trials: 20 }
        regions: { home: { zones: [a] } }
        stores: { bucket: { region: home, read: 200 MB/s } }
        databases:
          shop:
            zone: home.a
            data: 50 GB
            writes: 1 MB/s
            backups:
              nightly: { kind: snapshot, every: 24h, to: bucket }
              log: { kind: log, every: 5m, to: bucket }
        tenants: { customer: { count: 50, in: shop, users: 10, data per user: 20 MB, writes per user: 20/d } }
        faults: { script: { kind: deletion, hits: 3 of customer, takes: 1m, noticed: uniform(5m 30m) } }
        recovery:
          back:
            handles: [script]
            from: [nightly, log]
            steps:
              side-copy: { do: restore }
              extract: { do: extract, needs: [side-copy] }
              load: { do: load, needs: [extract] }
              open: { do: open, needs: [load] }
        expect:
          - loss of each customer <= 5m
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simulator-");

    /// <summary>Where results would go.</summary>
    protected string Results => Path.Combine(_folder.FullName, "results");

    /// <summary>The path of something in the folder.</summary>
    protected string In(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The tiny scenario in a file, with some of its text replaced.</summary>
    protected string Scenario(params IReadOnlyList<(string Old, string New)> changes)
    {
        string text = Tiny;
        foreach ((string old, string now) in changes)
        {
            Assert.That(text, Does.Contain(old));
            text = text.Replace(old, now, StringComparison.Ordinal);
        }
        return Written("tiny.yaml", text + "\n");
    }

    /// <summary>A text in a file.</summary>
    protected string Written(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    /// <summary>Runs a scenario with results in the folder.</summary>
    private protected CommandLine.Ended Run(string scenario, params IReadOnlyList<string> options) => CommandLine.Simulate(["run", scenario, "--output", Results, .. options]);

    /// <summary>Neither a result nor half of one is there.</summary>
    protected void ExpectNothingWritten() => Assert.That(Directory.Exists(Results) ? Directory.GetFileSystemEntries(Results) : [], Is.Empty);

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
