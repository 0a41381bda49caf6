using Simulator.Kernel;

namespace Simulator.Models.Databases.Log;

/// <summary>
/// What has arrived of what was sent. What is under way when the connection breaks is lost and is sent again; a change of the delay holds for what is
/// under way too, but nothing that has arrived leaves again.
/// </summary>
internal sealed class Reception
{
    private readonly Track _sent;
    private readonly List<Era> _eras = [];

    /// <summary>From a moment on: at least the floor, and what was sent a delay ago since a moment; nothing more where nothing arrives.</summary>
    private readonly record struct Era(Instant From, double Floor, TimeSpan Latency, Instant SentSince, bool IsConnected);

    public Reception(Track sent, TimeSpan latency, double? start, Instant now)
    {
        _sent = sent;
        _eras.Add(start is { } floor
            ? new Era(new Instant(long.MinValue), floor, latency, now, IsConnected: true)
            : new Era(new Instant(long.MinValue), double.NegativeInfinity, latency, new Instant(long.MinValue), IsConnected: true));
    }

    /// <summary>Whether what is sent arrives now.</summary>
    public bool IsConnected => _eras[^1].IsConnected;

    /// <summary>Since when what is sent arrives without a break.</summary>
    public Instant SentSince => _eras[^1].SentSince;

    /// <summary>What it has at least.</summary>
    public double Floor => _eras[^1].Floor;

    /// <summary>How long it takes now.</summary>
    public TimeSpan Latency => _eras[^1].Latency;

    /// <summary>What had arrived at a moment.</summary>
    public double At(Instant moment)
    {
        Era era = _eras[^1];
        for (int i = _eras.Count - 2; era.From > moment; i--) era = _eras[i];
        Instant sent = moment - era.Latency;
        return !era.IsConnected || sent < era.SentSince ? era.Floor : Math.Max(era.Floor, _sent.At(sent));
    }

    /// <summary>Nothing arrives any more.</summary>
    public void Break(Instant now)
    {
        double floor = At(now);
        Add(new Era(now, floor, Latency, now, IsConnected: false));
        _sent.Put(now, floor);
    }

    /// <summary>What is sent from now on arrives, from a position on.</summary>
    public void Connect(Instant now, double floor, TimeSpan latency)
    {
        Add(new Era(now, floor, latency, now, IsConnected: true));
        _sent.Put(now, floor);
    }

    /// <summary>It takes another time from now on.</summary>
    public void Delay(Instant now, TimeSpan latency) => Add(_eras[^1] with { From = now, Floor = At(now), Latency = latency });

    private void Add(Era era)
    {
        if (era.From == _eras[^1].From) _eras[^1] = era;
        else _eras.Add(era);
    }
}
