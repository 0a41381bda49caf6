using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models.Quantities;
using Simulator.Models.Stores.Blocks;

namespace Simulator.Tests.Theory;

/// <summary>The arithmetic of volumes that look for new mirrors, against closed forms.</summary>
[Parallelizable(ParallelScope.All)]
public class MirroringTests
{
    // 1,000 volumes of 10 GB, two copies each, room for 50 more; 100 MB/s copy one in 100 s.
    private static readonly Volumes s_volumes = new(1000, new DataSize(10e9), 2, new Share(0.025), new DataRate(100e6));

    private static Instant After(double seconds) => Instant.After(TimeSpan.FromSeconds(seconds));

    private static Mirroring Stricken(Volumes volumes, double amount)
    {
        Mirroring mirroring = new(volumes);
        mirroring.LoseContact(amount);
        mirroring.GiveUp(amount, isGone: false);
        return mirroring;
    }

    [TestCase(30, 0)]
    [TestCase(50, 0)]
    [TestCase(180, 130)]
    public void Stuck_is_what_finds_no_room(double lost, double stuck) => Assert.That(Stricken(s_volumes, lost).Census.Stuck, Is.EqualTo(stuck).Within(1e-9), "max(0, lost - room)");

    [Test]
    public void A_rebuild_takes_bytes_over_rate()
    {
        Mirroring mirroring = Stricken(s_volumes, 180);
        Assert.That(mirroring.NextChange.SinceStart.TotalSeconds, Is.EqualTo(50 * 100).Within(1e-6), "those that found room");
        mirroring.Advance(After(20_000));
        Assert.That(mirroring.Census, Is.EqualTo(new Census(870, 0, 0, 130, 0, 0)).Using<Census>(Same));
        mirroring.AddRoom(1000);
        mirroring.Advance(After(20_000 + 65 * 100));
        Assert.That(mirroring.Census.Stuck, Is.EqualTo(65).Within(1e-6), "half of those that were stuck");
        Assert.That(mirroring.NextChange.SinceStart.TotalSeconds, Is.EqualTo(20_000 + 130 * 100).Within(1e-4));
        mirroring.Advance(After(40_000));
        Assert.That(mirroring.Room, Is.EqualTo(1000 - 130 + 180).Within(1e-6), "the old copies' room is used again when all are whole");
    }

    [Test]
    public void Searches_take_from_what_is_copied()
    {
        Volumes storm = s_volumes with { RetryCost = new DataSize(15e6) }; // 130 searches in 30 s take 65 of 100 MB/s
        Assert.That(Stricken(storm, 180).NextChange.SinceStart.TotalSeconds, Is.EqualTo(50 * 100 / 0.35).Within(1e-3));
        Assert.That(Stricken(storm with { RetryCost = new DataSize(30e6) }, 180).NextChange, Is.EqualTo(Instant.Never), "nothing is left");
        Mirroring calmed = Stricken(storm, 180);
        calmed.Searches = false;
        Assert.That(calmed.NextChange.SinceStart.TotalSeconds, Is.EqualTo(50 * 100).Within(1e-6));
    }

    [Test]
    public void Under_a_back_off_the_searches_become_fewer()
    {
        Retries retries = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(240));
        double[] pauses = [.. new[] { 0, 29, 30, 89, 90, 209, 210, 100_000 }.Select(age => 1 / retries.At(TimeSpan.FromSeconds(age)).PerSecond)];
        Assert.That(pauses, Is.EqualTo(new double[] { 30, 30, 60, 60, 120, 120, 240, 240 }).Within(1e-9));
        Volumes storm = s_volumes with { RetryCost = new DataSize(30e6), BackOff = TimeSpan.FromHours(1) };
        Mirroring mirroring = Stricken(storm, 180);
        mirroring.Advance(After(7200));
        Assert.That(mirroring.Census.Rebuilding, Is.Zero, "130 searches in an hour are nothing beside 100 MB/s");
    }

    [Test]
    public void Half_of_those_that_were_stuck_wait_for_the_control_plane()
    {
        Mirroring mirroring = Stricken(s_volumes, 180);
        mirroring.Detach(isDetached: true);
        mirroring.AddRoom(1000);
        mirroring.Advance(After(40_000));
        Assert.That(mirroring.Census, Is.EqualTo(new Census(935, 0, 0, 0, 65, 0)).Using<Census>(Same), "those that had found room at once go on");
        mirroring.Detach(isDetached: false);
        Assert.That(mirroring.Mirrored, Is.EqualTo(1000).Within(1e-6));
    }

    [Test]
    public void Hands_are_a_rate_and_a_share_is_lost()
    {
        Mirroring mirroring = Stricken(s_volumes, 180);
        mirroring.LoseLast(0.1, isGone: false);
        Assert.That(mirroring.Census, Is.EqualTo(new Census(820, 0, 45, 117 + 18, 0, 0)).Using<Census>(Same));
        (mirroring.CheckedPerSecond, mirroring.Unrecoverable) = (0.01, 0.25);
        mirroring.Advance(After(900));
        Assert.That((mirroring.Checked, mirroring.Lost), Is.EqualTo((9.0, 2.25)).Within(1e-6));
    }

    [TestCase(2, 0.15)]
    [TestCase(3, 0.4)]
    public void Copies_on_nodes_drawn_at_random_are_lost_together_by_the_binomial(int copies, double share)
    {
        Reached reached = Reached.Of(copies, share);
        Assert.That(reached.All, Is.EqualTo(Math.Pow(share, copies)).Within(1e-12));
        Assert.That(reached.Last, Is.EqualTo(Math.Pow(share, copies - 1)).Within(1e-12));
        Assert.That(1 - reached.Some - reached.All, Is.EqualTo(Math.Pow(1 - share, copies)).Within(1e-12));
    }

    [Test]
    public void A_database_needs_all_of_its_volumes() => Assert.That(new Striped(4, "ebs").Any(0.13), Is.EqualTo(0.427).Within(5e-4));

    [Test]
    public void Every_volume_is_in_one_state_whatever_happens([Range(1, 20)] int seed)
    {
        Random luck = new(seed);
        Mirroring mirroring = new(s_volumes with { RetryCost = new DataSize(luck.Next(40) * 1e6), BackOff = TimeSpan.FromMinutes(luck.Next(1, 60)), Blocks = luck.Next(2) == 0 });
        double waiting = 0, at = 0;
        for (int turn = 0; turn < 60; turn++)
        {
            mirroring.Advance(After(at += luck.NextDouble() * 3000));
            switch (luck.Next(9))
            {
                case 0: waiting += Tenth(mirroring); break;
                case 1: mirroring.Return(waiting); waiting = 0; break;
                case 2 or 3: mirroring.GiveUp(waiting, luck.Next(2) == 0); waiting = 0; break;
                case 4: mirroring.LoseLast(luck.NextDouble(), luck.Next(2) == 0); break;
                case 5: mirroring.AddRoom(luck.Next(100)); break;
                case 6: mirroring.Searches = !mirroring.Searches; break;
                case 7: mirroring.Detach(luck.Next(2) == 0); break;
                default: (mirroring.CheckedPerSecond, mirroring.Unrecoverable) = (luck.NextDouble() / 100, luck.NextDouble()); break;
            }
            Census census = mirroring.Census;
            Assert.That(census.All, Is.EqualTo(1000).Within(1e-6), $"seed {seed}");
            Assert.That(new[] { census.Mirrored, census.Waiting, census.Rebuilding, census.Stuck, census.Held, census.Lost }, Is.All.GreaterThan(-1e-6), $"seed {seed}");
        }
    }

    private static double Tenth(Mirroring mirroring)
    {
        double lost = mirroring.Mirrored / 10;
        mirroring.LoseContact(lost);
        return lost;
    }

    private static bool Same(Census a, Census b) => new[] { a.Mirrored - b.Mirrored, a.Waiting - b.Waiting, a.Rebuilding - b.Rebuilding, a.Stuck - b.Stuck, a.Held - b.Held, a.Lost - b.Lost }.All(gap => Math.Abs(gap) < 1e-6);
}
