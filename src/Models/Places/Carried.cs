using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Workloads;

namespace Simulator.Models.Places;

/// <summary>A stream of log that crosses a lane in step with its source: of one database, or of a number of like ones that nothing happens to.</summary>
internal sealed class Carried
{
    private readonly WrittenLog? _log;
    private readonly Action? _crowded;
    private readonly double _share = 1;
    private readonly Workload? _workload;
    private readonly TimeSpan _clock;

    /// <summary>The log of one database.</summary>
    /// <param name="log">The log.</param>
    /// <param name="crowded">Called when more of it is wanted than its fair share, where its clients do not wait for it.</param>
    /// <param name="share">The part of its bytes that crosses the lane.</param>
    public Carried(WrittenLog log, Action? crowded = null, double share = 1) => (_log, _crowded, _share) = (log, crowded, share);

    /// <summary>The log of a number of like databases.</summary>
    public Carried(Workload workload, TimeSpan clock, int count) => (_workload, _clock, Count) = (workload, clock, count);

    /// <summary>How many of them there are.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Whether commits wait for whoever receives it: then it is held back to its share, and never left behind.</summary>
    public bool IsWaitedFor { get; set; }

    /// <summary>What its clients are held back to in any case, bytes a second, by what a standby applies; infinite for nothing.</summary>
    public double Limit { get; set; } = double.PositiveInfinity;

    /// <summary>
    /// The most that is wanted of it at its present pace, bytes a second; each of them. It is what the clients want, also of a log that is held back: if what
    /// is written counted, a second standby of a database would want what the first one's share allows, and the two would chase each other.
    /// </summary>
    public double PeakWanted => Math.Min(Limit, _log is null ? _workload!.Peak : _share * _log.PeakWanted);

    /// <summary>Bytes a second that are wanted of it at a moment; each of them.</summary>
    public double WantedAt(Instant moment) => Math.Min(Limit, _log is null ? _workload!.RateAt(moment, _clock) : _share * _log.WantedAt(moment));

    /// <summary>What is wanted of it from a moment on, each of them, as far as that is even.</summary>
    public RateStep WantedStep(Instant from)
    {
        if (_log is null) return StepAt(from);
        RateStep step = _log.WantedStep(from);
        return step with { Rate = Math.Min(Limit, _share * step.Rate) };
    }

    /// <summary>What is wanted of it in the mean from a moment on till another within its step; each of them.</summary>
    public double WantedUntil(Instant from, Instant until)
    {
        if (until.IsNever) return WantedStep(from).Rate;
        double bytes = _log is null ? _workload!.Between(from, until, _clock) : _share * _log.WantedBetween(from, until);
        return Math.Min(Limit, bytes / (until - from).TotalSeconds);
    }

    /// <summary>What is written of it in the mean from a moment on till another within its step; each of them.</summary>
    public double WrittenUntil(Instant from, Instant until) => until.IsNever || Count == 0 ? StepAt(from).Rate : Between(from, until) / Count / (until - from).TotalSeconds;

    /// <summary>Its lane is too full for it.</summary>
    public void Yield() => _crowded?.Invoke();

    /// <summary>Bytes between two moments.</summary>
    public double Between(Instant from, Instant to) => Count * (_log is null ? _workload!.Between(from, to, _clock) : _share * (_log.At(to) - _log.At(from)));

    /// <summary>From a moment on, as far as it is even.</summary>
    public RateStep StepAt(Instant from) => Shared(_log?.NextStep(from)) ?? _workload!.StepAt(from, _clock);

    private RateStep? Shared(RateStep? step) => step is { } of ? of with { Rate = _share * of.Rate } : null;
}
