using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using static Simulator.Tests.Stories.Coast;

namespace Simulator.Tests.Stories;

/// <summary>What crosses links, and what becomes of it when they are cut or slow.</summary>
[Parallelizable(ParallelScope.All)]
public class LinkStories
{
    private static readonly Zone s_east = new("east", "a");
    private static readonly Zone s_west = new("west", "a");

    private static Named<Fault> Partition(string hits, string at, string lasts, Place? to = null) => new($"cut-{at}",
        new Partition(new Once(Story.Read(Syntaxes.Moment, at)), Story.Read(Syntaxes.Delay, "1m"), Story.Read(Target.Syntax, hits), Story.Read(Syntaxes.Delay, lasts), to));

    private static Named<Fault> Slow(string hits, string at, string lasts, double factor, double latency = 1) => new($"slow-{at}",
        new Slow(new Once(Story.Read(Syntaxes.Moment, at)), Story.Read(Syntaxes.Delay, "1m"), Story.Read(Target.Syntax, hits), Story.Read(Syntaxes.Delay, lasts), new Slowdown(factor, latency)));

    [Test]
    public void The_closest_link_is_the_way_and_zones_of_one_region_need_none()
    {
        Link Make(string a, string b, string latency) => new([Story.Read(Place.Syntax, a), Story.Read(Place.Syntax, b)], Story.Read(Syntaxes.Delay, latency), null);
        Named<Link>[] links = [new("coast", Make("east", "west", "40ms")), new("cable", Make("west.a", "east.a", "30ms")), new("mixed", Make("east.b", "west", "35ms")), new("local", Make("east.a", "east.b", "1ms"))];
        string? Way(string from, string to) => Network.LinkBetween(links, new Zone(from.Split('.')[0], from.Split('.')[1]), new Zone(to.Split('.')[0], to.Split('.')[1]))?.Name;
        Assert.Multiple(() =>
        {
            Assert.That(Way("east.a", "west.a"), Is.EqualTo("cable"));
            Assert.That(Way("west.b", "east.a"), Is.EqualTo("coast"));
            Assert.That(Way("east.b", "west.a"), Is.EqualTo("mixed"));
            Assert.That(Way("east.b", "east.a"), Is.EqualTo("local"));
            Assert.That(Way("east.b", "east.c"), Is.Null);
            Assert.That(Network.CanReach(links, new Zone("east", "b"), new Zone("east", "c")), Is.True);
            Assert.That(Network.CanReach(links, s_east, new Zone("south", "a")), Is.False);
        });
        Coast coast = new("1 MB/s");
        Assert.That(coast.World.Network.Between(s_east, s_east).Latency, Is.EqualTo(TimeSpan.Zero));
        Assert.That(coast.World.Network.Between(s_east, new Zone("east", "b")).Latency, Is.EqualTo(TimeSpan.FromMilliseconds(0.5)));
    }

    [Test]
    public void A_link_that_is_cut_twice_is_whole_when_both_cuts_have_ended()
    {
        Coast coast = new("1 MB/s", "4 MB/s", "0s", 864_000, Partition("links.coast", "100s", "100s"), Partition("links.coast", "150s", "100s", new Place("west", "")));
        Follower spare = coast.Follow();
        Route back = coast.World.Network.Between(s_west, s_east);
        List<(double, bool, bool)> seen = [];
        foreach (double second in new[] { 90.0, 110, 160, 210, 260 }) coast.Later(second, () => seen.Add((second, coast.Route.Up.IsTrue, back.Down.IsTrue)));
        coast.World.Run();

        CaughtUp caught = coast.Facts<CaughtUp>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.EqualTo(new[] { (90.0, true, false), (110, false, true), (160, false, true), (210, false, false), (260, true, false) }));
            Assert.That(coast.Facts<FellBehind>().Single().Why, Is.EqualTo("its route is down"));
            Assert.That(caught.At.SinceStart.TotalSeconds, Is.EqualTo(300).Within(1e-6), "150 MB are missing at 250 s, and 3 MB/s are left for them");
            Assert.That(spare.ReceivedAt(At(200)), Is.EqualTo(100 * MB).Within(1));
        });
    }

    [Test]
    public void A_zone_that_is_cut_off_goes_on_inside()
    {
        Coast coast = new("1 MB/s", "4 MB/s", "0s", 864_000, Partition("east.a", "100s", "100s"), Partition("east", "150s", "100s"));
        Network network = coast.World.Network;
        Route inside = network.Between(s_east, s_east), across = network.Between(s_east, new Zone("east", "b")), rest = network.Between(new Zone("east", "b"), new Zone("east", "c"));
        List<string> seen = [];
        string Ups(params Route[] routes) => string.Concat(routes.Select(route => route.Up.IsTrue ? "+" : "-"));
        foreach (double second in new[] { 90.0, 110, 160, 210, 260 }) coast.Later(second, () => seen.Add(Ups(coast.Route, across, rest, inside)));
        coast.World.Run();
        Assert.That(seen, Is.EqualTo(new[] { "++++", "--++", "--++", "-+++", "++++" }));
    }

    [Test]
    public void Slowdowns_multiply_and_end_in_any_order()
    {
        Coast coast = new("1 MB/s", "8 MB/s", "10ms", 864_000, Slow("links.coast", "100s", "100s", 2, 3), Slow("links.coast", "150s", "100s", 16));
        Follower spare = coast.Follow();
        List<(double, double)> seen = [];
        foreach (double second in new[] { 90.0, 110, 160, 210, 260 }) coast.Later(second, () => seen.Add((coast.Route.Lane!.Bandwidth / MB, coast.Route.Latency.TotalMilliseconds)));
        coast.World.Run();
        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.EqualTo(new[] { (8.0, 10.0), (4, 30), (0.25, 30), (0.5, 10), (8, 10) }));
            Assert.That(coast.Facts<FellBehind>().Single().At.SinceStart.TotalSeconds, Is.EqualTo(150));
            Assert.That(coast.Facts<CaughtUp>().Single().PeakBytes, Is.EqualTo((0.75 * 50 + 0.5 * 50 + 0.01) * MB).Within(1e5));
        });
    }

    /// <summary>One log of 3 MB/s is in step, and then of 1 MB/s: a copy gets 2 and then 4 of the 5 MB/s; beside two that catch up it is shared.</summary>
    [Test]
    public void Logs_in_step_have_the_right_of_way_and_bulk_shares_the_rest()
    {
        Coast coast = new("3 MB/s", "5 MB/s");
        Follower spare = coast.Follow();
        double copied = 0, second = 0;
        coast.World.Forever.Start(Copy(100, 400 * MB, at => copied = at));
        coast.World.Forever.Start(Copy(400, 80 * MB, at => second = at));
        coast.Later(200, () =>
        {
            coast.Log.Hold(coast.World.Now, 1 * MB);
            spare.LoadChanged();
        });
        coast.World.Run();
        Assert.Multiple(() =>
        {
            Assert.That(copied, Is.EqualTo(250).Within(1e-6), "200 MB in 100 s, then 200 MB in 50 s");
            Assert.That(second, Is.EqualTo(420).Within(1e-6));
            Assert.That(coast.Facts<FellBehind>(), Is.Empty);
            Assert.That(coast.Route.Over[0].Rate, Is.EqualTo(5 * MB), "nobody keeps it up to date when nobody uses it");
        });

        async Process Copy(double from, double bytes, Action<double> done)
        {
            await coast.World.Forever.WaitUntil(At(from));
            await coast.Route.Move(coast.World.Forever, bytes, double.PositiveInfinity);
            done(coast.World.Now.SinceStart.TotalSeconds);
        }
    }

    [Test]
    public void A_copy_waits_out_a_cut_and_keeps_what_it_has()
    {
        Coast coast = new("1 MB/s", "unlimited", "0s", 864_000, Partition("west", "10s", "100s"));
        double copied = 0;
        coast.World.Forever.Start(Copy());
        coast.World.Run();
        Assert.That(copied, Is.EqualTo(120).Within(1e-6), "10 s before the cut, 10 s behind it");

        async Process Copy()
        {
            await coast.Route.Move(coast.World.Forever, 20 * MB, cap: 1 * MB);
            copied = coast.World.Now.SinceStart.TotalSeconds;
        }
    }
}
