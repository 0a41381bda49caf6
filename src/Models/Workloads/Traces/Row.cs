using System.Buffers.Text;
using System.Text;
using Simulator.Models.Language;

namespace Simulator.Models.Workloads.Traces;

/// <summary>One line of a trace.</summary>
/// <param name="Ticks">Its time in ticks of 100 ns, from the trace's own origin.</param>
/// <param name="Rate">The rate from then on, in base units per second.</param>
internal readonly record struct Row(long Ticks, double Rate)
{
    private const decimal Latest = 10_000m * 365 * 86_400;

    /// <summary>Reads <c>12.5,3000000</c>.</summary>
    public static Parsed<Row> Parse(ReadOnlySpan<byte> line)
    {
        int comma = line.IndexOf((byte)',');
        if (line.Trim((byte)' ').IsEmpty) return Parsed.No<Row>("the line is empty: each has a time in seconds, a comma and a rate per second");
        if (comma < 0 || line[(comma + 1)..].Contains((byte)','))
            return Parsed.No<Row>($"'{Shown(line)}' has {(comma < 0 ? "one column" : "more than two columns")}: a time in seconds, a comma and a rate per second are expected");
        ReadOnlySpan<byte> time = line[..comma].Trim((byte)' '), rate = line[(comma + 1)..].Trim((byte)' ');
        if (!Utf8Parser.TryParse(time, out decimal seconds, out int used) || used != time.Length)
            return Parsed.No<Row>($"'{Shown(time)}' is not a time: write seconds as a number, such as 12.5");
        if (Math.Abs(seconds) > Latest) return Parsed.No<Row>($"'{Shown(time)}' is too far away: times are within 10000 years of 0");
        if (!Utf8Parser.TryParse(rate, out double value, out used) || used != rate.Length || !double.IsFinite(value))
            return Parsed.No<Row>($"'{Shown(rate)}' is not a rate: write a number per second without a unit, such as 3000000");
        return value < 0
            ? Parsed.No<Row>($"'{Shown(rate)}' is negative: a rate is 0 or more")
            : Parsed.Ok(new Row((long)decimal.Round(seconds * TimeSpan.TicksPerSecond), value));
    }

    /// <summary>The beginning of a text of the file, fit for a message.</summary>
    public static string Shown(ReadOnlySpan<byte> text) =>
        string.Concat(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 40)]).Select(c => char.IsControl(c) ? '?' : c)) + (text.Length > 40 ? "..." : "");
}
