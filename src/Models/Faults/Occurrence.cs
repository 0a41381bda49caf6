using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases.Run;

namespace Simulator.Models.Faults;

/// <summary>One fault as it happens in one trial.</summary>
/// <param name="World">The trial's world.</param>
/// <param name="Name">The fault's name in the scenario.</param>
public sealed record Occurrence(World World, string Name)
{
    private readonly List<DatabaseRun> _hit = [];

    /// <summary>Whether somebody has noticed.</summary>
    public Condition Noticed { get; } = new();

    /// <summary>Whether people have mended it before it ended by itself.</summary>
    public Condition Mended { get; } = new();

    /// <summary>Whether it is over.</summary>
    public Condition Over { get; } = new();

    /// <summary>Whether a recovery plan says what people do about it; else they do at once what there is to do.</summary>
    public bool IsPlannedFor { get; } = World.Scenario.Recovery.Any(plan => plan.Value.Handles.Contains(Name));

    /// <summary>The databases that it has hit, in the order in which it did.</summary>
    public IReadOnlyList<DatabaseRun> Databases => _hit;

    /// <summary>Where its luck comes from; each call begins the stream anew, so that what is drawn twice is the same.</summary>
    /// <param name="what">What for.</param>
    public RandomStream Stream(string what) => World.Streams.Get(Name, what).For(0);

    /// <summary>It has hit a database.</summary>
    internal void Hit(DatabaseRun database)
    {
        if (!_hit.Contains(database)) _hit.Add(database);
    }
}
