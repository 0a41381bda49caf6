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

    private static double RateAfter(Workload workload, double hours, double clock = 0) =>
        workload.RateAt(Instant.After(TimeSpan.FromHours(hours)), TimeSpan.FromHours(clock));

    [Test]
    public void A_week_has_a_weekend_and_begins_on_a_Monday() => Assert.Multiple(() =>
    {
        Workload share = Read("weekly(low 1 MB/s high 6 MB/s peak 15h weekend 30%)"), rate = Read("weekly(5 MB/s weekend 1 MB/s)");
        Assert.That(RateAfter(share, 4 * 24 + 15), Is.EqualTo(6e6));
        Assert.That(RateAfter(share, 5 * 24 + 15), Is.EqualTo(1.8e6).Within(1e-6));
        Assert.That(RateAfter(share, 15, clock: 6 * 24), Is.EqualTo(1.8e6).Within(1e-6), "a run that starts on a Sunday");
        Assert.That(RateAfter(share, 15 - 24), Is.EqualTo(1.8e6).Within(1e-6), "the day before it started on a Monday");
        Assert.That(share.Mean, Is.EqualTo(3.5e6 * (5 + 0.6) / 7).Within(1e-6));
        Assert.That((RateAfter(rate, 100), RateAfter(rate, 150)), Is.EqualTo((5e6, 1e6)));
        Assert.That(RateAfter(Read("weekly(batch(base 1 MB/s plus 20 MB/s at 23h lasts 2h) weekend 50%)"), 24.5), Is.EqualTo(21e6));
    });

    [Test]
    public void Bursts_come_on_the_hour_and_batch_jobs_at_their_time_of_day() => Assert.Multiple(() =>
    {
        Workload bursts = Read("bursts(base 1 MB/s burst 16 MB/s every 1h lasts 3s)"), batch = Read("batch(base 1 MB/s plus 20 MB/s at 23h lasts 2h)");
        Assert.That((RateAfter(bursts, 7), RateAfter(bursts, 7.1), bursts.Peak), Is.EqualTo((16e6, 1e6, 16e6)));
        Assert.That(RateAfter(bursts, 0.75, clock: 10.25), Is.EqualTo(16e6));
        Assert.That(bursts.Between(Instant.Start, Instant.After(TimeSpan.FromHours(2)), TimeSpan.Zero), Is.EqualTo(2 * (3600e6 + 45e6)));
        Assert.That((RateAfter(batch, 22), RateAfter(batch, 24), RateAfter(batch, 25), RateAfter(batch, -0.5)), Is.EqualTo((1e6, 21e6, 1e6, 21e6)));
        Assert.That(batch.Mean, Is.EqualTo(1e6 + 20e6 / 12).Within(1e-6));
        Assert.That(RateAfter(Read("1 MB/s + bursts(base 0 B/s burst 2 MB/s every 1h lasts 1s) + 3 MB/s"), 5), Is.EqualTo(6e6));
    });

    [Test]
    public void A_daily_course_has_its_peak_and_its_trough_twelve_hours_from_it() => Assert.Multiple(() =>
    {
        Workload daily = Read("daily(low 0.1 MB/s high 0.6 MB/s peak 15h)");
        Assert.That(RateAfter(daily, 15), Is.EqualTo(600_000));
        Assert.That(RateAfter(daily, 3), Is.EqualTo(100_000));
        Assert.That(RateAfter(daily, 27), Is.EqualTo(100_000));
        Assert.That(RateAfter(daily, 9), Is.EqualTo(350_000).Within(1e-6));
        Assert.That(RateAfter(daily, -3), Is.EqualTo(350_000).Within(1e-6));
        Assert.That((daily.Mean, daily.Peak), Is.EqualTo((350_000, 600_000)));
    });

    [TestCase("5 MB/s")]
    [TestCase("daily(low 0.1 MB/s high 0.6 MB/s peak 15h)")]
    [TestCase("daily(low 0 MB/s high 1 MB/s peak 0h)")]
    [TestCase("daily(low 1 MB/s high 1 MB/s peak 23h 59m)")]
    [TestCase("weekly(low 1 MB/s high 6 MB/s peak 15h weekend 30%)")]
    [TestCase("weekly(daily(low 1 MB/s high 6 MB/s peak 15h) + batch(base 0 B/s plus 5 MB/s at 23h lasts 2h) weekend 1 MB/s)")]
    [TestCase("bursts(base 1 MB/s burst 2 MB/s every 7h lasts 50m)")]
    [TestCase("batch(base 1 MB/s plus 2 MB/s at 23h lasts 2h)")]
    [TestCase("2 MB/s + batch(base 1 MB/s plus 2 MB/s at 2h lasts 24h) + daily(low 0 MB/s high 1 MB/s peak 0h)")]
    public void What_arrives_between_two_moments_is_the_integral_of_the_rate(string text)
    {
        Workload workload = Read(text);
        const int seed = 20220405;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int i = 0; i < 100; i++)
        {
            TimeSpan clock = TimeSpan.FromHours(168 * random.NextDouble());
            Instant from = new(random.NextInt64(-3 * TimeSpan.TicksPerDay, 3 * TimeSpan.TicksPerDay)), to = from + TimeSpan.FromHours(60 * random.NextDouble());
            const int Steps = 20_000;
            double sum = 0, step = (to - from).TotalSeconds / Steps;
            for (int k = 0; k < Steps; k++) sum += step * workload.RateAt(from + TimeSpan.FromSeconds((k + 0.5) * step), clock);
            Assert.That(workload.Between(from, to, clock), Is.EqualTo(sum).Within(text.Contains("bur") || text.Contains("bat") ? 0.1 : text.Contains("week") ? 0.02 : 1e-4).Percent);
            Assert.That(workload.Between(to, from, clock), Is.EqualTo(-workload.Between(from, to, clock)).Within(1e-9).Percent);
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
    [TestCase("dayly(low 1 MB/s high 2 MB/s peak 15h)", "'dayly' is not a workload: write a rate such as 5 MB/s, or one of daily weekly bursts batch trace, each with (...); did you mean 'daily'?")]
    [TestCase("daily(low 1 MB/s high 2 MB/s)", "'daily(low 1 MB/s high 2 MB/s)' is not a daily workload: write daily(low 5 MB/s high 5 MB/s peak 15h)")]
    [TestCase("daily(low 3 MB/s high 2 MB/s peak 15h)", "'daily(low 3 MB/s high 2 MB/s peak 15h)' has a low rate above the high one")]
    [TestCase("daily(low 1 MB/s high 2 MB/s peak 24h)", "'daily(low 1 MB/s high 2 MB/s peak 24h)' has a peak outside the day: it is a time of day from 0h to below 24h")]
    [TestCase("daily(low 1 high 2 MB/s peak 15h)", "in 'daily(low 1 high 2 MB/s peak 15h)': low: bare number 1: a data rate needs a unit, a size per s, m, h, d or y such as MB/s, or kbit/s, Mbit/s, Gbit/s")]
    [TestCase("daily(low 1 MB/s, high 2 MB/s, peak 15h)", "'daily(low 1 MB/s, high 2 MB/s, peak 15h)' has a comma: parameters are separated by spaces alone")]
    [TestCase("daily(low 1 MB/s high 2 MB/s peak 15h", "'daily(low 1 MB/s high 2 MB/s peak 15h' has parentheses that do not pair up")]
    [TestCase("daily 5 MB/s", "'daily 5 MB/s' lacks its parentheses: write daily(...)")]
    [TestCase("weekly(low 1 MB/s high 6 MB/s peak 15h)", "'weekly(low 1 MB/s high 6 MB/s peak 15h)' is not a weekly workload: write weekly(low 5 MB/s high 5 MB/s peak 15h weekend 30%)")]
    [TestCase("weekly(5 MB/s weekend 2)", "in 'weekly(5 MB/s weekend 2)': weekend: bare number 2: a data rate needs a unit, a size per s, m, h, d or y such as MB/s, or kbit/s, Mbit/s, Gbit/s (a share of a weekday such as 30%, or a rate)")]
    [TestCase("weekly(trace(a.csv) weekend 2%)", "'weekly(trace(a.csv) weekend 2%)' has weekdays that differ: what stands before 'weekend' must repeat every day")]
    [TestCase("weekly(bursts(base 1 MB/s burst 2 MB/s every 7h lasts 1s) weekend 2%)", "'weekly(bursts(base 1 MB/s burst 2 MB/s every 7h lasts 1s) weekend 2%)' has weekdays that differ: what stands before 'weekend' must repeat every day")]
    [TestCase("bursts(base 1 MB/s burst 2 MB/s every 1h lasts 2h)", "'bursts(base 1 MB/s burst 2 MB/s every 1h lasts 2h)' has bursts that do not fit: a burst lasts more than 0s and at most as long as it is to the next")]
    [TestCase("bursts(base 3 MB/s burst 2 MB/s every 1h lasts 2s)", "'bursts(base 3 MB/s burst 2 MB/s every 1h lasts 2s)' has a base above its bursts")]
    [TestCase("bursts(base 1 MB/s burst 2 MB/s every never lasts 2s)", "in 'bursts(base 1 MB/s burst 2 MB/s every never lasts 2s)': every: 'never' is no time here: leave the workload out")]
    [TestCase("batch(base 1 MB/s plus 2 MB/s at 25h lasts 2h)", "'batch(base 1 MB/s plus 2 MB/s at 25h lasts 2h)' has a job outside the day: it begins at a time of day from 0h to below 24h")]
    [TestCase("batch(base 1 MB/s plus 2 MB/s at 2h lasts 25h)", "'batch(base 1 MB/s plus 2 MB/s at 2h lasts 25h)' has a job that does not fit: it lasts more than 0s and at most a day")]
    [TestCase("batch(base 1 MB/s plus 2 MB/s)", "'batch(base 1 MB/s plus 2 MB/s)' is not a batch workload: write batch(base 5 MB/s plus 5 MB/s at 2h lasts 90m)")]
    [TestCase("trace(week)", "'trace(week)' names no file: write trace(monday.csv), a CSV file in the folder of the scenario")]
    [TestCase("trace(/data/week.csv)", "'trace(/data/week.csv)' names a file of this machine alone: write its path from the folder of the scenario, such as trace(traces/monday.csv)")]
    [TestCase("1 MB/s + burst(base 1 MB/s)", "'burst' is not a workload: write a rate such as 5 MB/s, or one of daily weekly bursts batch trace, each with (...); did you mean 'bursts'?")]
    public void Wrong_workloads_say_what_is_right(string text, string problem) => Assert.That(Syntaxes.DataWorkload.Parse(text).Problem, Is.EqualTo(problem));
}
