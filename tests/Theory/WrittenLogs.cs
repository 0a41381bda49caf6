using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Language;
using Simulator.Models.Workloads;

namespace Simulator.Tests.Theory;

/// <summary>The log of a database is a function of time that never falls, and its inverse is exact to the tick.</summary>
[Parallelizable(ParallelScope.All)]
public class WrittenLogs
{
    private const int Seed = 20240229;

    private static readonly string[] s_workloads =
    [
        "5 MB/s", "0 B/s", "3 B/d", "daily(low 0 MB/s high 6 MB/s peak 12h)", "weekly(low 0 MB/s high 6 MB/s peak 15h weekend 0%)",
        "bursts(base 0 MB/s burst 16 MB/s every 1h lasts 3s)", "batch(base 0 MB/s plus 20 MB/s at 23h lasts 2h) + daily(low 0 MB/s high 1 MB/s peak 3h)",
    ];

    [TestCaseSource(nameof(s_workloads))]
    public void What_was_written_never_falls_and_its_moments_are_exact(string text)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (int run = 0; run < 20; run++)
        {
            WrittenLog log = Disturbed(text, random);
            for (int i = 0; i < 60; i++)
            {
                Instant moment = SomeMoment(random, i);
                double before = log.At(new Instant(moment.Ticks - 1)), now = log.At(moment);
                Assert.That(now, Is.GreaterThanOrEqualTo(before), $"{moment}");
                Assert.That(log.MomentOf(now), Is.LessThanOrEqualTo(moment));
                double position = now + (random.NextDouble() - 0.5) * 1e10;
                Instant reached = log.MomentOf(position);
                if (reached.IsNever || reached.Ticks < -long.MaxValue / 8) continue;
                Assert.That(log.At(reached), Is.GreaterThanOrEqualTo(position));
                Assert.That(log.At(new Instant(reached.Ticks - 1)), Is.LessThan(position));
            }
        }
    }

    [TestCaseSource(nameof(s_workloads))]
    public void A_successor_keeps_the_past_up_to_its_position_and_stands_still_after(string text)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (int run = 0; run < 20; run++)
        {
            WrittenLog log = Disturbed(text, random);
            Instant at = Instant.After(TimeSpan.FromDays(8 + random.NextDouble()));
            double position = log.At(at - TimeSpan.FromHours(random.NextDouble() * 60));
            WrittenLog successor = log.Fork(at, position);
            Instant until = log.MomentOf(position);
            for (int i = 0; i < 40; i++)
            {
                Instant moment = SomeMoment(random, i);
                Assert.That(successor.At(moment), Is.EqualTo(moment < until ? log.At(moment) : position));
            }
            Assert.That(successor.RateAt(at), Is.Zero);
            successor.Pace(at + TimeSpan.FromHours(1), 1);
            Assert.That(successor.At(at + TimeSpan.FromHours(1)), Is.EqualTo(position));
        }
    }

    [TestCaseSource(nameof(s_workloads))]
    public void Steps_follow_every_change_of_pace(string text)
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        WrittenLog log = Disturbed(text, new Random(Seed));
        Instant from = Instant.After(TimeSpan.FromDays(-1)), last = Instant.After(TimeSpan.FromDays(9));
        foreach (RateStep step in log.Steps(from))
        {
            Assert.That(step.From, Is.EqualTo(from));
            from = step.Until;
            if (step.Until > last) break;
            Assert.That(step.Rate * (step.Until - step.From).TotalSeconds, Is.EqualTo(log.At(step.Until) - log.At(step.From)).Within(1e-6).Percent.Or.EqualTo(0).Within(0.05));
            Assert.That(step.Rate, Is.LessThanOrEqualTo(log.PeakRateFrom(step.From) * (1 + 1e-6) + 1e-6));
        }
    }

    /// <summary>A log that went slower, faster, down and was held back within its first week.</summary>
    private static WrittenLog Disturbed(string text, Random random)
    {
        var log = new WrittenLog(Syntaxes.DataWorkload.Parse(text).Value, TimeSpan.FromHours(random.NextDouble() * 168));
        TimeSpan at = TimeSpan.Zero;
        for (int i = 0; i < 8; i++)
        {
            at += TimeSpan.FromHours(random.NextDouble() * 20);
            if (random.Next(3) == 0) log.Hold(Instant.After(at), random.Next(2) * 1e6);
            else log.Pace(Instant.After(at), random.Next(3) * 0.75);
        }
        return log;
    }

    /// <summary>Any moment of the first days, every fourth of them at midnight, where cycles meet.</summary>
    private static Instant SomeMoment(Random random, int i)
    {
        TimeSpan at = TimeSpan.FromDays(random.NextDouble() * 12 - 3);
        return Instant.After(i % 4 == 0 ? TimeSpan.FromDays(Math.Floor(at.TotalDays)) : at);
    }

    /// <summary>A successor may lack so much that what it has ends before the run began: from there on nothing is written, and all before is as it was.</summary>
    [Test]
    public void A_successor_may_begin_before_the_run()
    {
        var log = new WrittenLog(Syntaxes.DataWorkload.Parse(s_workloads[3]).Value, TimeSpan.Zero);
        Instant end = new(-8 * TimeSpan.TicksPerHour), now = Instant.After(TimeSpan.FromHours(9));
        double position = log.At(end);
        WrittenLog successor = log.Fork(now, position);
        Assert.That(successor.At(now), Is.EqualTo(position));
        Assert.That(successor.At(new Instant(2 * end.Ticks)), Is.EqualTo(log.At(new Instant(2 * end.Ticks))).Within(1));
        RateStep step = successor.NextStep(end);
        Assert.That((step.Until > end, step.Rate), Is.EqualTo((true, 0)));
    }
}
