using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Tests.Kernel;

namespace Simulator.Tests.Theory;

[Parallelizable(ParallelScope.All)]
public class RepairTests
{
    /// <summary>Units that fail and are repaired by a crew.</summary>
    private sealed class Plant
    {
        private readonly Simulation _simulation;
        private readonly Crew _crew;
        private readonly int _fatal;
        private Instant _since;
        private TimeSpan _timeLost;
        private int _failed;
        private Instant? _renewed = Instant.Start;
        private TimeSpan _cycles;
        private int _losses;

        public Plant(int trial, int units, int crew, IRandomDelay failure, IRandomDelay repair, int fatal)
        {
            _simulation = Trial.New(trial);
            _crew = new Crew(_simulation, "repairers", crew);
            _fatal = fatal;
            for (int unit = 0; unit < units; unit++)
                _simulation.Forever.Start(Unit(_simulation.Streams.Get($"unit {unit}", "life"), failure, repair));
        }

        /// <summary>The share of time in which fewer than the fatal number had failed.</summary>
        public double Availability(TimeSpan length)
        {
            _simulation.Run(Instant.After(length));
            Count(0);
            return 1 - (_timeLost / length);
        }

        /// <summary>The mean time, in hours, from all units new to the fatal number failed.</summary>
        public static double MeanHoursToLoss(int trial, int rounds, int units, double failureHours, double repairHours, int? fatal = null)
        {
            double sum = 0;
            for (int round = 0; round < rounds; round++)
            {
                var plant = new Plant((trial * rounds) + round, units, crew: 1, Exponential(failureHours), Exponential(repairHours), fatal ?? units);
                while (plant._failed < plant._fatal) plant._simulation.RunToEvent(plant._simulation.Events + 1);
                sum += plant._simulation.Now.SinceStart.TotalHours;
            }
            return sum / rounds;
        }

        /// <summary>Cycles from all units new to all units new again, or to the fatal number failed: how long they took, in hours, and how many were fatal.</summary>
        public (double Hours, int Losses) Cycles(TimeSpan length)
        {
            _simulation.Run(Instant.After(length));
            return (_cycles.TotalHours, _losses);
        }

        private async Process Unit(RandomStream stream, IRandomDelay failure, IRandomDelay repair)
        {
            Lifetime life = _simulation.Forever;
            while (true)
            {
                await life.Wait(failure, stream);
                Count(+1);
                using (await life.Use(_crew)) await life.Wait(repair, stream);
                Count(-1);
            }
        }

        private void Count(int change)
        {
            if (_failed >= _fatal) _timeLost += _simulation.Now - _since;
            _since = _simulation.Now;
            _failed += change;
            Renew();
        }

        // What lies between a loss and the next renewal belongs to no cycle.
        private void Renew()
        {
            if (_renewed is { } renewed && (_failed == 0 || _failed >= _fatal))
            {
                _cycles += _simulation.Now - renewed;
                if (_failed > 0) _losses++;
                _renewed = null;
            }
            if (_failed == 0) _renewed = _simulation.Now;
        }
    }

    private static ExponentialDelay Exponential(double hours) => new(TimeSpan.FromHours(hours));

    [Test]
    public void One_repairable_unit_whatever_the_distributions() =>
        SimulatedMean.Of(20, trial => 1 - new Plant(trial, units: 1, crew: 1, Exponential(100), new UniformDelay(TimeSpan.FromHours(20)), fatal: 1).Availability(TimeSpan.FromHours(200_000)))
            .AssertAgreesWith(10.0 / 110, precision: 0.01);

    [TestCase(1, 0.99980396)]
    [TestCase(2, 0.99990197)]
    public void Two_units_with_one_and_two_crews(int crew, double availability) =>
        SimulatedMean.Of(20, trial => 1 - new Plant(trial, units: 2, crew, Exponential(1000), Exponential(10), fatal: 2).Availability(TimeSpan.FromHours(10_000_000)))
            .AssertAgreesWith(1 - availability, precision: 0.03);

    [Test]
    public void Mean_time_to_loss_of_a_mirrored_pair()
    {
        const double A = 1.0 / 1000;
        const double B = 1.0 / 50;
        SimulatedMean.Of(20, trial => Plant.MeanHoursToLoss(trial, rounds: 150, units: 2, 1 / A, 1 / B)).AssertAgreesWith(((3 * A) + B) / (2 * A * A), precision: 0.03);
    }

    /// <summary>
    /// A year's loss is one in nine thousand: a million years are lived in forty pieces. The pair begins anew whenever it is whole, so the mean time to loss is the
    /// time of all cycles over the losses among them, whose number is Poisson; it may be three of its standard errors from what is exact.
    /// </summary>
    [Test]
    public void Two_copies_that_fail_once_a_year_and_are_mended_in_half_an_hour()
    {
        const double Exact = 7.67507e7, A = 1.0 / 8760, B = 2;
        Assert.That(((3 * A) + B) / (2 * A * A), Is.EqualTo(Exact).Within(1e-5 * Exact));
        Assert.That(1 - Math.Exp(-8760 / Exact), Is.EqualTo(1.141e-4).Within(1e-7));
        (double hours, int losses) = (0, 0);
        for (int piece = 0; piece < 40; piece++)
        {
            (double lived, int lost) = new Plant(piece, units: 2, crew: 1, Exponential(1 / A), Exponential(1 / B), fatal: 2).Cycles(TimeSpan.FromDays(365 * 25_000));
            (hours, losses) = (hours + lived, losses + lost);
        }
        double expected = hours / Exact;
        TestContext.Out.WriteLine($"{losses} losses in {hours / 8760:0} years, {expected:0.0} expected");
        Assert.That(losses, Is.EqualTo(expected).Within(3 * Math.Sqrt(expected)));
    }

    [Test]
    public void Mean_time_to_loss_of_three_copies()
    {
        const double A = 1.0 / 1000;
        const double B = 1.0 / 100;
        SimulatedMean.Of(20, trial => Plant.MeanHoursToLoss(trial, rounds: 100, units: 3, 1 / A, 1 / B))
            .AssertAgreesWith(((11 * A * A) + (4 * A * B) + (B * B)) / (6 * A * A * A), precision: 0.03);
    }

    [Test]
    public void Mean_time_to_loss_of_an_array_that_survives_one_disk()
    {
        const double A = 1.0 / 1000;
        const double B = 1.0 / 20;
        const int N = 5;
        SimulatedMean.Of(20, trial => Plant.MeanHoursToLoss(trial, rounds: 150, N, 1 / A, 1 / B, fatal: 2)).AssertAgreesWith((B + (((2 * N) - 1) * A)) / (N * (N - 1) * A * A), precision: 0.03);
    }
}
