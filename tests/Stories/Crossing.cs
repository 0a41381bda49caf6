using Simulator.Kernel;
using Simulator.Models;
using Simulator.Models.Facts;
using Simulator.ScenarioFiles;

namespace Simulator.Tests.Stories;

/// <summary>
/// The small vocabulary in which things meet on a link: two regions, a link of 10 MB/s between them, and databases of 36 GB in east that write as much as a
/// story says. A story gives them standbys and backups in west in the scenario's own words, and looks at the journal.
/// </summary>
public sealed class Crossing
{
    private readonly List<string> _databases = [];
    private readonly List<string> _faults = [];

    public string Bandwidth { get; init; } = "10 MB/s";

    public string Vault { get; init; } = "read: 1 GB/s";

    public string Data { get; init; } = "36 GB";

    public TrialRecord Record { get; private set; } = null!;

    public Crossing With(string name, string writes, string standby = "", string backup = "", string more = "")
    {
        string text = $"  {name}:\n    zone: east.a\n    data: {Data}\n    writes: {writes}\n    restore: {{ start: 1m, copy: 1 GB/s }}\n{more}";
        if (standby.Length > 0) text += $"    standbys:\n      spare: {{ {standby} }}\n";
        if (backup.Length > 0) text += "    backups:\n" + string.Concat(backup.Split('\n').Select(line => $"      {line}\n"));
        _databases.Add(text);
        return this;
    }

    public Crossing Suffers(string text)
    {
        _faults.Add($"  fault-{_faults.Count + 1}: {{ {text} }}\n");
        return this;
    }

    public Crossing Run(int trial = 0)
    {
        var read = ScenarioFile.Parse(Text(), "crossing.yaml");
        Assert.That(read.Problems.Select(problem => problem.Text), Is.Empty, Text());
        Record = PreparedScenario.Prepare(read.Study!.Variants[0].Scenario, 7).Run(trial);
        return this;
    }

    public IReadOnlyList<T> All<T>() where T : Fact => [.. Record.Facts.OfType<T>()];

    public T Only<T>() where T : Fact
    {
        Assert.That(All<T>(), Has.Count.EqualTo(1), typeof(T).Name);
        return All<T>()[0];
    }

    /// <summary>From when on the points of a layer that are cut at some hours can be used, in hours.</summary>
    public double[] Usable(string layer, params double[] cuts) =>
        [.. cuts.Select(cut => All<PointsOffered>().Single(fact => fact.Backup == layer).Points.Single(point => point.Moment.SinceStart == TimeSpan.FromHours(cut)).UsableFrom.SinceStart.TotalHours)];

    private string Text() => $$"""
        version: 1
        name: crossing
        question: Who gets how much of the link?
        run: { length: 4d, trials: 1 }
        regions:
          east: { zones: [a, b] }
          west: { zones: [x, y] }
        links:
          coast: { between: [east, west], latency: 0s, bandwidth: {{Bandwidth}} }
        stores:
          vault: { region: west, {{Vault}} }
          near: { region: east, read: 1 GB/s }
        databases:

        """ + string.Concat(_databases) + (_faults.Count > 0 ? "faults:\n" + string.Concat(_faults) : "") + "expect:\n  - loss of each first <= 100d\n";
}
