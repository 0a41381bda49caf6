using System.Globalization;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Backups;

/// <summary>One generation of a grandfather-father-son scheme: of each period the first point is kept, for so many periods.</summary>
/// <param name="Period">The length of the period; periods are counted from the start of the run.</param>
/// <param name="Count">How many.</param>
public readonly record struct Generation(TimeSpan Period, int Count)
{
    /// <summary>The number of the period that a moment falls into.</summary>
    public long Of(Kernel.Instant moment) => (long)Math.Floor((decimal)moment.Ticks / Period.Ticks);
}

/// <summary>
/// How long points are kept: for a time after their cut; until so many newer ones can be used; or by generations, where a point that is the first of its
/// day (or week, month, year) stays until the first of the day so many days later can be used, and any other until the next one can.
/// </summary>
/// <param name="Age">Time after the cut; null where another way is used.</param>
/// <param name="Count">How many points; null where another way is used.</param>
/// <param name="Generations">The generations; empty where another way is used.</param>
public sealed record Retention(TimeSpan? Age, int? Count, IReadOnlyList<Generation> Generations)
{
    private static readonly (string Word, TimeSpan Period)[] s_periods =
    [
        ("hourly", TimeSpan.FromHours(1)), ("daily", TimeSpan.FromDays(1)), ("weekly", TimeSpan.FromDays(7)), ("monthly", TimeSpan.FromHours(730)), ("yearly", TimeSpan.FromDays(365)),
    ];

    /// <summary>Reads <c>7d</c>, <c>4</c> or <c>gfs(daily 7 weekly 4 monthly 12)</c>. A month is 730 h, a year 365 d.</summary>
    public static readonly Syntax<Retention> Syntax = new(
        "a duration, a count or gfs(...)", $"{Syntaxes.Duration.Pattern}|^[0-9]+$|^gfs\\([^,]+\\)$", "30d", Parse);

    /// <summary>For a time after the cut.</summary>
    public static Retention For(TimeSpan age) => new(age, null, []);

    /// <summary>The longest time that a point can be kept after its cut, at a cadence at which nothing fails.</summary>
    public TimeSpan LongestAge(TimeSpan every)
    {
        if (Age is { } age) return age;
        if (Count is { } count) return every > TimeSpan.FromDays(36_500) ? TimeSpan.MaxValue : every * count;
        return Generations.Max(generation => generation.Period * (generation.Count + 2));
    }

    private static Parsed<Retention> Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.StartsWith("gfs", StringComparison.Ordinal)) return ParseGenerations(trimmed);
        if (trimmed.Length > 0 && trimmed.All(char.IsAsciiDigit))
            return Syntaxes.Count.Parse(trimmed).Then(count => count >= 1 ? Parsed.Ok(new Retention(null, count, [])) : Nothing(text));
        return Durations.Parse(trimmed).Then(age => age > TimeSpan.Zero ? Parsed.Ok(For(age)) : Nothing(text));
    }

    private static Parsed<Retention> Nothing(string text) => Parsed.No<Retention>($"'{text.Trim()}' keeps nothing: write more than 0s, at least 1 point, or gfs(daily 7 weekly 4 monthly 12)");

    private static Parsed<Retention> ParseGenerations(string text)
    {
        const string Form = "write gfs(daily 7 weekly 4 monthly 12), with any of hourly daily weekly monthly yearly";
        if (!text.StartsWith("gfs(", StringComparison.Ordinal) || !text.EndsWith(')')) return Parsed.No<Retention>($"'{text}' lacks its parentheses: {Form}");
        string[] tokens = text[4..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        List<Generation> generations = [];
        for (int i = 0; i < tokens.Length; i += 2)
        {
            TimeSpan period = s_periods.FirstOrDefault(known => known.Word == tokens[i]).Period;
            bool counts = i + 1 < tokens.Length && int.TryParse(tokens[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
            int count = counts ? int.Parse(tokens[i + 1], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
            if (period == TimeSpan.Zero || count is < 1 or > 10_000) return Parsed.No<Retention>($"in '{text}': '{tokens[i]}{(i + 1 < tokens.Length ? " " + tokens[i + 1] : "")}' is no generation; {Form}");
            generations.Add(new Generation(period, count));
        }
        return generations.Count == 0 ? Parsed.No<Retention>($"'{text}' keeps nothing: {Form}") : Parsed.Ok(new Retention(null, null, generations));
    }
}
