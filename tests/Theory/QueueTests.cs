using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Arithmetic;
using Simulator.Kernel.Capacities;
using Simulator.Tests.Kernel;

namespace Simulator.Tests.Theory;

[Parallelizable(ParallelScope.All)]
public class QueueTests
{
    private const int Trials = 20;
    private const int Customers = 7_000;

    private static Func<Simulation, Func<Lifetime, Queue, Process>> Crew(int size, IRandomDelay length) => simulation =>
    {
        var crew = new Crew(simulation, "servers", size);
        async Process Serve(Lifetime life, Queue queue)
        {
            Instant came = life.Now;
            using Hands hands = await life.Use(crew);
            queue.Waited(life.Now - came);
            await life.Wait(length, queue.Draws);
        }
        return Serve;
    };

    // Work with a mean of 1 byte and a squared coefficient of variation of about 5: a mixture of short and long jobs.
    private static Func<Simulation, Func<Lifetime, Queue, Process>> Shared(double rate) => simulation =>
    {
        var disk = new Capacity(simulation, "disk", rate);
        async Process Serve(Lifetime life, Queue queue)
        {
            double mean = queue.Draws.NextUniform() < 0.9 ? 0.5 : 5.5;
            await life.Move(-mean * PureMath.Log(1 - queue.Draws.NextUniform()), disk);
        }
        return Serve;
    };

    private static ExponentialDelay Exponential(double seconds) => new(TimeSpan.FromSeconds(seconds));

    private sealed record FixedDelay(TimeSpan Length) : IRandomDelay
    {
        public TimeSpan Quantile(double u) => Length;

        public double Cumulative(TimeSpan duration) => duration < Length ? 0 : 1;
    }

    [Test]
    public void Mean_sojourn_of_one_server_with_exponential_service() =>
        SimulatedMean.Of(Trials, trial => Queue.Run(trial, Customers, Crew(1, Exponential(0.6))).MeanSojourn).AssertAgreesWith(0.6 / (1 - 0.6), precision: 0.04);

    [Test]
    public void Mean_number_in_system_of_one_server_with_exponential_service() =>
        SimulatedMean.Of(Trials, trial => Queue.Run(trial, Customers, Crew(1, Exponential(0.5))).MeanInSystem).AssertAgreesWith(1, precision: 0.04);

    [Test]
    public void Mean_wait_of_one_server_with_fixed_service() =>
        SimulatedMean.Of(Trials, trial => Queue.Run(trial, Customers, Crew(1, new FixedDelay(TimeSpan.FromSeconds(0.6)))).MeanWait)
            .AssertAgreesWith(0.6 * 0.6 / (2 * (1 - 0.6)), precision: 0.04);

    [Test]
    public void Share_that_waits_for_a_crew_of_four_is_that_of_Erlang_C()
    {
        const double Load = 2.8;
        double wait = Math.Pow(Load, 4) / 24 * 4 / (4 - Load);
        double exact = wait / (1 + Load + (Load * Load / 2) + (Math.Pow(Load, 3) / 6) + wait);
        SimulatedMean.Of(Trials, trial => Queue.Run(trial, Customers, Crew(4, Exponential(Load))).ShareThatWaits).AssertAgreesWith(exact, precision: 0.04);
    }

    [Test]
    public void Mean_sojourn_on_a_shared_capacity_depends_on_the_mean_of_the_work_only() =>
        SimulatedMean.Of(Trials, trial => Queue.Run(trial, Customers, Shared(rate: 1 / 0.6)).MeanSojourn).AssertAgreesWith(0.6 / (1 - 0.6), precision: 0.04);

    [TestCase(1)]
    [TestCase(2)]
    public void Number_in_system_is_throughput_times_sojourn(int trial)
    {
        Queue queue = Queue.Run(trial, 5000, Shared(rate: 1 / 0.8));
        Assert.That(queue.MeanInSystem, Is.EqualTo(queue.Throughput * queue.MeanSojournOfAll).Within(1e-9).Percent);
    }
}
