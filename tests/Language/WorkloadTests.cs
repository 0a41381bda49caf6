using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Workloads;

namespace Simulator.Tests.Language;

public sealed class WorkloadTests
{
    private static Workload Read(string text)
    {
        Parsed<Workload> parsed = Syntaxes.DataWorkload.Parse(text);
        Assert.That(parsed.Problem, Is.Null, text);
        return parsed.Value;
    }

    [Test]
    public void A_daily_course_has_its_peak_and_its_trough_twelve_hours_from_it() => Assert.Multiple(() =>
    {
        Workload daily = Read("daily(low 0.1 MB/s high 0.6 MB/s peak 15h)");
        Assert.That(daily.RateAt(TimeSpan.FromHours(15)), Is.EqualTo(600_000));
        Assert.That(daily.RateAt(TimeSpan.FromHours(3)), Is.EqualTo(100_000));
        Assert.That(daily.RateAt(TimeSpan.FromHours(27)), Is.EqualTo(100_000));
        Assert.That(daily.RateAt(TimeSpan.FromHours(9)), Is.EqualTo(350_000).Within(1e-6));
        Assert.That(daily.RateAt(TimeSpan.FromHours(-3)), Is.EqualTo(350_000).Within(1e-6));
        Assert.That(daily.Mean, Is.EqualTo(350_000));
    });

    [TestCase("5 MB/s")]
    [TestCase("daily(low 0.1 MB/s high 0.6 MB/s peak 15h)")]
    [TestCase("daily(low 0 MB/s high 1 MB/s peak 0h)")]
    [TestCase("daily(low 1 MB/s high 1 MB/s peak 23h 59m)")]
    public void What_arrives_between_two_moments_is_the_integral_of_the_rate(string text)
    {
        Workload workload = Read(text);
        const int seed = 20220405;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int i = 0; i < 100; i++)
        {
            TimeSpan clock = TimeSpan.FromHours(24 * random.NextDouble());
            Instant from = new(random.NextInt64(-3 * TimeSpan.TicksPerDay, 3 * TimeSpan.TicksPerDay)), to = from + TimeSpan.FromHours(60 * random.NextDouble());
            const int Steps = 20_000;
            double sum = 0, step = (to - from).TotalSeconds / Steps;
            for (int k = 0; k < Steps; k++) sum += step * workload.RateAt(clock + from.SinceStart + TimeSpan.FromSeconds((k + 0.5) * step));
            Assert.That(workload.Between(from, to, clock), Is.EqualTo(sum).Within(1e-4).Percent);
            Assert.That(workload.Between(to, from, clock), Is.EqualTo(-workload.Between(from, to, clock)));
        }
    }

    [Test]
    public void Whole_days_hold_the_mean_exactly_whatever_the_hour() => Assert.Multiple(() =>
    {
        Workload daily = Read("daily(low 0.1 MB/s high 0.6 MB/s peak 15h)");
        Instant from = Instant.After(TimeSpan.FromHours(7.3));
        Assert.That(daily.Between(from, from + TimeSpan.FromDays(3650), TimeSpan.FromHours(20)), Is.EqualTo(350_000.0 * 86_400 * 3650));
        Assert.That(daily.Between(from, from, TimeSpan.Zero), Is.Zero);
        Assert.That(daily.Between(from, Instant.Never, TimeSpan.Zero), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Read("0 B/s").Between(from, Instant.Never, TimeSpan.Zero), Is.Zero);
    });

    [TestCase("5", "bare number 5: a data rate needs a unit, a size per s, m, h, d or y such as MB/s, or kbit/s, Mbit/s, Gbit/s (a data rate, or daily(low 5 MB/s high 5 MB/s peak 15h))")]
    [TestCase("dayly(low 1 MB/s high 2 MB/s peak 15h)", "'dayly' is not a workload: write a rate such as 5 MB/s, or daily(low ... high ... peak 15h); did you mean 'daily'?")]
    [TestCase("daily(low 1 MB/s high 2 MB/s)", "'daily(low 1 MB/s high 2 MB/s)' is not a daily workload: write daily(low 5 MB/s high 5 MB/s peak 15h)")]
    [TestCase("daily(low 3 MB/s high 2 MB/s peak 15h)", "'daily(low 3 MB/s high 2 MB/s peak 15h)' has a low rate above the high one")]
    [TestCase("daily(low 1 MB/s high 2 MB/s peak 24h)", "'daily(low 1 MB/s high 2 MB/s peak 24h)' has a peak outside the day: it is a time of day from 0h to below 24h")]
    [TestCase("daily(low 1 high 2 MB/s peak 15h)", "in 'daily(low 1 high 2 MB/s peak 15h)': low: bare number 1: a data rate needs a unit, a size per s, m, h, d or y such as MB/s, or kbit/s, Mbit/s, Gbit/s")]
    [TestCase("daily(low 1 MB/s, high 2 MB/s, peak 15h)", "'daily(low 1 MB/s, high 2 MB/s, peak 15h)' has a comma: parameters are separated by spaces alone")]
    [TestCase("daily(low 1 MB/s high 2 MB/s peak 15h", "'daily(low 1 MB/s high 2 MB/s peak 15h' has parentheses that do not pair up")]
    [TestCase("daily 5 MB/s", "'daily 5 MB/s' lacks its parentheses: write daily(low ... high ... peak 15h)")]
    public void Wrong_workloads_say_what_is_right(string text, string problem) => Assert.That(Syntaxes.DataWorkload.Parse(text).Problem, Is.EqualTo(problem));
}
