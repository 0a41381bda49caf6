using NUnit.Framework;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Tests.Language;

public sealed class QuantityTests
{
    [TestCase("0B", 0)]
    [TestCase("4.7 MB", 4_700_000)]
    [TestCase("189MB", 189_000_000)]
    [TestCase("1 MiB", 1_048_576)]
    [TestCase("2 TiB", 2_199_023_255_552)]
    [TestCase("1.36 TB", 1.36e12)]
    [TestCase("50 PB", 5e16)]
    public void Sizes_are_bytes(string text, double bytes) => Assert.That(DataSize.Parse(text), Is.EqualTo(Parsed.Ok(new DataSize(bytes))));

    [TestCase("5 MB/s", 5e6)]
    [TestCase("10 Gbit/s", 1.25e9)]
    [TestCase("60 Mbit/s", 7.5e6)]
    [TestCase("60 Mbps", 7.5e6)]
    [TestCase("86.4 GB/d", 1e6)]
    [TestCase("6 kB/m", 100)]
    [TestCase("0 B/s", 0)]
    public void Data_rates_are_bytes_per_second(string text, double rate) => Assert.That(DataRate.Parse(text), Is.EqualTo(Parsed.Ok(new DataRate(rate))));

    [TestCase("120/s", 120)]
    [TestCase("30 /m", 0.5)]
    [TestCase("365/y", 365.0 / 31_536_000)]
    public void Frequencies_are_per_second(string text, double rate) => Assert.That(Frequency.Parse(text), Is.EqualTo(Parsed.Ok(new Frequency(rate))));

    [TestCase("2.5%", 0.025)]
    [TestCase("0%", 0)]
    [TestCase("100 %", 1)]
    public void Shares_are_fractions(string text, double fraction) => Assert.That(Share.Parse(text), Is.EqualTo(Parsed.Ok(new Share(fraction))));

    [TestCase("5", "bare number 5: a size needs a unit, one of B kB MB GB TB PB KiB MiB GiB TiB")]
    [TestCase("5 mb", "'mb' is not a unit of size, which is one of B kB MB GB TB PB KiB MiB GiB TiB; did you mean 'MB'?")]
    [TestCase("5 GB/s", "'GB/s' is not a unit of size, which is one of B kB MB GB TB PB KiB MiB GiB TiB; did you mean 'GB'?")]
    [TestCase("-5 MB", "'-5 MB' is negative: a size is 0 or more, such as 50 GB")]
    [TestCase("1e12 B", "'1e12 B' is in exponent form: write the number in digits alone")]
    [TestCase("1,000 MB", "'1,000 MB' separates digits: write the number in digits alone, with a point for a fraction")]
    [TestCase(".5 MB", "'.5 MB' begins with a point: write 0.5 MB")]
    [TestCase("big", "'big' is not a size: write one like 50 GB")]
    [TestCase("", "nothing is written: a size is expected, such as 50 GB")]
    [TestCase("99999 PB", "'99999 PB' is too large: a size is at most 10000 PB")]
    [TestCase("1234567890123456789012345678901 B", "'1234567890123456789012345678901 B' has more digits than any real quantity: at most 28")]
    public void Wrong_sizes_say_what_is_right(string text, string problem) => Assert.That(DataSize.Parse(text).Problem, Is.EqualTo(problem));

    [TestCase("5", "bare number 5: a data rate needs a unit, a size per s, m, h, d or y such as MB/s, or kbit/s, Mbit/s, Gbit/s")]
    [TestCase("5 MBps", "'MBps' is not a unit of data rate, which is a size per s, m, h, d or y such as MB/s, or kbit/s, Mbit/s, Gbit/s; did you mean 'MB/s'?")]
    [TestCase("5 Mb/s", "'Mb/s' could be bits or bytes: write Mbit/s or MB/s")]
    [TestCase("5 MB", "'MB' is not a unit of data rate, which is a size per s, m, h, d or y such as MB/s, or kbit/s, Mbit/s, Gbit/s; did you mean 'MB/s'?")]
    public void Wrong_data_rates_say_what_is_right(string text, string problem) => Assert.That(DataRate.Parse(text).Problem, Is.EqualTo(problem));

    [TestCase("5", "bare number 5: a frequency needs a unit, one of /s /m /h /d /y")]
    [TestCase("5 Hz", "'Hz' is not a unit of frequency, which is one of /s /m /h /d /y")]
    public void Wrong_frequencies_say_what_is_right(string text, string problem) => Assert.That(Frequency.Parse(text).Problem, Is.EqualTo(problem));

    [TestCase("0.5", "bare number 0.5: a share needs a percent sign, such as 2.5%")]
    [TestCase("101%", "'101%' is too large: a share is between 0% and 100%")]
    [TestCase("5 percent", "'percent' is not a unit of share, which is %: write one like 2.5%")]
    [TestCase("-1%", "'-1%' is negative: a share is 0 or more, such as 2.5%")]
    public void Wrong_shares_say_what_is_right(string text, string problem) => Assert.That(Share.Parse(text).Problem, Is.EqualTo(problem));

    [Test]
    public void Units_are_chosen_by_magnitude() => Assert.Multiple(() =>
    {
        Assert.That(new DataSize(1.36e12).ToString(), Is.EqualTo("1.36 TB"));
        Assert.That(new DataSize(12).ToString(), Is.EqualTo("12 B"));
        Assert.That(new DataSize(0.25).ToString(), Is.EqualTo("0.25 B"));
        Assert.That(DataSize.Zero.ToString(), Is.EqualTo("0 B"));
        Assert.That(new DataRate(7.5e6).ToString(), Is.EqualTo("7.5 MB/s"));
        Assert.That(new Frequency(0.5).ToString(), Is.EqualTo("30/m"));
        Assert.That(new Frequency(0).ToString(), Is.EqualTo("0/s"));
        Assert.That(new Share(0.978).ToString(), Is.EqualTo("97.8%"));
    });
}
