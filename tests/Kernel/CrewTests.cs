using NUnit.Framework;
using Simulator.Kernel;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class CrewTests
{
    private sealed class Site(int size, CrewOrder order = CrewOrder.FirstCome)
    {
        public Simulation Simulation { get; } = New();

        public List<string> Log { get; } = [];

        public Crew Crew => field ??= new Crew(Simulation, "engineers", size, order);

        public void Job(string name, double seconds, int hands = 1, double rank = 0, Lifetime? life = null) =>
            Simulation.Forever.Start(Work(name, seconds, hands, rank, life ?? Simulation.Forever));

        public string Run(double seconds)
        {
            Simulation.Run(At(seconds));
            string log = string.Join(' ', Log);
            Log.Clear();
            return log;
        }

        private async Process Work(string name, double seconds, int hands, double rank, Lifetime life)
        {
            using Hands taken = await life.Use(Crew, hands, rank);
            Log.Add($"{name}@{Simulation.Now.SinceStart.TotalSeconds}");
            await life.Wait(Seconds(seconds));
        }
    }

    [Test]
    public void First_come_first_served()
    {
        var site = new Site(size: 2);
        for (int i = 0; i < 5; i++) site.Job($"{i}", seconds: 10, rank: -i);
        Assert.That(site.Run(100), Is.EqualTo("0@0 1@0 2@10 3@10 4@20"));
        Assert.That((site.Crew.Busy, site.Crew.Waiting), Is.EqualTo((0, 0)));
    }

    [Test]
    public void By_rank_and_within_a_rank_first_come()
    {
        var site = new Site(size: 1, CrewOrder.ByRank);
        site.Job("first", 10, rank: 9);
        site.Job("low", 10, rank: 5);
        site.Job("high", 10, rank: 1);
        site.Job("low too", 10, rank: 5);
        Assert.That(site.Run(100), Is.EqualTo("first@0 high@10 low@20 low too@30"));
    }

    [Test]
    public void Head_of_the_queue_is_not_overtaken()
    {
        var site = new Site(size: 3);
        site.Job("two", 10, hands: 2);
        site.Job("three", 10, hands: 3);
        site.Job("one", 10, hands: 1);
        Assert.That(site.Run(100), Is.EqualTo("two@0 three@10 one@20"));
    }

    [Test]
    public void Growing_puts_new_hands_to_work_and_shrinking_lets_work_finish()
    {
        var site = new Site(size: 1);
        for (int i = 0; i < 4; i++) site.Job($"{i}", 10);
        Assert.That(site.Run(2), Is.EqualTo("0@0"));
        site.Crew.Resize(3);
        Assert.That(site.Run(4), Is.EqualTo("1@2 2@2"));
        site.Crew.Resize(1);
        Assert.That((site.Crew.Busy, site.Crew.Size, site.Crew.Waiting), Is.EqualTo((3, 1, 1)));
        Assert.That(site.Run(100), Is.EqualTo("3@12"));
    }

    [Test]
    public void Empty_shift_waits_for_the_next()
    {
        var site = new Site(size: 2);
        site.Crew.Resize(0);
        site.Job("pair", 1, hands: 2);
        Assert.That(site.Run(8), Is.Empty);
        site.Crew.Resize(2);
        Assert.That(site.Run(9), Is.EqualTo("pair@8"));
    }

    [Test]
    public void Ended_lifetime_leaves_the_queue_or_gives_the_hands_back()
    {
        var site = new Site(size: 1);
        Lifetime atWork = site.Simulation.Forever.Child();
        Lifetime queued = site.Simulation.Forever.Child();
        site.Job("at work", 100, life: atWork);
        site.Job("queued", 100, life: queued);
        site.Job("next", 1);
        site.Run(5);
        queued.End();
        Assert.That(site.Crew.Waiting, Is.EqualTo(1));
        atWork.End();
        Assert.That(site.Run(50), Is.EqualTo("next@5"));
        Assert.That(site.Crew.Busy, Is.Zero);
    }

    [Test]
    public void Hands_given_to_one_whose_lifetime_ends_at_the_same_instant_go_to_the_next()
    {
        var site = new Site(size: 1);
        Lifetime doomed = site.Simulation.Forever.Child();
        site.Job("first", 10);
        site.Job("doomed", 10, life: doomed);
        site.Job("next", 1);
        site.Run(9);
        site.Simulation.Forever.Start(EndWhenGranted());
        Assert.That(site.Run(50), Is.EqualTo("next@10"));
        Assert.That(site.Crew.Busy, Is.Zero);

        async Process EndWhenGranted()
        {
            await site.Simulation.Forever.Until(new Condition(), Seconds(1));
            doomed.End();
        }
    }
}
