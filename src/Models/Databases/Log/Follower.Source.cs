using Simulator.Kernel;

namespace Simulator.Models.Databases.Log;

/// <content>Where the log comes from: its writer, or another follower, who passes on what he has received.</content>
public sealed partial class Follower
{
    /// <summary>What there is to send at a moment.</summary>
    private double SourceAt(Instant moment) => _upstream?.ReceivedAt(moment) ?? Log.At(moment);

    /// <summary>Bytes a second that come to what there is to send.</summary>
    private double SourceRateAt(Instant moment)
    {
        if (_upstream is null) return Log.RateAt(moment);
        Instant sent = moment - _upstream._received.Latency;
        return _upstream._received.IsConnected ? _upstream._sent.OwnRateAt(sent) ?? _upstream.SourceRateAt(sent) : 0;
    }

    /// <summary>Until when that goes on evenly, as far as is known.</summary>
    private Instant SourceStepEnd(Instant moment)
    {
        if (_upstream is null) return Log.NextStep(moment).Until;
        TimeSpan latency = _upstream._received.Latency;
        return Instant.Earlier(_upstream._sent.NextChange(moment - latency), _upstream.SourceStepEnd(moment - latency)) + latency;
    }

    /// <summary>Whether the source gets the log as it is written, applied or not, and what was sent to it before has arrived: then what it has is the log, a little later.</summary>
    private bool IsSourceSteady(Instant now) =>
        _upstream is null || (_upstream.Receives && _upstream._sent.IsWithLeader && _upstream._sent.NextChange(now - _upstream._received.Latency).IsNever && _upstream.IsSourceSteady(now - _upstream._received.Latency));
}
