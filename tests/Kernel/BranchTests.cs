using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using static Simulator.Tests.Kernel.Trial;

namespace Simulator.Tests.Kernel;

[Parallelizable(ParallelScope.All)]
public class BranchTests
{
    private const int BranchedAt = 300;

    private static Simulation Fleet(int trial = 0, EventTrace? trace = null)
    {
        Simulation simulation = New(trial);
        simulation.Trace = trace;
        for (int i = 0; i < 20; i++) simulation.Forever.Start(Disk(simulation.Forever, simulation.Streams.Get($"disk {i}", "life")));
        return simulation;
    }

    private static async Process Disk(Lifetime life, RandomStream stream)
    {
        var failure = new ExponentialDelay(Seconds(100));
        var repair = new UniformDelay(Seconds(20));
        while (true)
        {
            await life.Wait(failure, stream);
            await life.Wait(repair, stream);
        }
    }

    private static (ulong Prefix, ulong End) Branched(params int[] branches)
    {
        Simulation simulation = Fleet();
        simulation.RunToEvent(BranchedAt);
        ulong prefix = simulation.Fingerprint;
        Assert.That(simulation.Events, Is.EqualTo(BranchedAt));
        foreach (int branch in branches)
        {
            simulation.Branch(branch);
            simulation.RunToEvent(simulation.Events + 50);
        }
        simulation.Run(At(10_000));
        return (prefix, simulation.Fingerprint);
    }

    [Test]
    public void Prefixes_are_equal_and_afterwards_branches_differ()
    {
        (ulong Prefix, ulong End)[] runs = [Branched(), Branched(1), Branched(2), Branched(1, 3), Branched(2, 3)];
        Assert.Multiple(() =>
        {
            Assert.That(runs.Select(run => run.Prefix).Distinct().Count(), Is.EqualTo(1));
            Assert.That(runs.Select(run => run.End), Is.Unique);
            Assert.That(Branched(2, 3), Is.EqualTo(runs[4]), "a branch can be run again");
        });
    }

    [Test]
    public void Same_seed_and_trial_give_the_same_fingerprint_and_another_trial_another()
    {
        static ulong Fingerprint(int trial)
        {
            Simulation simulation = Fleet(trial);
            simulation.Run(At(10_000));
            return simulation.Fingerprint;
        }
        ulong[] fingerprints = [Fingerprint(1), Fingerprint(1), Fingerprint(2)];
        Assert.That(fingerprints[0], Is.EqualTo(fingerprints[1]).And.Not.EqualTo(fingerprints[2]));
    }

    [Test]
    public void First_different_event_is_named()
    {
        var a = new EventTrace();
        var b = new EventTrace();
        Simulation first = Fleet(trace: a);
        Simulation second = Fleet(trace: b);
        first.Run(At(200));
        second.RunToEvent(25);
        second.Branch(1);
        second.Run(At(200));
        Assert.Multiple(() =>
        {
            Assert.That(EventTrace.FirstDifference(a, a), Is.Null);
            Assert.That(EventTrace.FirstDifference(a, b), Does.Match(@"^event 26: 0d 00:\S+ BranchTests\.Disk#\d+ / 0d 00:\S+ BranchTests\.Disk#\d+$"));
        });
    }

    [Test]
    public void Pending_wait_is_drawn_again_given_its_age()
    {
        // Uniform up to 10 s and 6 s old: uniform from 6 to 10 s, mean 8 s, standard deviation 4 / sqrt(12).
        const int Trials = 2000;
        double sum = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            double ended = EndOfWait(trial);
            Assert.That(ended, Is.InRange(6, 10));
            sum += ended;
        }
        Assert.That(sum / Trials, Is.EqualTo(8).Within(4 * 4 / Math.Sqrt(12.0 * Trials)));
    }

    // The seed is one whose first draw outlasts the branching: all chance comes from the branch.
    private static double EndOfWait(int branch)
    {
        ulong seed = 0;
        while (new Streams(seed, 0).Get("wait", "length").NextUniform() < 0.7) seed++;
        Simulation simulation = New(seed: seed);
        double ended = 0;
        RandomStream stream = simulation.Streams.Get("wait", "length");
        var delay = new UniformDelay(Seconds(10));
        simulation.Forever.Start(Wait());
        simulation.Run(At(6));
        simulation.Branch(branch);
        simulation.Run(At(20));
        return ended;

        async Process Wait()
        {
            await simulation.Forever.Wait(delay, stream);
            ended = simulation.Now.SinceStart.TotalSeconds;
        }
    }
}
