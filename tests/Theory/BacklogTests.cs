using Simulator.Kernel;
using Simulator.Models.Language;
using Simulator.Models.Queues;
using Simulator.Models.Workloads;

namespace Simulator.Tests.Theory;

/// <summary>A backlog in a few long steps against the same fluid in many short ones, second by second, each second's arrivals in a bucket of their own.</summary>
[Parallelizable(ParallelScope.All)]
public class BacklogTests
{
    private const double Never = 1e9;

    [TestCase("10/s", 25, Never, 1, 6, TestName = "A pause under an even load")]
    [TestCase("10/s", 25, 4, 1, 9, TestName = "A pause longer than work may wait")]
    [TestCase("daily(low 30/s high 90/s peak 15h)", 160, Never, 1, 18.4, TestName = "A pause under a daily load")]
    [TestCase("daily(low 30/s high 90/s peak 15h)", 160, 16, 1, 18.4, TestName = "A pause and expiry under a daily load")]
    [TestCase("daily(low 30/s high 90/s peak 15h)", 92, 6, 9, 18, TestName = "Expiry that goes on while it is served")]
    [TestCase("daily(low 0/s high 90/s peak 15h)", 60, 2, 3, 4, TestName = "A peak that no one can serve")]
    [TestCase("daily(low 0/s high 90/s peak 15h)", 60, Never, 3, 4, TestName = "A peak that piles up until the evening")]
    [TestCase("batch(base 5/s plus 100/s at 2h lasts 2h)", 20, 3, 0, 1, TestName = "A nightly batch")]
    [TestCase("daily(low 30/s high 90/s peak 15h)", 160, 10, 1, 18.4, true, TestName = "Old work that is dropped at its turn under a daily load")]
    [TestCase("10/s", 25, 2, 1, 9, true, TestName = "Old work that is dropped at its turn under an even load")]
    public void A_backlog_is_what_short_steps_make_of_it(string load, double serves, double expires, double pause, double resume, bool atItsTurn = false)
    {
        Workload arrives = Syntaxes.EventWorkload.Parse(load).Value;
        Backlog backlog = new(arrives, serves, expires == Never ? TimeSpan.MaxValue : TimeSpan.FromHours(expires), TimeSpan.Zero, atItsTurn);
        ShortSteps brute = new(arrives, serves, expires * 3600, atItsTurn);
        double tolerance = 2 * Workload.StepTolerance * arrives.Mean * 86_400;
        for (double hour = 0.5; hour <= 48; hour += 0.5)
        {
            bool isServing = hour <= pause || hour > resume;
            backlog.Advance(Instant.After(TimeSpan.FromHours(hour)), isServing);
            brute.Advance((int)(hour * 3600), isServing);
            Assert.That(backlog.Waiting, Is.EqualTo(brute.Waiting).Within(tolerance), $"waiting after {hour} h");
            Assert.That(backlog.Expired, Is.EqualTo(brute.Expired).Within(tolerance), $"expired after {hour} h");
        }
        Assert.That(backlog.Peak, Is.EqualTo(brute.Peak).Within(tolerance));
        Assert.That(backlog.Served + backlog.Expired + backlog.Waiting, Is.EqualTo(backlog.Arrived).Within(1e-9).Percent);
        Assert.That(backlog.Arrived, Is.EqualTo(arrives.Between(Instant.Start, Instant.After(TimeSpan.FromHours(48)), TimeSpan.Zero)).Within(1e-9).Percent);
    }

    [Test]
    public void An_even_load_drains_when_arithmetic_says_so()
    {
        Backlog backlog = new(Syntaxes.EventWorkload.Parse("10/s").Value, 25, TimeSpan.FromHours(4), TimeSpan.Zero);
        backlog.Advance(Instant.After(TimeSpan.FromHours(1)), isServing: true);
        backlog.Advance(Instant.After(TimeSpan.FromHours(7)), isServing: false);
        Assert.That(backlog.Waiting, Is.EqualTo(4 * 36_000).Within(1e-6), "six hours have come, and four may wait");
        Assert.That(backlog.Expired, Is.EqualTo(2 * 36_000).Within(1e-6));
        Instant drained = backlog.DrainsBefore(Instant.After(TimeSpan.FromHours(20)));
        Assert.That((drained - Instant.After(TimeSpan.FromHours(7))).TotalSeconds, Is.EqualTo(4 * 36_000 / 15.0).Within(1e-6), "fifteen more a second are served than come");
        backlog.Advance(Instant.After(TimeSpan.FromHours(20)), isServing: true);
        Assert.That(backlog.Waiting, Is.Zero);
        Assert.That(backlog.Delayed, Is.EqualTo((6 + 4 * 10 / 15.0) * 36_000).Within(1e-3), "what came while it stood still, and until it had drained");
        Assert.That(backlog.DrainsBefore(Instant.After(TimeSpan.FromHours(30))), Is.EqualTo(backlog.At), "nothing waits");
    }

    [Test]
    public void How_often_it_is_looked_at_changes_nothing_under_an_even_load([Values(1, 7, 1000)] int looks)
    {
        Backlog backlog = new(Syntaxes.EventWorkload.Parse("3/s").Value, 7, TimeSpan.FromHours(2), TimeSpan.Zero);
        for (int look = 1; look <= looks; look++) backlog.Advance(Instant.After(TimeSpan.FromHours(5) * look / looks), isServing: false);
        for (int look = 1; look <= looks; look++) backlog.Advance(Instant.After(TimeSpan.FromHours(5) + TimeSpan.FromHours(1) * look / looks), isServing: true);
        Assert.That(backlog.Waiting, Is.EqualTo(3 * 7200 - 4 * 3600).Within(1e-6));
        Assert.That(backlog.Expired, Is.EqualTo(3 * 3 * 3600).Within(1e-6));
    }

    private sealed class ShortSteps(Workload arrives, double serves, double expires, bool atItsTurn)
    {
        private readonly LinkedList<(int Came, double Events)> _buckets = [];
        private int _now;

        public double Waiting { get; private set; }

        public double Expired { get; private set; }

        public double Peak { get; private set; }

        public void Advance(int to, bool isServing)
        {
            for (; _now < to; _now++) Second(isServing);
        }

        private void Second(bool isServing)
        {
            double came = arrives.Between(Instant.After(TimeSpan.FromSeconds(_now)), Instant.After(TimeSpan.FromSeconds(_now + 1)), TimeSpan.Zero), left = isServing ? serves : 0;
            _buckets.AddLast((_now, came));
            Waiting += came;
            while (left > 0 && _buckets.First is { Value: var first })
            {
                double now = Math.Min(left, first.Events);
                (left, Waiting) = (left - now, Waiting - now);
                if (atItsTurn && first.Came <= _now - expires) Expired += now;
                _buckets.RemoveFirst();
                if (first.Events > now) _buckets.AddFirst((first.Came, first.Events - now));
            }
            while (!atItsTurn && _buckets.First is { Value: var old } && old.Came <= _now - expires)
            {
                (Expired, Waiting) = (Expired + old.Events, Waiting - old.Events);
                _buckets.RemoveFirst();
            }
            Peak = Math.Max(Peak, Waiting);
        }
    }
}
