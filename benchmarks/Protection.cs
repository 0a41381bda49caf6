using BenchmarkDotNet.Attributes;
using Simulator.Models;

namespace Simulator.Benchmarks;

/// <summary>
/// What a year of a protected database costs at one write a second and at a million: the same events, so about the same time. A write is 387 B of log; data,
/// link and whatever reads or applies are scaled with the writes, so that both are the same story.
/// </summary>
[MemoryDiagnoser]
public class Protection
{
    private PreparedScenario _prepared = null!;
    private int _trial;

    /// <summary>Writes a second, in the mean of a day.</summary>
    [Params(1, 1_000_000)]
    public int WritesPerSecond { get; set; }

    [GlobalSetup]
    public void Prepare() => _prepared = Year.Of(WritesPerSecond);

    [Benchmark]
    public long OneYear() => _prepared.Run(_trial++).Events;
}
