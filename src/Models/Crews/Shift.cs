using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Models.Language;

namespace Simulator.Models.Crews;

/// <summary>Hours of the day at which people work: <c>8h-18h</c>, <c>22h-6h</c> over midnight, <c>9h-17h on weekdays</c>.</summary>
/// <param name="From">Since midnight, when they come.</param>
/// <param name="To">Since midnight, when they go; on the next day where that is not after <paramref name="From"/>.</param>
/// <param name="OnWeekdays">Whether they come from Monday to Friday only.</param>
public sealed partial record Shift(TimeSpan From, TimeSpan To, bool OnWeekdays)
{
    private const string Form = "^([0-9]{1,2})h( ([0-9]{1,2})m)?-([0-9]{1,2})h( ([0-9]{1,2})m)?( on weekdays)?$";

    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    /// <summary>How it is written.</summary>
    public static readonly Syntax<Shift> Syntax = new("hours of the day", Form, "8h-18h", Parse);

    /// <summary>From coming to going.</summary>
    public TimeSpan Length => To > From ? To - From : To - From + s_day;

    /// <summary>Its times in a week that begins on Monday: when it begins, each time, since the week's beginning.</summary>
    public IEnumerable<TimeSpan> Beginnings => Enumerable.Range(0, OnWeekdays ? 5 : 7).Select(day => (day * s_day) + From);

    private static Parsed<Shift> Parse(string text)
    {
        Match found = Written().Match(text.Trim());
        return found.Success && Time(found.Groups[1], found.Groups[3]) is { } from && Time(found.Groups[4], found.Groups[6]) is { } to
            ? Parsed.Ok(new Shift(from, to, found.Groups[7].Success))
            : Parsed.No<Shift>($"'{text}' is not hours of the day: write them as 8h-18h, 22h-6h or 9h-17h 30m on weekdays");
    }

    private static TimeSpan? Time(Group hours, Group minutes)
    {
        int hour = int.Parse(hours.Value, CultureInfo.InvariantCulture), minute = minutes.Success ? int.Parse(minutes.Value, CultureInfo.InvariantCulture) : 0;
        return hour <= 24 && minute < 60 && (hour < 24 || minute == 0) ? new TimeSpan(hour % 24, minute, 0) : null;
    }

    [GeneratedRegex(Form, RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
