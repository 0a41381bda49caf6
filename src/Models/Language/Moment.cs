using System.Globalization;
using Simulator.Models.Quantities;

namespace Simulator.Models.Language;

/// <summary>A moment as a scenario tells it: so long after the start, or by the UTC clock. Exactly one of the two is given.</summary>
/// <param name="Offset">Time since the start of the run.</param>
/// <param name="Utc">Moment in UTC.</param>
public sealed record Moment(TimeSpan? Offset, DateTime? Utc)
{
    /// <summary>Reads <c>1d 2h</c> or <c>2022-04-05T07:38Z</c>.</summary>
    public static Parsed<Moment> Parse(string text)
    {
        bool date = text.Trim() is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '-', ..] || text.Contains('T', StringComparison.Ordinal);
        if (date) return ParseUtc(text).Then(utc => Parsed.Ok(new Moment(null, utc)));
        if (text.Trim() is not [>= '0' and <= '9' or '-', ..] and not "never")
            return Parsed.No<Moment>($"'{text.Trim()}' is not a moment: write an offset from the start such as 1d, or a UTC moment such as 2022-04-05T07:38Z");
        return Durations.Parse(text).Then(offset => offset == TimeSpan.MaxValue
            ? Parsed.No<Moment>("'never' is not a moment: leave the key out, or switch the block off with none")
            : Parsed.Ok(new Moment(offset, null)));
    }

    /// <summary>Reads <c>YYYY-MM-DDThh:mm[:ss]Z</c>.</summary>
    public static Parsed<DateTime> ParseUtc(string text)
    {
        string trimmed = text.Trim();
        string[] forms = ["yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        if (DateTime.TryParseExact(trimmed, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime moment))
            return Parsed.Ok(moment);
        return Parsed.No<DateTime>(trimmed switch
        {
            _ when trimmed.Length > 10 && !trimmed.EndsWith('Z') => $"'{trimmed}' does not end in Z: moments are in UTC, written like 2022-04-05T07:38Z",
            _ when trimmed.Length == 10 && trimmed.Count(c => c == '-') == 2 => $"'{trimmed}' has no time of day: write {trimmed}T00:00Z",
            _ => $"'{trimmed}' is not a UTC moment: write one like 2022-04-05T07:38Z",
        });
    }

    /// <summary>Time since the start of the run; null where only the clock tells it and the run has no date.</summary>
    /// <param name="starts">The UTC moment at which the run starts; null where only relative time matters.</param>
    public TimeSpan? Since(DateTime? starts) => Offset ?? (Utc - starts);

    /// <summary>As in a scenario.</summary>
    public override string ToString() =>
        Offset is { } offset ? Durations.Format(offset) : Utc!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
