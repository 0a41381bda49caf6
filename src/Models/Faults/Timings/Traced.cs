using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Faults.Timings;

/// <summary>
/// Faults as a file tells them that stands beside the scenario: its first line is <c>start,target,end</c>, each other one fault. Lines may stand in any order. What had ended before
/// the run is left out; what had begun by then begins with it.
/// </summary>
/// <param name="File">The file's path from the scenario's folder.</param>
public sealed record Traced(string File) : Timing
{
    /// <summary>How the file is named.</summary>
    public static readonly Syntax<Traced?> Syntax = new Syntax<Traced?>("a CSV file", @"^[^\s\\]+\.csv$", "faults.csv", text => Folder.Misnamed(text) is { } problem
            ? Parsed.No<Traced?>($"'{text}' {problem}")
            : Parsed.Ok<Traced?>(new Traced(text)))
        .Loading((trace, folder) => trace is null ? Parsed.Ok(trace) : folder.Open(trace.File, "faults", path => TraceReader.Read(path, trace.File)).Then(rows => Parsed.Ok<Traced?>(trace with { Rows = rows })))
        .Naming(trace => trace?.Rows.SelectMany(row => row.Target.Refers().Select(meant => meant with { From = $"{trace.File}:{row.Line}: " })) ?? [])
        .Or("none", null);

    /// <summary>The faults, in the order of the file.</summary>
    internal IReadOnlyList<TraceRow> Rows { get; init; } = [];

    /// <inheritdoc/>
    internal override void Begin(World world, Named<Fault> fault)
    {
        foreach (TraceRow row in Rows) world.Forever.Start(Run(world, fault, row));
    }

    internal static void Check(Fields fields, Named<Fault> fault, Traced? told, Scenario scenario)
    {
        string path = $"faults.{fault.Name}.from";
        fields.Check(told is null || fault.Value is Disruption, path, "record of deletions", () => "a record tells which places, copies and links failed from when to when: say with at, every or after when tenants are deleted");
        TraceRow? utc = scenario.Starts is null ? told?.Rows.FirstOrDefault(row => row.Start.Utc is not null) : null;
        fields.Check(utc is null, path, "UTC instants without start", () => $"{told!.File}:{utc!.Line}: the line has UTC instants, but the run has none: give run.starts, or write offsets such as 1d");
        TraceRow? ends = fault.Value is Disruption { CanEnd: false } ? told?.Rows.FirstOrDefault(row => row.End is not null) : null;
        fields.Check(ends is null, path, "end of what has none", () => $"{told!.File}:{ends!.Line}: this fault does not end by itself: leave the end empty");
    }

    private static async Process Run(World world, Named<Fault> fault, TraceRow row)
    {
        TimeSpan start = Since(row.Start), end = row.End is { } told ? Since(told) : TimeSpan.MaxValue;
        if (end <= TimeSpan.Zero) return;
        start = start < TimeSpan.Zero ? TimeSpan.Zero : start;
        await world.Forever.WaitUntil(Instant.After(start));
        Delay lasts = Delay.Always(end == TimeSpan.MaxValue ? end : end - start);
        await world.Strike(fault with { Value = ((Disruption)fault.Value) with { Target = row.Target, Lasts = lasts } }, new Occurrence(world, fault.Name, row.Line - TraceReader.FirstLine));

        TimeSpan Since(Moment moment) => moment.Since(world.Scenario.Starts) ?? TimeSpan.Zero;
    }
}
