using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models;
using Simulator.Models.Databases.Log;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Tests.Stories;

/// <summary>
/// Two coasts and a link between them: a log in the zone east.a, and whoever follows it in west.a. Rates in MB/s, times in seconds since the start.
/// </summary>
internal sealed class Coast
{
    public const double MB = 1e6;

    public Coast(string writes, string bandwidth = "unlimited", string latency = "0s", double length = 864_000, params Named<Fault>[] faults)
    {
        Link link = new([new Place("east", ""), new Place("west", "")], Story.Read(Syntaxes.Delay, latency), bandwidth == "unlimited" ? null : Story.Read(Syntaxes.DataRate, bandwidth));
        Scenario scenario = new(null, TimeSpan.FromSeconds(length),
            [new("east", new Region(["a", "b", "c"], TimeSpan.FromMilliseconds(0.5))), new("west", new Region(["a", "b"], TimeSpan.FromMilliseconds(0.5)))],
            [], [], [], [], faults, []) { Links = [new("coast", link)] };
        World = new World(scenario, new Dictionary<string, Models.Tenants.Fleet>(), new Streams(7, 0));
        Log = NewLog(writes);
    }

    public World World { get; }

    public WrittenLog Log { get; }

    public Route Route => World.Network.Between(new Zone("east", "a"), new Zone("west", "a"));

    public static Instant At(double seconds) => Instant.After(TimeSpan.FromSeconds(seconds));

    public WrittenLog NewLog(string writes) => new(Story.Read(Syntaxes.DataWorkload, writes), World.Clock);

    public Follower Follow(FollowerPace? pace = null, double? start = null, int number = 0) => Follow(Log, pace, start, number);

    public Follower Follow(WrittenLog log, FollowerPace? pace = null, double? start = null, int number = 0) =>
        new(World, new FollowerName("shard", number, "spare"), log, Route, pace ?? FollowerPace.Unlimited, start);

    public void Later(double seconds, Action action)
    {
        World.Forever.Start(Act());

        async Process Act()
        {
            await World.Forever.WaitUntil(At(seconds));
            action();
        }
    }

    public IReadOnlyList<T> Facts<T>() where T : Fact => [.. World.Journal.Facts.OfType<T>()];
}
