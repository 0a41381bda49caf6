using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class CapacityTests
{
    private sealed class Site
    {
        private readonly List<string> _log = [];

        public Simulation Simulation { get; } = New();

        public Lifetime Life => Simulation.Forever;

        public Capacity Capacity(double rate) => new(Simulation, "capacity", rate);

        public void Copy(string name, double from, double bytes, Capacity[] over, double cap = double.PositiveInfinity, double weight = 1, Lifetime? life = null) =>
            Life.Start(Move(name, from, bytes, over, cap, weight, life ?? Life));

        public void At(double seconds, Action change) => Life.Start(Change(seconds, change));

        public string Run(double seconds)
        {
            Simulation.Run(Trial.At(seconds));
            return string.Join(' ', _log);
        }

        private async Process Move(string name, double from, double bytes, Capacity[] over, double cap, double weight, Lifetime life)
        {
            await Life.WaitUntil(Trial.At(from));
            await life.Move(bytes, over, cap, weight);
            _log.Add($"{name}@{Simulation.Now.SinceStart.TotalSeconds}");
        }

        private async Process Change(double seconds, Action change)
        {
            await Life.WaitUntil(Trial.At(seconds));
            change();
        }
    }

    [Test]
    public void Alone_it_gets_everything_and_together_they_share()
    {
        var site = new Site();
        Capacity disk = site.Capacity(100);
        site.Copy("a", from: 0, bytes: 1000, [disk]);
        site.Copy("b", from: 5, bytes: 250, [disk]);
        Assert.That(site.Run(100), Is.EqualTo("b@10 a@12.5"));
        Assert.That(disk.Transfers, Is.Zero);
    }

    [Test]
    public void Slowest_capacity_counts_and_leaves_the_rest_to_others()
    {
        var site = new Site();
        Capacity disk = site.Capacity(100);
        Capacity link = site.Capacity(20);
        site.Copy("through the link", 0, 200, [disk, link]);
        site.Copy("on the disk", 0, 800, [disk]);
        Assert.That(site.Run(100), Is.EqualTo("through the link@10 on the disk@10"));
    }

    [Test]
    public void Caps_and_weights_hold()
    {
        var site = new Site();
        Capacity disk = site.Capacity(100);
        site.Copy("capped", 0, 100, [disk], cap: 10);
        site.Copy("heavy", 0, 600, [disk], weight: 2);
        site.Copy("light", 0, 300, [disk]);
        Assert.That(site.Run(100), Is.EqualTo("capped@10 heavy@10 light@10"));
    }

    [Test]
    public void Crossing_twice_takes_twice()
    {
        var site = new Site();
        Capacity disk = site.Capacity(100);
        site.Copy("copy on one disk", 0, 500, [disk, disk]);
        Assert.That(site.Run(100), Is.EqualTo("copy on one disk@10"));
    }

    [Test]
    public void Change_and_standstill()
    {
        var site = new Site();
        Capacity link = site.Capacity(100);
        site.Copy("a", 0, 1000, [link]);
        site.At(5, () => link.Change(0));
        site.At(20, () => link.Change(50));
        Assert.That(site.Run(19), Is.Empty);
        Assert.That(site.Run(100), Is.EqualTo("a@30"));
    }

    [Test]
    public void Ended_lifetime_leaves_its_share_to_the_others()
    {
        var site = new Site();
        Capacity link = site.Capacity(100);
        Lifetime attempt = site.Life.Child();
        site.Copy("given up", 0, 1000, [link], life: attempt);
        site.Copy("other", 0, 1000, [link]);
        site.At(10, attempt.End);
        Assert.That(site.Run(100), Is.EqualTo("other@15"));
        Assert.That(link.Transfers, Is.Zero);
    }

    [Test]
    public void Without_a_capacity_the_cap_is_the_rate_and_nothing_takes_no_time()
    {
        var site = new Site();
        site.Copy("capped", 0, 100, [], cap: 10);
        site.Copy("nothing", 3, 0, [site.Capacity(1)]);
        Assert.That(site.Run(100), Is.EqualTo("nothing@3 capped@10"));
    }

    [Test]
    public void Parts_that_fall_apart_go_on_separately()
    {
        var site = new Site();
        Capacity left = site.Capacity(10);
        Capacity right = site.Capacity(10);
        site.Copy("bridge", 0, 50, [left, right]);
        site.Copy("bridge too", 0, 50, [left, right]);
        site.Copy("left", 0, 1000, [left]);
        site.Copy("right", 0, 2000, [right]);
        Assert.That(site.Run(1000), Is.EqualTo("bridge@15 bridge too@15 left@110 right@210"));
    }

    [Test]
    public void Ten_thousand_transfers_over_hundreds_of_capacities_all_arrive()
    {
        const int Seed = 3;
        var site = new Site();
        var random = new Random(Seed);
        Capacity[] disks = [.. Enumerable.Range(0, 400).Select(_ => site.Capacity(1e8))];
        for (int i = 0; i < 10_000; i++)
        {
            int rack = random.Next(50);
            site.Copy($"{i}", from: random.NextDouble(), bytes: 1e9 * random.NextDouble(), [disks[(rack * 8) + random.Next(8)], disks[(rack * 8) + random.Next(8)]]);
        }
        Assert.That(site.Run(1e6).Count(c => c == '@'), Is.EqualTo(10_000));
    }
}
