using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Kernel.Randomness;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class MisuseTests
{
    private static readonly Simulation s_simulation = New();
    private static readonly Crew s_crew = new(s_simulation, "pair", 2);
    private static readonly Capacity s_link = new(s_simulation, "link", 100);

    private static IEnumerable<TestCaseData> OutOfRange()
    {
        Lifetime life = s_simulation.Forever;
        var condition = new Condition();
        static TestCaseData Case(string name, Action action) => new TestCaseData(action).SetName($"Out of range: {name}");

        yield return Case("negative wait", () => life.Wait(Seconds(-1)));
        yield return Case("negative timeout", () => life.Until(condition, Seconds(-1)));
        yield return Case("no hands", () => life.Use(s_crew, hands: 0));
        yield return Case("more hands than there ever were", () => life.Use(s_crew, hands: 3));
        yield return Case("rank that is not a number", () => life.Use(s_crew, rank: double.NaN));
        yield return Case("negative size of a crew", () => s_crew.Resize(-1));
        yield return Case("negative bytes", () => life.Move(-1, s_link));
        yield return Case("endless bytes", () => life.Move(double.PositiveInfinity, s_link));
        yield return Case("cap of zero", () => life.Move(1, s_link, cap: 0));
        yield return Case("weight of zero", () => life.Move(1, s_link, weight: 0));
        yield return Case("negative capacity", () => s_link.Change(-1));
        yield return Case("endless capacity", () => _ = new Capacity(s_simulation, "x", double.PositiveInfinity));
        yield return Case("negative rate of a flow", () => _ = new Flow(Instant.Start, 0, -1));
        yield return Case("change of a flow in its past", () => new Flow(At(5), 0, 1).SetRate(At(4), 2));
        yield return Case("running backwards", () => s_simulation.Run(At(-1)));
        yield return Case("running back to an event", () => s_simulation.RunToEvent(-1));
    }

    [TestCaseSource(nameof(OutOfRange))]
    public void Out_of_range_is_refused_where_it_is_written(Action action) =>
        Assert.That(() => action(), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Parts_of_another_simulation_are_refused()
    {
        Lifetime life = New().Forever;
        Assert.Multiple(() =>
        {
            Assert.That(() => _ = life.Use(s_crew), Throws.ArgumentException);
            Assert.That(() => _ = life.Move(1, s_link), Throws.ArgumentException);
            Assert.That(() => _ = life.Move(1, []), Throws.ArgumentException, "no capacity and no cap");
        });
    }

    [Test]
    public void Starting_twice_is_refused()
    {
        Lifetime life = New().Forever;
        Process process = Idle(life);
        life.Start(process);
        Assert.That(() => life.Start(process), Throws.InvalidOperationException);

        static async Process Idle(Lifetime life) => await life.Wait(Seconds(1));
    }

    [Test]
    public void Starting_through_an_ended_lifetime_is_refused()
    {
        Lifetime life = New().Forever.Child();
        life.End();
        Assert.Multiple(() =>
        {
            Assert.That(() => life.Start(Idle(life)), Throws.InstanceOf<LifetimeEndedException>());
            Assert.That(() => life.Child(), Throws.InstanceOf<LifetimeEndedException>());
        });

        static async Process Idle(Lifetime life) => await life.Wait(Seconds(1));
    }

    [Test]
    public void Disposing_hands_twice_is_noticed()
    {
        Simulation simulation = New();
        var crew = new Crew(simulation, "one", 1);
        simulation.Forever.Start(Work());
        Assert.That(() => simulation.Run(At(1)), Throws.InvalidOperationException);

        async Process Work()
        {
            Hands hands = await simulation.Forever.Use(crew);
            hands.Dispose();
            hands.Dispose();
        }
    }

    [Test]
    public void Running_or_branching_from_inside_a_process_is_refused()
    {
        Simulation simulation = New();
        simulation.Forever.Start(Nest());
        simulation.Run(At(1));

        async Process Nest()
        {
            await simulation.Forever.Wait(TimeSpan.Zero);
            Assert.That(() => simulation.Run(At(2)), Throws.InvalidOperationException);
            Assert.That(() => simulation.Branch(1), Throws.InvalidOperationException);
        }
    }

    [Test]
    public void Awaiting_a_wait_of_the_kernel_outside_a_process_is_refused()
    {
        Lifetime life = New().Forever;
        Assert.That(() => life.Wait(Seconds(1)).GetAwaiter().OnCompleted(() => { }), Throws.InstanceOf<NotSupportedException>());
    }

    private sealed record BackwardsDelay : IRandomDelay
    {
        public TimeSpan Quantile(double u) => Seconds(-1);

        public double Cumulative(TimeSpan duration) => 1;
    }

    [Test]
    public void Distribution_that_gives_a_negative_duration_is_refused()
    {
        Lifetime life = New().Forever;
        RandomStream stream = life.Simulation.Streams.Get("a", "b");
        Assert.That(() => _ = life.Wait(new BackwardsDelay(), stream), Throws.InvalidOperationException);
    }
}
