using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Facts;
using Simulator.Tests.Stories;
using static Simulator.Tests.Stories.Coast;

namespace Simulator.Tests.Theory;

/// <summary>A follower whose log comes faster than its link carries it, against the formulas.</summary>
[Parallelizable(ParallelScope.All)]
public class CatchUpTests
{
    /// <summary>
    /// Measured on PostgreSQL: link 4 MB/s, background 0.42 MB/s, burst of 16.8 MB/s for 3.05 s: peak 39.1 and 39.4 MB, drained after 10.9 s, largest
    /// replay lag 9.8 and 9.7 s. By hand: (W-R)T = 39.04 MB, peak/(R-w) = 10.905 s, and the last byte of the burst leaves WT/R after its start: 9.76 s old.
    /// </summary>
    [Test]
    public void A_burst_above_the_link_is_behind_as_measured()
    {
        Coast coast = new("0.42 MB/s", "4 MB/s");
        Follower spare = coast.Follow();
        coast.Later(100, () => Hold(16.8));
        coast.Later(103.05, () => Hold(0.42));
        coast.World.Run();

        CaughtUp caught = coast.Facts<CaughtUp>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(caught.PeakBytes, Is.EqualTo(12.8 * 3.05 * MB).Within(1));
            Assert.That(caught.PeakBytes, Is.EqualTo(39.25 * MB).Within(0.01 * 39.25 * MB), "within 1 % of the measured");
            Assert.That((caught.At - At(103.05)).TotalSeconds, Is.EqualTo(12.8 * 3.05 / 3.58).Within(1e-6).And.EqualTo(10.9).Within(0.1));
            Assert.That(caught.PeakAge.TotalSeconds, Is.EqualTo(16.8 * 3.05 / 4 - 3.05).Within(1e-5).And.InRange(9.65, 9.85));
            Assert.That(spare.LagAt(At(103.05)).Bytes, Is.EqualTo(caught.PeakBytes).Within(1));
            Assert.That(spare.InStep.IsTrue, Is.True);
            Assert.That(coast.World.Simulation.Events, Is.LessThan(30));
        });

        void Hold(double rate)
        {
            coast.Log.Hold(coast.World.Now, rate * MB);
            spare.LoadChanged();
        }
    }

    /// <summary>
    /// The link is cut for six hours. What is then missing takes longer, or less long, than by the load of that hour: while it drains, the load goes on along
    /// its day. Exact: the first moment at which link · time has carried all that was written.
    /// </summary>
    [TestCase(3, ExpectedResult = "later")]
    [TestCase(12, ExpectedResult = "sooner")]
    public string Catching_up_under_a_daily_load_is_not_linear(int cutAt)
    {
        Coast coast = new("daily(low 1 MB/s high 5 MB/s peak 15h)", "6 MB/s");
        Follower spare = coast.Follow();
        Instant cut = At(cutAt * 3600), back = At((cutAt + 6) * 3600);
        coast.Later(cutAt * 3600, () => coast.Route.Lane!.Cut());
        coast.Later((cutAt + 6) * 3600, () => coast.Route.Lane!.Restore());
        coast.World.Run();

        CaughtUp caught = coast.Facts<CaughtUp>().Single();
        double missing = coast.Log.At(back) - coast.Log.At(cut);
        double linear = missing / (6 * MB - coast.Log.RateAt(back)), took = (caught.At - back).TotalSeconds;
        Assert.Multiple(() =>
        {
            Assert.That(caught.PeakBytes, Is.EqualTo(missing).Within(1));
            Assert.That(coast.Log.At(caught.At) - coast.Log.At(cut), Is.EqualTo(took * 6 * MB).Within(10), "all that was written since has crossed the link");
            Assert.That(Math.Abs(took / linear - 1), Is.GreaterThan(0.2));
            Assert.That(spare.ReceivedAt(caught.At), Is.EqualTo(coast.Log.At(caught.At)).Within(1));
        });
        return took > linear ? "later" : "sooner";
    }

    /// <summary>
    /// A day whose peak is above the link, every day: behind from where the load passes the link. Between two straight lines of the daily course the load is
    /// above 4 MB/s for 6 h, from 12 h to 18 h; the backlog at 18 h is the triangle above: 1/2 · 6 h · 1 MB/s.
    /// </summary>
    [Test]
    public void A_daily_peak_above_the_link_is_met_without_polling()
    {
        Coast coast = new("daily(low 1 MB/s high 5 MB/s peak 15h)", "4 MB/s", length: 5 * 86_400);
        Follower spare = coast.Follow();
        coast.World.Run();

        IReadOnlyList<FellBehind> fell = coast.Facts<FellBehind>();
        Assert.Multiple(() =>
        {
            Assert.That(fell.Select(fact => fact.At.SinceStart.TotalHours), Is.EqualTo(Enumerable.Range(0, 5).Select(day => 24 * day + 12.0)).Within(1e-6));
            Assert.That(spare.LagAt(At(18 * 3600)).Bytes, Is.EqualTo(0.5 * 6 * 3600 * MB).Within(10));
            Assert.That(coast.Facts<CaughtUp>(), Has.Count.EqualTo(5));
            Assert.That(coast.World.Simulation.Events, Is.LessThan(5 * 40));
        });
    }

    [Test]
    public void In_step_it_costs_no_event_and_is_behind_by_the_way()
    {
        Coast coast = new("daily(low 1 MB/s high 5 MB/s peak 15h)", "6 MB/s", latency: "40ms");
        Follower spare = coast.Follow(new FollowerPace { ApplyRate = 20 * MB, ApplyDelay = TimeSpan.FromHours(8) });
        coast.World.Run();

        Instant noon = At(5.5 * 86_400);
        Assert.Multiple(() =>
        {
            Assert.That(coast.World.Simulation.Events, Is.Zero);
            Assert.That(spare.ReceivedAt(noon), Is.EqualTo(coast.Log.At(noon - TimeSpan.FromMilliseconds(40))));
            Assert.That(spare.AppliedAt(noon), Is.EqualTo(coast.Log.At(noon - TimeSpan.FromHours(8))));
            Assert.That(spare.LagAt(noon).Age.TotalHours, Is.EqualTo(8).Within(1e-6));
        });
    }

    /// <summary>What arrives faster than it is applied waits there: 3 MB/s arrive for 100 s, 2 MB/s are applied; then 1 MB/s arrive.</summary>
    [Test]
    public void Applying_is_a_queue_of_its_own()
    {
        Coast coast = new("1 MB/s", latency: "2s");
        Follower spare = coast.Follow(new FollowerPace { ApplyRate = 2 * MB });
        coast.Later(100, () => Hold(3));
        coast.Later(200, () => Hold(1));
        coast.World.Run();

        CaughtUp caught = coast.Facts<CaughtUp>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(coast.Facts<FellBehind>().Single().At.SinceStart.TotalSeconds, Is.EqualTo(102), "when the first of it arrives");
            Assert.That(coast.Facts<FellBehind>().Single().Why, Is.EqualTo("it applies less than arrives"));
            Assert.That(spare.ReceivedAt(At(202)) - spare.AppliedAt(At(202)), Is.EqualTo(100 * MB).Within(1));
            Assert.That(caught.At.SinceStart.TotalSeconds, Is.EqualTo(302).Within(1e-6));
        });

        void Hold(double rate)
        {
            coast.Log.Hold(coast.World.Now, rate * MB);
            spare.LoadChanged();
        }
    }
}
