using Simulator.Experiments;
using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>
/// The small vocabulary in which databases lose their copies: a database in home.a that writes 1 MB/s, with whatever stands beside it. A story says in the
/// scenario's own words how it is copied and what goes wrong an hour into the run, and looks at the journal.
/// </summary>
public sealed class Copies
{
    /// <summary>Detection takes 2 s and a part of a second, so that a story knows when what happens.</summary>
    public const string Failover = "failover: { probe: 1s, misses: 3, timeout: 0s, promote: 5s, switch: 0s }";

    private readonly List<string> _keys = [];
    private readonly List<string> _faults = [];
    private readonly List<string> _sections = [];

    public string Writes { get; init; } = "1 MB/s";

    public int Count { get; init; } = 1;

    public string Length { get; init; } = "1d";

    public ulong Seed { get; init; } = 7;

    public IReadOnlyList<Fact> Facts { get; private set; } = [];

    /// <summary>A key of the database, as in a scenario.</summary>
    public Copies With(string key)
    {
        _keys.Add(key);
        return this;
    }

    /// <summary>A standby of its own name.</summary>
    public Copies Spare(string keys, string name = "spare") => With($"standbys.{name}: {{ {keys} }}");

    /// <summary>Another section of the scenario, such as <c>dependencies: { vault: {} }</c>.</summary>
    public Copies Beside(string section)
    {
        _sections.Add(section);
        return this;
    }

    /// <summary>Something goes wrong an hour into the run, and is noticed ten minutes later, unless its keys say otherwise.</summary>
    public Copies Suffers(string kind, string hits, string keys = "", string at = "1h", string noticed = "10m")
    {
        _faults.Add($"  fault-{_faults.Count + 1}: {{ kind: {kind}, hits: {hits}, at: {at}, noticed: {noticed}{(keys.Length > 0 ? ", " + keys : "")} }}");
        return this;
    }

    public Copies Run(int trial = 0)
    {
        Facts = PreparedScenario.Prepare(Scenario(), Seed).Run(trial).Facts;
        return this;
    }

    public IReadOnlyList<T> All<T>() where T : Fact => [.. Facts.OfType<T>()];

    public T Only<T>() where T : Fact
    {
        Assert.That(All<T>(), Has.Count.EqualTo(1), typeof(T).Name);
        return All<T>()[0];
    }

    /// <summary>Seconds from the first fault to a fact.</summary>
    public double After(Fact fact) => (fact.At - All<FaultBegan>()[0].At).TotalSeconds;

    public Scenario Scenario()
    {
        var read = ScenarioFile.Parse(Text(), "story.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, Text());
        return read.Study!.Variants[0].Scenario;
    }

    public string Text()
    {
        IEnumerable<string> plain = _keys.Where(key => !key.StartsWith("standbys.", StringComparison.Ordinal)).Select(key => $"    {key}\n");
        IEnumerable<string> spares = _keys.Where(key => key.StartsWith("standbys.", StringComparison.Ordinal)).Select(key => $"      {key[9..]}\n");
        string zone = plain.Any(key => key.Contains("zone:", StringComparison.Ordinal) && key.TrimStart().StartsWith("zone", StringComparison.Ordinal)) ? "" : "    zone: home.a\n";
        return $$"""
            version: 1
            name: story
            question: What is lost?
            run: { length: {{Length}}, trials: 1 }
            regions:
              home: { zones: [a, b, c], latency: 1ms }
              far: { zones: [x, y], latency: 1ms }
            links:
              coast: { between: [home, far], latency: 40ms }
            stores:
              bucket: { region: far, read: 1 GB/s }
            databases:
              shard:
                count: {{Count}}
                data: 100 GB
                writes: {{Writes}}

            """ + string.Concat(plain.Prepend(zone)) + (spares.Any() ? "    standbys:\n" + string.Concat(spares) : "")
            + (_faults.Count > 0 ? "faults:\n" + string.Join('\n', _faults) + "\n" : "")
            + string.Concat(_sections.Select(section => section + "\n"))
            + "expect:\n  - loss of each shard <= 1h\n";
    }
}
