using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

/// <summary>The kernel against a plain solver that knows no connected parts, no calendar and no ticks.</summary>
[Parallelizable(ParallelScope.All)]
public class FairShareTests
{
    private sealed class Job
    {
        public required double Begins { get; init; }

        public required int[] Over { get; init; }

        public required double Cap { get; set; }

        public required double Weight { get; init; }

        public required double Bytes { get; init; }

        public double Remaining { get; set; }

        public double Rate { get; set; }

        public double Ends { get; set; } = double.NaN;

        public double EndsInKernel { get; set; } = double.NaN;
    }

    private sealed record Change(double At, int Capacity, double Rate);

    [Test]
    public void Transfers_end_when_a_plain_solver_says([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        double[] rates = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => 10 + (100 * random.NextDouble()))];
        Job[] jobs = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => NewJob(random, rates.Length))];
        Change[] changes = [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => new Change(20 * random.NextDouble(), random.Next(rates.Length), random.Next(3) == 0 ? 0 : 100 * random.NextDouble()))];

        RunInKernel(jobs, rates, changes);
        Solve(jobs, [.. rates], [.. changes.OrderBy(change => change.At)]);

        Assert.Multiple(() =>
        {
            foreach (Job job in jobs.Where(job => !double.IsNaN(job.Ends)))
                Assert.That(job.EndsInKernel, Is.EqualTo(job.Ends).Within(1e-5 + (1e-9 * job.Ends)), $"seed {seed}");
            Assert.That(jobs.Select(job => double.IsNaN(job.EndsInKernel)), Is.EqualTo(jobs.Select(job => double.IsNaN(job.Ends))), $"seed {seed}");
        });
    }

    /// <summary>Open-ended currents whose caps change, among transfers: what has passed by a moment, against plain filling from change to change.</summary>
    [Test]
    public void Currents_pass_what_a_plain_solver_says([Range(101, 140)] int seed)
    {
        var random = new Random(seed);
        double[] rates = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => 10 + (100 * random.NextDouble()))];
        Job[] jobs = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => NewJob(random, rates.Length))];
        Job[] currents = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Endless(NewJob(random, rates.Length)))];
        Recap[] recaps = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => new Recap(30 * random.NextDouble(), random.Next(currents.Length), random.Next(3) switch { 0 => 0, 1 => double.PositiveInfinity, _ => 40 * random.NextDouble() }))];

        double[] passed = PassedInKernel(jobs, currents, rates, recaps);
        Job[] solved = [.. jobs, .. currents];
        double since = 0;
        foreach (Recap recap in recaps.OrderBy(recap => recap.At).Append(new Recap(40, 0, 0)))
        {
            Solve(solved, [.. rates], [], since, recap.At);
            currents[recap.Current].Cap = recap.Cap;
            since = recap.At;
        }
        Assert.That(passed, Is.EqualTo(currents.Select(current => 1e9 - current.Remaining)).Within(1e-3), $"seed {seed}");
    }

    private sealed record Recap(double At, int Current, double Cap);

    private static Job Endless(Job job)
    {
        job.Remaining = 1e9;
        return job;
    }

    private static double[] PassedInKernel(Job[] jobs, Job[] endless, double[] rates, Recap[] recaps)
    {
        Simulation simulation = New();
        Capacity[] capacities = [.. rates.Select(rate => new Capacity(simulation, "capacity", rate))];
        foreach (Job job in jobs) simulation.Forever.Start(Move(job));
        var currents = new Current?[endless.Length];
        double[] caps = [.. endless.Select(job => job.Cap)];
        for (int i = 0; i < endless.Length; i++) simulation.Forever.Start(Flow(i));
        foreach (Recap recap in recaps) simulation.Forever.Start(Apply(recap));
        simulation.Run(At(40));
        return [.. currents.Select(current => current!.Passed.At(At(40)))];

        Capacity[] Over(Job job) => [.. job.Over.Select(index => capacities[index])];
        async Process Move(Job job)
        {
            await simulation.Forever.WaitUntil(At(job.Begins));
            await simulation.Forever.Move(job.Bytes, Over(job), job.Cap, job.Weight);
        }
        async Process Flow(int i)
        {
            await simulation.Forever.WaitUntil(At(endless[i].Begins));
            currents[i] = new Current(simulation, Over(endless[i]), caps[i], endless[i].Weight);
        }
        async Process Apply(Recap recap)
        {
            await simulation.Forever.WaitUntil(At(recap.At));
            caps[recap.Current] = recap.Cap;
            currents[recap.Current]?.SetCap(recap.Cap);
        }
    }

    private static Job NewJob(Random random, int capacities)
    {
        double bytes = random.Next(4) == 0 ? 100 : 1 + (300 * random.NextDouble());
        return new Job
        {
            Begins = random.Next(3) * 5 * random.NextDouble(),
            Over = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(capacities))],
            Cap = random.Next(3) == 0 ? 1 + (20 * random.NextDouble()) : double.PositiveInfinity,
            Weight = random.Next(2) == 0 ? 1 : 0.1 + (4 * random.NextDouble()),
            Bytes = bytes,
            Remaining = bytes,
        };
    }

    private static void RunInKernel(Job[] jobs, double[] rates, Change[] changes)
    {
        Simulation simulation = New();
        Capacity[] capacities = [.. rates.Select(rate => new Capacity(simulation, "capacity", rate))];
        foreach (Job job in jobs) simulation.Forever.Start(Move(job));
        foreach (Change change in changes) simulation.Forever.Start(Apply(change));
        simulation.Run(At(1e7));

        async Process Move(Job job)
        {
            await simulation.Forever.WaitUntil(At(job.Begins));
            await simulation.Forever.Move(job.Bytes, [.. job.Over.Select(index => capacities[index])], job.Cap, job.Weight);
            job.EndsInKernel = simulation.Now.SinceStart.TotalSeconds;
        }
        async Process Apply(Change change)
        {
            await simulation.Forever.WaitUntil(At(change.At));
            capacities[change.Capacity].Change(change.Rate);
        }
    }

    private static void Solve(Job[] jobs, double[] rates, Change[] changes, double now = 0, double until = double.PositiveInfinity)
    {
        int changed = 0;
        while (true)
        {
            Job[] active = [.. jobs.Where(job => job.Begins <= now && job.Remaining > 0)];
            FillSlowly(active, rates);
            double nextBegin = jobs.Where(job => job.Begins > now).Select(job => job.Begins).DefaultIfEmpty(double.PositiveInfinity).Min();
            double nextChange = changed < changes.Length ? changes[changed].At : double.PositiveInfinity;
            double nextEnd = active.Select(job => now + (job.Remaining / job.Rate)).DefaultIfEmpty(double.PositiveInfinity).Min();
            double next = Math.Min(Math.Min(nextEnd, until), Math.Min(nextBegin, nextChange));
            if (double.IsPositiveInfinity(next)) return;
            foreach (Job job in active)
            {
                job.Remaining -= job.Rate * (next - now);
                if (job.Remaining > 1e-9 * job.Bytes) continue;
                job.Remaining = 0;
                job.Ends = next;
            }
            if (nextChange == next) rates[changes[changed].Capacity] = changes[changed++].Rate;
            now = next;
            if (now >= until) return;
        }
    }

    // One transfer at a time: whoever is held at the lowest level, by its cap or by a capacity, is settled.
    private static void FillSlowly(Job[] active, double[] rates)
    {
        double[] left = [.. rates];
        var open = new List<Job>(active);
        while (open.Count > 0)
        {
            double LevelOf(int capacity) => Math.Max(0, left[capacity]) / open.Sum(job => job.Weight * job.Over.Count(index => index == capacity));
            Job held = open.MinBy(job => Math.Min(job.Cap / job.Weight, job.Over.Min(LevelOf)))!;
            held.Rate = held.Weight * Math.Min(held.Cap / held.Weight, held.Over.Min(LevelOf));
            open.Remove(held);
            foreach (int capacity in held.Over) left[capacity] -= held.Rate;
        }
    }
}
