using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Workloads;

namespace Simulator.Tests.Theory;

/// <summary>A course in steps: exact at their ends, within 0.1 % of a mean day's volume between them, and few.</summary>
[Parallelizable(ParallelScope.All)]
public class WorkloadSteps
{
    [TestCase("5 MB/s", 1)]
    [TestCase("daily(low 0 MB/s high 6 MB/s peak 15h)", 24 * 7 + 1)]
    [TestCase("daily(low 1 MB/s high 6 MB/s peak 15h 20m)", 24 * 7 + 1)]
    [TestCase("daily(low 5 MB/s high 6 MB/s peak 15h)", 8 * 7 + 1)]
    [TestCase("weekly(low 1 MB/s high 6 MB/s peak 15h weekend 30%)", 25 * 7)]
    [TestCase("weekly(low 0 MB/s high 6 MB/s peak 15h weekend 0%)", 32 * 7)]
    [TestCase("bursts(base 1 MB/s burst 16 MB/s every 1h lasts 3s)", 1)]
    [TestCase("bursts(base 0 MB/s burst 16 MB/s every 5h lasts 1h)", 70)]
    [TestCase("bursts(base 0 MB/s burst 16 MB/s every 1m lasts 30s)", 1)]
    [TestCase("batch(base 1 MB/s plus 20 MB/s at 2h lasts 2h)", 15)]
    [TestCase("daily(low 0 MB/s high 6 MB/s peak 15h) + batch(base 1 MB/s plus 20 MB/s at 2h lasts 2h) + bursts(base 0 MB/s burst 16 MB/s every 1h lasts 3s)", 2 * 24 * 7 + 1)]
    public void Steps_are_exact_at_their_ends_close_between_them_and_few(string text, int most)
    {
        Workload workload = Syntaxes.DataWorkload.Parse(text).Value;
        TimeSpan clock = TimeSpan.FromHours(31.7);
        double worst = 0, position = 0;
        int steps = 0;
        Instant first = Instant.After(TimeSpan.FromDays(-2.3)), last = first + TimeSpan.FromDays(7);
        foreach (RateStep step in workload.Steps(first, clock))
        {
            steps++;
            Instant end = Instant.Earlier(step.Until, last);
            for (int i = 1; i <= 200; i++)
            {
                Instant at = step.From + (end - step.From) * (i / 200.0);
                worst = Math.Max(worst, Math.Abs(position + step.Rate * (at - step.From).TotalSeconds - workload.Between(first, at, clock)));
            }
            position += step.Rate * (end - step.From).TotalSeconds;
            if (step.Until < last) Assert.That(position, Is.EqualTo(workload.Between(first, step.Until, clock)).Within(1e-9).Percent.Or.EqualTo(0).Within(1e-3));
            if (step.Until >= last) break;
        }
        TestContext.Out.WriteLine($"{steps} steps in a week, off by {worst / (workload.Mean * 864):0.0000} % of a day at most");
        Assert.That(worst, Is.LessThan(0.001 * workload.Mean * 86_400));
        Assert.That(steps, Is.LessThanOrEqualTo(most));
    }

    [Test]
    public void A_year_of_a_daily_course_has_at_most_24_steps_a_day() =>
        Assert.That(Syntaxes.DataWorkload.Parse("daily(low 0 MB/s high 6 MB/s peak 15h)").Value.Steps(Instant.Start, TimeSpan.Zero)
            .TakeWhile(step => step.From < Instant.After(TimeSpan.FromDays(365))).Count(), Is.EqualTo(365 * 24));
}
