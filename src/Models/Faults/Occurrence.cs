using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Run;

namespace Simulator.Models.Faults;

/// <summary>One fault as it happens in one trial, once of maybe several times.</summary>
/// <param name="World">The trial's world.</param>
/// <param name="Name">The fault's name in the scenario.</param>
/// <param name="Number">Which of its occurrences it is, from 0.</param>
public sealed record Occurrence(World World, string Name, int Number)
{
    private readonly List<DatabaseRun> _hit = [];
    private readonly HashSet<DatabaseRun> _known = [];

    /// <summary>Whether somebody has noticed.</summary>
    public Condition Noticed { get; } = new();

    /// <summary>Whether people have mended it before it ended by itself.</summary>
    public Condition Mended { get; } = new();

    /// <summary>Whether it is over, or has begun and will not end by itself.</summary>
    public Condition IsSettled { get; } = new();

    /// <summary>Whether a recovery plan says what people do about it; else they do at once what there is to do.</summary>
    public bool IsPlannedFor { get; } = World.Scenario.Recovery.Any(plan => plan.Value.Handles.Contains(Name));

    /// <summary>Whether the public is told of it.</summary>
    public bool IsTold { get; } = World.Scenario.Communication.Any(one => one.Value.About.Contains(Name));

    /// <summary>The databases that it has hit, in the order in which it did.</summary>
    public IReadOnlyList<DatabaseRun> Databases => _hit;

    /// <summary>Where its luck comes from, for what is drawn in one go: the fault's own stream the first time, each further occurrence's own after that.</summary>
    /// <param name="what">What for.</param>
    public RandomStream Luck(string what) => Number == 0 ? World.Streams.Get(Name, what) : World.Streams.Get(Name, what).For((ulong)Number);

    /// <summary>Where its luck comes from, for what is drawn again the same; each call begins the stream anew.</summary>
    /// <param name="what">What for.</param>
    public RandomStream Stream(string what) => World.Streams.Get(Name, what).For((ulong)Number);

    /// <summary>It has hit a database.</summary>
    internal void Hit(DatabaseRun database)
    {
        if (_known.Add(database)) _hit.Add(database);
    }
}
