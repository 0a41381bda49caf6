using System.Globalization;
using System.Text;
using Simulator.Models.Language;

namespace Simulator.Models.Quantities;

/// <summary>How durations are written: <c>1h 30m</c>, <c>2.85s</c>, <c>never</c>. They are exact to 100 ns and at most 10,000 years.</summary>
public static class Durations
{
    private const string Example = "30m";
    private static readonly (string Word, long Ticks)[] s_units =
    [
        ("y", 365 * TimeSpan.TicksPerDay), ("w", 7 * TimeSpan.TicksPerDay), ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond), ("ms", TimeSpan.TicksPerMillisecond), ("us", TimeSpan.TicksPerMicrosecond),
    ];

    private static readonly decimal s_longest = 10_000m * 365 * TimeSpan.TicksPerDay;

    /// <summary>Reads one or more <c>number unit</c>, larger units first, or <c>never</c>, which is <see cref="TimeSpan.MaxValue"/>. A year is 365 days.</summary>
    public static Parsed<TimeSpan> Parse(string text)
    {
        string rest = text.Trim();
        if (rest == "never") return Parsed.Ok(TimeSpan.MaxValue);
        decimal total = 0;
        long previous = long.MaxValue;
        do
        {
            Parsed<(decimal Number, string Tail)> split = Numbers.Split(rest, "a duration", Example);
            if (split.Problem is { } problem) return Parsed.No<TimeSpan>(rest == text.Trim() ? problem : $"'{text.Trim()}' is not a duration: after one part comes '{rest}'");
            int letters = split.Value.Tail.TakeWhile(char.IsAsciiLetter).Count();
            string unit = split.Value.Tail[..letters];
            if (unit.Length == 0 && split.Value.Tail.Length == 0) return Parsed.No<TimeSpan>(Bare(split.Value.Number, text.Trim()));
            long ticks = s_units.FirstOrDefault(known => known.Word == unit).Ticks;
            if (ticks == 0) return Parsed.No<TimeSpan>(NoUnit(letters == 0 ? split.Value.Tail : unit));
            if (ticks >= previous) return Parsed.No<TimeSpan>($"'{text.Trim()}' is out of order: write larger units first and each once, such as 1h 30m");
            if (split.Value.Number > s_longest / ticks) return Parsed.No<TimeSpan>($"'{text.Trim()}' is too long: a duration is at most 10000y, or 'never'");
            total += split.Value.Number * ticks;
            previous = ticks;
            rest = split.Value.Tail[letters..].TrimStart();
        }
        while (rest.Length > 0);
        return Rounded(total, text.Trim());
    }

    /// <summary>Writes a duration exactly, so that reading it gives it back: <c>1d 2h 3m 4.5s</c>, <c>350ms</c>, <c>0.1us</c>, <c>never</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.MaxValue) return "never";
        if (duration == TimeSpan.Zero) return "0s";
        if (duration < TimeSpan.Zero) return "-" + Format(duration == TimeSpan.MinValue ? TimeSpan.MaxValue : duration.Negate());
        if (duration < TimeSpan.FromMilliseconds(1)) return Number(duration.Ticks / 10m) + "us";
        if (duration < TimeSpan.FromSeconds(1)) return Number(duration.Ticks / (decimal)TimeSpan.TicksPerMillisecond) + "ms";
        var text = new StringBuilder();
        if (duration.Days > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Days}d ");
        if (duration.Hours > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Hours}h ");
        if (duration.Minutes > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Minutes}m ");
        decimal seconds = duration.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond;
        if (seconds > 0) text.Append(Number(seconds)).Append("s ");
        return text.ToString(0, text.Length - 1);
    }

    private static Parsed<TimeSpan> Rounded(decimal ticks, string text)
    {
        if (ticks > s_longest) return Parsed.No<TimeSpan>($"'{text}' is too long: a duration is at most 10000y, or 'never'");
        if (ticks is > 0 and < 1) return Parsed.No<TimeSpan>($"'{text}' is too short: time is told in steps of 0.1us");
        return Parsed.Ok(new TimeSpan((long)decimal.Round(ticks)));
    }

    private static string Bare(decimal number, string text) =>
        $"bare number {Number(number)}{(text.Contains(' ', StringComparison.Ordinal) ? $" in '{text}'" : "")}: a duration needs a unit, one of us ms s m h d w y";

    private static string NoUnit(string unit) =>
        $"'{unit}' is not a unit of duration, which is one of us ms s m h d w y" + unit switch
        {
            "min" or "mins" or "minute" or "minutes" or "M" => "; did you mean 'm'?",
            "sec" or "secs" or "second" or "seconds" or "S" => "; did you mean 's'?",
            "hr" or "hrs" or "hour" or "hours" or "H" => "; did you mean 'h'?",
            "day" or "days" or "D" => "; did you mean 'd'?",
            "week" or "weeks" or "W" => "; did you mean 'w'?",
            "year" or "years" or "a" or "Y" => "; did you mean 'y'?",
            "mo" or "month" or "months" => "; months differ in length: write days",
            _ => "",
        };

    private static string Number(decimal value) => value.ToString("0.#######", CultureInfo.InvariantCulture);
}
