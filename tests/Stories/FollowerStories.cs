using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Databases.Log;
using Simulator.Models.Facts;
using static Simulator.Tests.Stories.Coast;

namespace Simulator.Tests.Stories;

/// <summary>Followers that lose what they need, are rebuilt, start again.</summary>
[Parallelizable(ParallelScope.All)]
public class FollowerStories
{
    [Test]
    public void The_log_it_needs_is_gone_at_the_computed_moment()
    {
        Coast coast = new("2 MB/s", "4 MB/s");
        Follower bytes = coast.Follow(new FollowerPace { LogKept = 500 * MB }), age = coast.Follow(new FollowerPace { LogKeptFor = TimeSpan.FromMinutes(10) }, number: 1);
        List<(string, double)> gone = [];
        coast.World.Forever.Start(Tell("bytes", bytes));
        coast.World.Forever.Start(Tell("age", age));
        coast.Later(100, () => coast.Route.Lane!.Cut());
        coast.Later(100_000, () => coast.Route.Lane!.Restore());
        coast.World.Run();
        Assert.Multiple(() =>
        {
            Assert.That(gone.Select(g => g.Item1), Is.EqualTo(new[] { "bytes", "age" }));
            Assert.That(gone[0].Item2, Is.EqualTo(350).Within(1e-6), "500 MB at 2 MB/s after 100 s");
            Assert.That(gone[1].Item2, Is.EqualTo(700).Within(1e-6));
            Assert.That(bytes.ReceivedAt(At(200_000)), Is.EqualTo(200 * MB), "it never goes on");
            Assert.That(coast.Facts<CaughtUp>(), Is.Empty);
            Assert.That(coast.World.Simulation.Events, Is.LessThan(30));
        });

        async Process Tell(string name, Follower follower)
        {
            await coast.World.Forever.Until(follower.LogIsGone);
            gone.Add((name, coast.World.Now.SinceStart.TotalSeconds));
        }
    }

    /// <summary>It drains 2 MB/s while 3 MB/s are written: 100 MB are kept, which are full after 100 s, in the middle of a step.</summary>
    [Test]
    public void Log_can_be_gone_while_it_ships()
    {
        Coast coast = new("1 MB/s", "2 MB/s");
        Follower spare = coast.Follow(new FollowerPace { LogKept = 100 * MB });
        double gone = 0;
        coast.World.Forever.Start(Tell());
        coast.Later(50, () =>
        {
            coast.Log.Hold(coast.World.Now, 3 * MB);
            spare.LoadChanged();
        });
        coast.World.Run();
        Assert.That(gone, Is.EqualTo(150).Within(1e-5));

        async Process Tell()
        {
            await coast.World.Forever.Until(spare.LogIsGone);
            gone = coast.World.Now.SinceStart.TotalSeconds;
        }
    }

    /// <summary>A copy of 900 MB over a link of 4 MB/s, read at 3 MB/s at most: 300 s, in which 300 MB are written; at 3 MB/s above the load they take 100 s.</summary>
    [TestCase(3, 300, 400)]
    [TestCase(double.PositiveInfinity, 225, 300)]
    public void A_rebuild_is_a_copy_and_then_all_that_was_written_meanwhile(double readCap, double copied, double caughtUp)
    {
        Coast coast = new("1 MB/s", "4 MB/s");
        Follower spare = coast.Follow(new FollowerPace { LogKept = 10 * MB });
        coast.Later(1000, () => coast.World.Forever.Start(spare.Rebuild(coast.World.Forever, "its disk is gone", 900 * MB, readCap * MB)));
        coast.World.Run();
        Assert.Multiple(() =>
        {
            Assert.That(coast.Facts<RebuildBegan>().Single().Bytes, Is.EqualTo(900 * MB));
            Assert.That((coast.Facts<RebuildEnded>().Single().At - At(1000)).TotalSeconds, Is.EqualTo(copied).Within(1e-6));
            Assert.That((coast.Facts<CaughtUp>().Single().At - At(1000)).TotalSeconds, Is.EqualTo(caughtUp).Within(1e-6));
            Assert.That(spare.AppliedAt(At(1100)), Is.EqualTo(1000 * MB));
            Assert.That(spare.LogIsGone.IsTrue, Is.False, "log is kept for it until it has caught up");
        });
    }

    [Test]
    public void A_rebuild_shares_the_disk_it_is_read_from()
    {
        Coast coast = new("1 MB/s");
        Capacity disk = new(coast.World.Simulation, "disk", 10 * MB);
        Follower spare = coast.Follow();
        coast.World.Forever.Start(spare.Rebuild(coast.World.Forever, "new", 100 * MB, double.PositiveInfinity, [disk]));
        coast.World.Forever.Start(Read());
        coast.World.Run();
        Assert.That(coast.Facts<RebuildEnded>().Single().At.SinceStart.TotalSeconds, Is.EqualTo(20).Within(1e-6));

        async Process Read() => await coast.World.Forever.Move(100 * MB, disk);
    }

    /// <summary>A copy of 10 GB at 100 MB/s while it stands still; of the 200 MB that were written meanwhile it applies 10 MB/s, 8 above the load.</summary>
    [TestCase("0s", 0)]
    [TestCase("0.5ms", 0.0005)]
    [TestCase("5s", 5)]
    public void A_copy_that_is_taken_while_it_stands_still_is_there_as_soon_as_it_goes_on(string latency, double way)
    {
        Coast coast = new("2 MB/s", latency: latency);
        Follower spare = coast.Follow(new FollowerPace { ApplyRate = 10 * MB });
        coast.Later(1000, spare.Disconnect);
        coast.Later(20_000, () => coast.World.Forever.Start(CopyAndGoOn()));
        coast.World.Run();
        Assert.Multiple(() =>
        {
            Assert.That(spare.AppliedAt(At(20_099)), Is.EqualTo((1000 - way) * 2 * MB));
            Assert.That(spare.AppliedAt(At(20_100 + way)), Is.EqualTo(40_000 * MB).Within(2));
            Assert.That(coast.Facts<FellBehind>(), Has.Count.EqualTo(1));
            Assert.That((coast.Facts<CaughtUp>().Single().At - At(20_100)).TotalSeconds, Is.EqualTo(way + 200 / 8.0).Within(0.001));
            Assert.That(coast.Facts<LagChanged>().Where(fact => fact.At >= At(20_100)).Max(fact => fact.Bytes), Is.EqualTo((100 + way) * 2 * MB).Within(2));
        });

        async Process CopyAndGoOn()
        {
            await spare.Rebuild(coast.World.Forever, "new", 10_000 * MB, 100 * MB);
            spare.Connect();
        }
    }

    [Test]
    public void What_was_under_way_when_the_connection_broke_is_sent_again()
    {
        Coast coast = new("1 MB/s", latency: "10s");
        Follower spare = coast.Follow();
        coast.Later(100, spare.StopSending);
        coast.Later(150, spare.ResumeSending);
        coast.World.Run();
        Assert.Multiple(() =>
        {
            Assert.That(spare.SentAt(At(99)), Is.EqualTo(99 * MB));
            Assert.That(spare.ReceivedAt(At(155)), Is.EqualTo(90 * MB), "what had arrived when it broke");
            Assert.That(spare.ReceivedAt(At(160)), Is.EqualTo(150 * MB));
            Assert.That(spare.LagAt(At(160)).Age.TotalSeconds, Is.EqualTo(10).Within(1e-6));
        });
    }

    [Test]
    public void A_copy_from_the_past_catches_up_and_one_from_the_future_is_refused()
    {
        Coast coast = new("1 MB/s", "5 MB/s");
        Follower spare = coast.Follow(start: -400 * MB);
        coast.World.Run();
        Assert.That(coast.Facts<CaughtUp>().Single().At.SinceStart.TotalSeconds, Is.EqualTo(100).Within(1e-6));
        Assert.That(() => spare.StartFrom(coast.Log.At(coast.World.Now) + 100), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void The_same_trial_does_the_same_things()
    {
        (ulong, long) Once()
        {
            Coast coast = new("daily(low 1 MB/s high 5 MB/s peak 15h)", "4 MB/s");
            Follower[] followers = [coast.Follow(), coast.Follow(coast.NewLog("1 MB/s"), number: 1)];
            coast.Later(5000, () => coast.Route.Lane!.Cut());
            coast.Later(9000, () => coast.Route.Lane!.Restore());
            coast.World.Run();
            return (coast.World.Simulation.Fingerprint, coast.World.Simulation.Events);
        }
        (ulong, long) first = Once(), second = Once();
        Assert.That(second, Is.EqualTo(first));
    }

    /// <summary>The first is cut off for 100 s; the second gets what the first gets, through its own queue of 3 MB/s, and is never ahead of it.</summary>
    [Test]
    public void A_follower_of_a_follower_is_never_ahead_of_it()
    {
        Coast coast = new("1 MB/s", "5 MB/s");
        Follower near = coast.Follow(), far = coast.Cascade(near, new FollowerPace { ApplyRate = 3 * MB });
        coast.Later(100, () => coast.Route.Lane!.Cut());
        coast.Later(200, () => coast.Route.Lane!.Restore());
        coast.World.Run();
        Assert.Multiple(() =>
        {
            for (double second = 90; second < 300; second += 0.31) Assert.That(far.ReceivedAt(At(second)), Is.LessThanOrEqualTo(near.ReceivedAt(At(second))));
            Assert.That(near.ReceivedAt(At(210)), Is.EqualTo(150 * MB).Within(10));
            Assert.That(far.ReceivedAt(At(210)), Is.EqualTo(150 * MB).Within(0.0006 * 5 * MB), "half a millisecond later");
            Assert.That(far.AppliedAt(At(210)), Is.EqualTo(130 * MB).Within(0.0006 * 5 * MB));
            Assert.That(coast.Facts<CaughtUp>().Select(fact => (fact.Follower, Math.Round(fact.At.SinceStart.TotalSeconds, 2))), Is.EqualTo(new[] { ("spare", 225.0), ("far", 250.0) }));
            Assert.That(coast.Facts<FellBehind>()[^1].Why, Is.EqualTo("its source is behind"));
            Assert.That(far.InStep.IsTrue, Is.True);
        });
    }
}
