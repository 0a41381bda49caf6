using Simulator.Experiments;
using Simulator.Experiments.Comparing;
using Simulator.Experiments.Results;
using Simulator.Experiments.Running;

namespace Simulator.Cli;

/// <summary>What one argument of <c>simulator compare</c> names: a scenario file, or the folder of a stored result.</summary>
/// <param name="Path">As it was named.</param>
/// <param name="Study">What the file asks; null for a stored result.</param>
/// <param name="Stored">What is stored; null for a file.</param>
internal sealed record CompareSource(string Path, Study? Study, StoredResult? Stored)
{
    /// <summary>Reads it; null after its problems were printed.</summary>
    public static CompareSource? Read(string path)
    {
        if (!Directory.Exists(path)) return Reading.Read(path) is { } study ? new CompareSource(path, study, null) : null;
        StoredResult? stored = StoredResult.Read(path, out string? problem);
        if (problem is not null) Console.Error.WriteLine(problem);
        return stored is null ? null : new CompareSource(path, null, stored);
    }

    /// <summary>Name of the scenario.</summary>
    public string Scenario => Study?.Name ?? Stored!.Scenario;

    /// <summary>Names of its variants, the baseline first.</summary>
    public IReadOnlyList<string> Variants => Study is not null ? [.. Study.Variants.Select(variant => variant.Name)] : [.. Stored!.Variants.Select(variant => variant.Name)];

    /// <summary>Its seed, unless another is asked for.</summary>
    public ulong Seed => Study?.Seed ?? Stored!.Seed;

    /// <summary>What its expectations speak of.</summary>
    public IEnumerable<Expectation> Expectations => Study?.Expectations ?? [];

    /// <summary>One variant as a side.</summary>
    /// <param name="name">What it is called in tables.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="seed">The seed of a scenario; what is stored has its own.</param>
    /// <param name="running">How a scenario is run.</param>
    public Side Side(string name, string variant, ulong seed, RunningOptions running) => Study is not null
        ? Running(name, Study.Variants.First(known => known.Name == variant), seed, running)
        : new StoredSide(name, Stored!.Variants.First(known => known.Name == variant), Stored.Seed);

    /// <summary>What nobody knows exactly is drawn anew in every trial, so that trials are independent of each other.</summary>
    private RunningSide Running(string name, Variant variant, ulong seed, RunningOptions running) =>
        new(name, variant, seed, running.Asked, DrawnTrials.Of(Study! with { Trials = 1 }, variant, RunCommand.Prepare), running.Threads, running.Done, running.Stop);
}

/// <summary>How the sides that can be run are run.</summary>
/// <param name="Asked">Figures that are wanted beyond the natural ones.</param>
/// <param name="Threads">How many trials at once.</param>
/// <param name="Done">Is told of every trial.</param>
/// <param name="Stop">Stops between trials.</param>
internal sealed record RunningOptions(IReadOnlyList<Figure> Asked, int Threads, Action Done, CancellationToken Stop);
