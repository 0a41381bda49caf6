using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Backups;

/// <summary>How long a point is on its way: a fixed time, or its bytes over a rate.</summary>
/// <param name="Time">The fixed time; nothing where a rate is given.</param>
/// <param name="Rate">The rate; null where the time is fixed.</param>
public readonly record struct Pace(TimeSpan Time, DataRate? Rate)
{
    /// <summary>Reads <c>30m</c> or <c>200 MB/s</c>.</summary>
    public static readonly Syntax<Pace> Syntax = new("a duration or data rate", $"{Syntaxes.Duration.Pattern}|{Syntaxes.DataRate.Pattern}", "30m", Parse);

    /// <summary>The time for a point of a size.</summary>
    public TimeSpan For(double bytes) => Rate is { } rate ? Transfers.Time(bytes, rate) : Time;

    private static Parsed<Pace> Parse(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal) && !text.Contains("bit", StringComparison.Ordinal) && !text.Contains("bps", StringComparison.Ordinal))
            return Syntaxes.Duration.Parse(text).Then(time => Parsed.Ok(new Pace(time, null)));
        return DataRate.Parse(text).Then(rate => rate.BytesPerSecond > 0
            ? Parsed.Ok(new Pace(TimeSpan.Zero, rate))
            : Parsed.No<Pace>($"'{text}' moves nothing: write a rate of more than 0 B/s, or how long it takes"));
    }
}
