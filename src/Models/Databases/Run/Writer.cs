using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Workloads;

namespace Simulator.Models.Databases.Run;

/// <summary>
/// Who writes one log: sets its pace, and adds up on the way what clients are told is safe, from the workload and not from the log, so that the two can
/// be held against each other when the run ends.
/// </summary>
internal sealed class Writer(WrittenLog log, Workload workload, TimeSpan clock, Instant since)
{
    private double _factor;
    private double? _rate;
    private Instant _since = since;

    /// <summary>The log.</summary>
    public WrittenLog Log => log;

    /// <summary>What was acknowledged until the pace last changed, bytes.</summary>
    public double Acknowledged { get; private set; }

    /// <summary>Times what it is asked to write; 0 while it takes nothing.</summary>
    public double Factor => _factor;

    /// <summary>The writer of a log that has always been written.</summary>
    public static Writer Always(WrittenLog log, Workload workload, TimeSpan clock) => new(log, workload, clock, Instant.Start) { _factor = 1 };

    /// <summary>Writes at another pace from now on, or at a rate of its own; whether that is a change.</summary>
    public bool Set(Instant now, double factor, double? rate)
    {
        if (factor == _factor && rate == _rate) return false;
        Settle(now);
        (_factor, _rate) = (factor, rate);
        if (rate is { } held) log.Hold(now, held, factor);
        else log.Pace(now, factor);
        return true;
    }

    /// <summary>Adds up until now.</summary>
    public double Settle(Instant now)
    {
        if (_rate is { } rate) Acknowledged += rate * (now - _since).TotalSeconds;
        else if (_factor != 0) Acknowledged += _factor * workload.Between(_since, now, clock);
        _since = now;
        return Acknowledged;
    }
}
