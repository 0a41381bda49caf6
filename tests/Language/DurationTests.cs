using NUnit.Framework;
using Simulator.Models.Quantities;

namespace Simulator.Tests.Language;

public sealed class DurationTests
{
    [TestCase("0s", 0)]
    [TestCase("0.1us", 1)]
    [TestCase("50ms", 500_000)]
    [TestCase("2.85s", 28_500_000)]
    [TestCase("1h 30m", 54_000_000_000)]
    [TestCase("1h30m", 54_000_000_000)]
    [TestCase("4 w", 24_192_000_000_000)]
    [TestCase("10.7h", 385_200_000_000)]
    [TestCase("1y", 315_360_000_000_000)]
    [TestCase("10000y", 3_153_600_000_000_000_000)]
    [TestCase("never", long.MaxValue)]
    public void Durations_are_ticks(string text, long ticks)
    {
        Assert.That(Durations.Parse(text).Problem, Is.Null);
        Assert.That(Durations.Parse(text).Value.Ticks, Is.EqualTo(ticks));
    }

    [TestCase("15", "bare number 15: a duration needs a unit, one of us ms s m h d w y")]
    [TestCase("1h 30", "bare number 30 in '1h 30': a duration needs a unit, one of us ms s m h d w y")]
    [TestCase("5min", "'min' is not a unit of duration, which is one of us ms s m h d w y; did you mean 'm'?")]
    [TestCase("5 months", "'months' is not a unit of duration, which is one of us ms s m h d w y; months differ in length: write days")]
    [TestCase("15:00", "':00' is not a unit of duration, which is one of us ms s m h d w y")]
    [TestCase("-5m", "'-5m' is negative: a duration is 0 or more, such as 30m")]
    [TestCase("30m 1h", "'30m 1h' is out of order: write larger units first and each once, such as 1h 30m")]
    [TestCase("1h 1h", "'1h 1h' is out of order: write larger units first and each once, such as 1h 30m")]
    [TestCase("1h x", "'1h x' is not a duration: after one part comes 'x'")]
    [TestCase("10001y", "'10001y' is too long: a duration is at most 10000y, or 'never'")]
    [TestCase("10000y 1d", "'10000y 1d' is too long: a duration is at most 10000y, or 'never'")]
    [TestCase("0.01us", "'0.01us' is too short: time is told in steps of 0.1us")]
    [TestCase("soon", "'soon' is not a duration: write one like 30m")]
    [TestCase("Never", "'Never' is not a duration: write one like 30m")]
    [TestCase("", "nothing is written: a duration is expected, such as 30m")]
    public void Wrong_durations_say_what_is_right(string text, string problem) => Assert.That(Durations.Parse(text).Problem, Is.EqualTo(problem));

    [Test]
    public void What_is_written_is_read_back_exactly()
    {
        const int seed = 20220405;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++)
        {
            var duration = new TimeSpan(random.NextInt64() >> random.Next(2, 62));
            if (duration > TimeSpan.FromDays(3_650_000)) continue;
            Assert.That(Durations.Parse(Durations.Format(duration)).Value, Is.EqualTo(duration), Durations.Format(duration));
        }
    }

    [TestCase(0, "0s")]
    [TestCase(5, "0.5us")]
    [TestCase(3_500_000, "350ms")]
    [TestCase(45_000_000, "4.5s")]
    [TestCase(54_000_000_000, "1h 30m")]
    [TestCase(8_640_000_000_000, "10d")]
    [TestCase(-600_000_000, "-1m")]
    [TestCase(long.MaxValue, "never")]
    public void Durations_are_written_in_their_natural_units(long ticks, string text) => Assert.That(Durations.Format(new TimeSpan(ticks)), Is.EqualTo(text));
}
