using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Workloads;

namespace Simulator.Models.Places;

/// <summary>A stream of log that crosses a lane in step with its source: of one database, or of a number of like ones that nothing happens to.</summary>
internal sealed class Carried
{
    private readonly WrittenLog? _log;
    private readonly Workload? _workload;
    private readonly TimeSpan _clock;

    /// <summary>The log of one database.</summary>
    public Carried(WrittenLog log) => _log = log;

    /// <summary>The log of a number of like databases.</summary>
    public Carried(Workload workload, TimeSpan clock, int count) => (_workload, _clock, Count) = (workload, clock, count);

    /// <summary>How many of them there are.</summary>
    public int Count { get; set; } = 1;

    /// <summary>The most that it will be at its present pace, bytes a second.</summary>
    public double Peak => Count * (_log?.PeakRate ?? _workload!.Peak);

    /// <summary>Bytes a second at a moment.</summary>
    public double RateAt(Instant moment) => Count == 0 ? 0 : Count * (_log?.RateAt(moment) ?? _workload!.RateAt(moment, _clock));

    /// <summary>Bytes between two moments.</summary>
    public double Between(Instant from, Instant to) => Count * (_log is null ? _workload!.Between(from, to, _clock) : _log.At(to) - _log.At(from));

    /// <summary>From a moment on, as far as it is even.</summary>
    public RateStep StepAt(Instant from) => _log?.NextStep(from) ?? _workload!.StepAt(from, _clock);
}
