using BenchmarkDotNet.Attributes;
using Simulator.Experiments;
using Simulator.Models;
using Simulator.ScenarioFiles;

namespace Simulator.Benchmarks;

/// <summary>What one trial of a shipped scenario costs, after what all trials share was prepared: its first variant, one trial after the other.</summary>
[MemoryDiagnoser]
public class Trials
{
    private PreparedScenario _prepared = null!;
    private int _trial;

    /// <summary>The scenario's name.</summary>
    [Params("first-steps", "atlassian-2022")]
    public string Scenario { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        string file = Find(Path.Combine("scenarios", $"{Scenario}.yaml"));
        ReadStudy read = ScenarioFile.Read(file);
        Study study = read.Study ?? throw new InvalidDataException(string.Join('\n', read.Problems));
        _prepared = PreparedScenario.Prepare(study.Variants[0].Scenario, study.Seed);
    }

    [Benchmark]
    public ulong OneTrial() => _prepared.Run(_trial++).Fingerprint;

    /// <summary>A file of the repository, from the folder of the built benchmark upwards.</summary>
    private static string Find(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, path))) return Path.Combine(folder.FullName, path);
        throw new FileNotFoundException($"no folder above {AppContext.BaseDirectory} has {path}");
    }
}
