using Simulator.Models.Language;
using Simulator.Models.Workloads.Traces;

namespace Simulator.Models.Workloads;

/// <summary>
/// A measured course from a file beside the scenario: <c>trace(monday.csv)</c>. Its first line is <c>seconds,bytes per second</c> (or <c>events per
/// second</c>), every other a time and the rate that holds from there to the next line's time; the last rate holds as long as the one before it.
/// Times ascend from any origin: the first is the start of the run. After its end it begins anew, and so it did before the start, so that a trace of
/// a week serves a year and the mean over a long time is that of the trace.
/// </summary>
/// <param name="File">The file's path from the scenario's folder.</param>
/// <param name="Rates">In what its rates are told.</param>
public sealed record Trace(string File, Rates Rates) : Cyclic
{
    private TraceFile? Opened { get; init; }

    private TraceFile Rows => Opened ?? throw new InvalidOperationException($"{File} was never opened: a trace is read with the scenario file that names it");

    /// <inheritdoc/>
    public override double Mean => CycleVolume / Cycle.TotalSeconds;

    /// <inheritdoc/>
    public override double Peak => Rows.Peak;

    /// <inheritdoc/>
    public override bool RepeatsDaily => false;

    /// <inheritdoc/>
    protected override TimeSpan Cycle => new(Rows.Length);

    /// <summary>A cycle begins at the start of the run.</summary>
    protected override TimeSpan Anchored(TimeSpan clock) => TimeSpan.Zero;

    /// <inheritdoc/>
    protected override double CycleVolume => Rows.Volume;

    /// <inheritdoc/>
    protected override double RateIn(TimeSpan phase) => Rows.BlockAt(phase.Ticks).RateAt(phase.Ticks);

    /// <inheritdoc/>
    protected override double VolumeIn(TimeSpan phase) => Rows.BlockAt(phase.Ticks).VolumeAt(phase.Ticks);

    /// <inheritdoc/>
    protected override bool IsEven(double tolerance) => Rows.Swing < tolerance;

    /// <summary>Of half the tolerance, as a piece of a straight line can be off by twice what the whole is.</summary>
    protected override TimeSpan StepEndIn(TimeSpan phase, double tolerance) => new(Cone.End(Rows, phase.Ticks, tolerance / 2));

    internal static Parsed<Workload> Read(Arguments given) =>
        !given.Inside.EndsWith(".csv", StringComparison.Ordinal) || given.Inside.Contains(' ', StringComparison.Ordinal)
            ? Parsed.No<Workload>($"'{given.Text}' names no file: write trace(monday.csv), a CSV file in the folder of the scenario")
            : Path.IsPathRooted(given.Inside) || given.Inside.Contains('\\', StringComparison.Ordinal)
                ? Parsed.No<Workload>($"'{given.Text}' names a file of this machine alone: write its path from the folder of the scenario, such as trace(traces/monday.csv)")
                : Parsed.Ok<Workload>(new Trace(given.Inside, given.Rates));

    internal override Parsed<Workload> Load(Folder folder) =>
        folder.Open(File, Rates.Column, path => TraceFile.Open(path, File, Rates.Column)).Then(rows => Parsed.Ok<Workload>(this with { Opened = rows }));
}
