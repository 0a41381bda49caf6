using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Facts;
using Simulator.Models.Places;
using Simulator.Tests.Stories;
using static Simulator.Tests.Stories.Coast;

namespace Simulator.Tests.Theory;

/// <summary>
/// Followers in random arrangements, against a plain integration in steps of a second: what is sent grows by the bandwidth up to the log, what is applied by
/// its rate up to what has arrived. Everything happens at whole seconds, so the integration is exact there.
/// </summary>
[Parallelizable(ParallelScope.All)]
public class FollowerProperties
{
    private const int Length = 600;
    private const int Arrangements = 50;

    private sealed class Arrangement
    {
        public required double Bandwidth { get; init; }

        public required int Latency { get; init; }

        public required FollowerPace Pace { get; init; }

        public required List<(int At, string What, double Value)> Events { get; init; }

        public static Arrangement Random(Random random) => new()
        {
            Bandwidth = random.Next(5) == 0 ? double.PositiveInfinity : random.Next(1, 9) * MB,
            Latency = random.Next(3) == 0 ? random.Next(1, 20) : 0,
            Pace = new FollowerPace
            {
                ApplyRate = random.Next(2) == 0 ? double.PositiveInfinity : random.Next(1, 9) * MB * 1.1,
                ApplyDelay = TimeSpan.FromSeconds(random.Next(3) == 0 ? random.Next(1, 100) : 0),
            },
            Events = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (random.Next(1, Length), s_kinds[random.Next(s_kinds.Length)], random.Next(0, 12) * MB * 0.7)).OrderBy(e => e.Item1)],
        };
    }

    private static readonly string[] s_kinds = ["rate", "rate", "rate", "cut", "restore", "stop", "start", "source down", "source up", "slow", "quicken"];

    [Test]
    public void It_is_where_plain_integration_says([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < Arrangements; i++)
        {
            Arrangement arrangement = Arrangement.Random(random);
            string name = $"seed {seed}, arrangement {i}: {arrangement.Bandwidth} {arrangement.Latency} {arrangement.Pace} {string.Join(' ', arrangement.Events)}";
            (Coast coast, Follower spare) = Simulated(arrangement);
            Integrated(arrangement, coast.Log, (second, sent, received, applied) =>
            {
                Instant at = At(second);
                if (Math.Abs(spare.SentAt(at) - sent) > 20 || Math.Abs(spare.ReceivedAt(at) - received) > 20 || Math.Abs(spare.AppliedAt(at) - applied) > 20)
                    Assert.Fail($"{name}\nat {second} s sent {spare.SentAt(at)} received {spare.ReceivedAt(at)} applied {spare.AppliedAt(at)}, but by integration {sent} {received} {applied}\n{string.Join('\n', coast.World.Journal.Facts.Select(f => f.At + " " + f.Describe()))}");
            });
            HoldsTogether(coast.Log, spare, name);
        }
    }

    /// <summary>Several on one link beside a bulk copy: nobody ahead or backwards, and together no more than the link carries but for the tenth that bulk always gets.</summary>
    [Test]
    public void Several_that_share_a_link_take_no_more_than_it_has([Range(101, 110)] int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 10; i++)
        {
            double bandwidth = random.Next(4, 12);
            Coast coast = new("1 MB/s", $"{bandwidth} MB/s", length: Length);
            WrittenLog[] logs = [.. Enumerable.Range(0, random.Next(2, 6)).Select(n => coast.NewLog($"{1 + n} MB/s"))];
            Follower[] followers = [.. logs.Select((log, n) => coast.Follow(log, number: n))];
            double copied = 0;
            coast.World.Forever.Start(Copy(20 * MB));
            for (int n = 0; n < 12; n++)
            {
                (int which, double rate) = (random.Next(logs.Length), random.Next(0, 6) * MB);
                coast.Later(random.Next(1, Length), () =>
                {
                    logs[which].Hold(coast.World.Now, rate);
                    followers[which].LoadChanged();
                });
            }
            coast.World.Run();
            for (int second = 0; second < Length; second += 10)
            {
                double sent = followers.Sum(follower => follower.SentAt(At(second + 10)) - follower.SentAt(At(second)));
                Assert.That(sent, Is.LessThanOrEqualTo(1.1 * bandwidth * MB * 10 + 100), $"seed {seed}, arrangement {i}, second {second}");
            }
            foreach ((WrittenLog log, Follower follower) in logs.Zip(followers)) HoldsTogether(log, follower, $"seed {seed}, arrangement {i}");
            Assert.That(copied, Is.EqualTo(20 * MB), "bulk is never starved");

            async Process Copy(double bytes)
            {
                await coast.Route.Move(coast.World.Forever, bytes, double.PositiveInfinity);
                copied = bytes;
            }
        }
    }

    /// <summary>
    /// Days with a course, or with bursts, over a link and through an apply rate that the peaks are too much for. It is held against the two queues in closed form:
    /// what has passed a server of rate r by t is the least of A(t) and of A(s) + r (t - s) over all s before (Reich, 1958), looked at each minute.
    /// </summary>
    [Test]
    public void Its_queues_over_days_are_those_of_queueing_theory([Range(201, 208)] int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 10; i++)
        {
            int low = random.Next(0, 4), high = random.Next(low + 1, 12);
            string writes = random.Next(3) switch
            {
                0 => $"daily(low {low} MB/s high {high} MB/s peak {random.Next(24)}h)",
                1 => $"weekly(low {low} MB/s high {high} MB/s peak {random.Next(24)}h weekend {random.Next(10, 90)}%)",
                _ => $"bursts(base {low} MB/s burst {high} MB/s every {random.Next(6, 30)}h lasts {random.Next(10, 300)}m)",
            };
            double bandwidth = random.Next(3) == 0 ? double.PositiveInfinity : low + random.Next(1, 8), apply = random.Next(4) == 0 ? double.PositiveInfinity : (low + random.Next(1, 8)) * 1.1;
            string name = $"seed {seed}, arrangement {i}: {writes}, {bandwidth} MB/s, applies {apply} MB/s";
            Coast coast = new(writes, double.IsFinite(bandwidth) ? $"{bandwidth} MB/s" : "unlimited", length: 4 * 86_400);
            Follower spare = coast.Follow(new FollowerPace { ApplyRate = apply * MB }, start: 0);
            coast.World.Run();
            double sent = 0, applied = 0, tolerance = Models.Workloads.Workload.StepTolerance * coast.Log.At(At(4 * 86_400)) + 60 * high * MB;
            for (int second = 60; second <= 4 * 86_400; second += 60)
            {
                sent = Math.Min(coast.Log.At(At(second)), sent + 60 * bandwidth * MB);
                applied = Math.Min(sent, applied + 60 * apply * MB);
                Assert.That(spare.SentAt(At(second)), Is.EqualTo(sent).Within(tolerance), $"{name}, sent at {second} s");
                Assert.That(spare.AppliedAt(At(second)), Is.EqualTo(applied).Within(tolerance), $"{name}, applied at {second} s");
            }
            Assert.That(coast.World.Simulation.Events, Is.LessThan(4 * 200), $"{name}: some steps a day");
        }
    }

    private static (Coast, Follower) Simulated(Arrangement arrangement)
    {
        Coast coast = new("1.4 MB/s", double.IsFinite(arrangement.Bandwidth) ? $"{arrangement.Bandwidth / MB:0} MB/s" : "unlimited", $"{arrangement.Latency}s", Length);
        Follower spare = coast.Follow(arrangement.Pace);
        Lane lane = coast.Route.Lane!;
        (int cuts, int slow) = (0, 0);
        foreach ((int at, string what, double value) in arrangement.Events) coast.Later(at, () => Happen(what, value));
        coast.World.Run();
        return (coast, spare);

        void Happen(string what, double value)
        {
            switch (what)
            {
                case "rate":
                    coast.Log.Hold(coast.World.Now, value);
                    spare.LoadChanged();
                    break;
                case "cut": (cuts, _) = (cuts + 1, 0); lane.Cut(); break;
                case "restore" when cuts > 0: cuts--; lane.Restore(); break;
                case "stop": spare.Disconnect(); break;
                case "start": spare.Connect(); break;
                case "source down": spare.StopSending(); break;
                case "source up": spare.ResumeSending(); break;
                case "slow": slow++; lane.Slow(new Slowdown(2, 1)); break;
                case "quicken" when slow > 0: slow--; lane.Quicken(new Slowdown(2, 1)); break;
                default: break;
            }
        }
    }

    private static void Integrated(Arrangement arrangement, WrittenLog log, Action<int, double, double, double> check)
    {
        (int cuts, int slow, bool runs, bool sends) = (0, 0, true, true);
        int delay = (int)arrangement.Pace.ApplyDelay.TotalSeconds, since = int.MinValue / 2, latency = arrangement.Latency;
        double floor = double.NegativeInfinity, applied = Math.Min(log.At(At(-latency)), log.At(At(-delay)));
        bool connected = true;
        var sent = new double[Length + 1];
        double Sent(int second) => second < 0 ? log.At(At(second)) : sent[second];
        double Received(int second) => !connected || second - latency < since ? floor : Math.Max(floor, Sent(second - latency));
        double Ready(int second) => Math.Min(Received(second), log.At(At(second - delay)));
        double ReadyBefore(int second) => connected && second - latency == since ? Math.Min(floor, log.At(At(second - delay))) : Ready(second);
        void Turn(int second)
        {
            bool connects = cuts == 0 && runs && sends;
            if (connects != connected) (sent[second], floor, connected, since) = (Received(second), Received(second), connects, second);
            if (connected && double.IsInfinity(arrangement.Bandwidth)) sent[second] = log.At(At(second));
            if (runs && double.IsInfinity(arrangement.Pace.ApplyRate)) applied = Math.Max(applied, Ready(second));
        }
        for (int second = 0; second < Length; second++)
        {
            Turn(second);
            foreach ((_, string what, _) in arrangement.Events.Where(e => e.At == second))
            {
                Happen(what);
                Turn(second);
            }
            check(second, sent[second], Received(second), applied);
            sent[second + 1] = connected ? Math.Min(log.At(At(second + 1)), sent[second] + arrangement.Bandwidth / Math.Pow(2, slow)) : sent[second];
            if (runs) applied = Math.Max(applied, Math.Min(ReadyBefore(second + 1), applied + arrangement.Pace.ApplyRate));
        }

        void Happen(string what)
        {
            switch (what)
            {
                case "cut": cuts++; break;
                case "restore": cuts = Math.Max(0, cuts - 1); break;
                case "stop" or "start": runs = what == "start"; break;
                case "source down" or "source up": sends = what == "source up"; break;
                case "slow": slow++; break;
                case "quicken": slow = Math.Max(0, slow - 1); break;
                default: break;
            }
        }
    }

    private static void HoldsTogether(WrittenLog log, Follower follower, string name)
    {
        (double received, double applied) = (double.NegativeInfinity, double.NegativeInfinity);
        for (double second = 0; second <= Length; second += 0.37)
        {
            Instant at = At(second);
            (double r, double a) = (follower.ReceivedAt(at), follower.AppliedAt(at));
            if (r < received || a < applied || a > r || r > log.At(at)) Assert.Fail($"{name}\nat {second}: received {received} then {r}, applied {applied} then {a}, log {log.At(at)}");
            (received, applied) = (r, a);
        }
    }
}
