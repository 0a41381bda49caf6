namespace Simulator.Kernel.Randomness;

/// <summary>
/// The random streams of one trial, by name: stream = seed, trial, branch, who draws and what for. A new draw in one place moves no other,
/// variants of a design meet the same luck, and any trial can be run again alone.
/// </summary>
public sealed class Streams
{
    private readonly Dictionary<(string Who, string What), RandomStream> _byName = [];
    private readonly List<RandomStream> _streams = [];
    private ulong _key;

    /// <summary>The streams of a trial, on branch 0.</summary>
    /// <param name="seed">The seed of the scenario.</param>
    /// <param name="trial">The number of the trial.</param>
    public Streams(ulong seed, int trial)
    {
        Seed = seed;
        Trial = trial;
        _key = Philox.Key(Philox.Key(seed, "trial"), unchecked((ulong)trial));
    }

    /// <summary>The seed of the scenario.</summary>
    public ulong Seed { get; }

    /// <summary>The number of the trial.</summary>
    public int Trial { get; }

    /// <summary>The branch that was entered last; 0 before any.</summary>
    public int Branch { get; private set; }

    /// <summary>The stream of a name; asking again gives the same object.</summary>
    /// <param name="who">Who draws, such as the path of a component.</param>
    /// <param name="what">What for, such as <c>repair</c>.</param>
    public RandomStream Get(string who, string what)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(what);
        if (_byName.TryGetValue((who, what), out RandomStream? known)) return known;
        var stream = new RandomStream(who, what, Philox.Key(_key, who, what));
        _byName.Add((who, what), stream);
        _streams.Add(stream);
        return stream;
    }

    // The key is folded, not replaced: branch 2 of branch 1 and branch 2 of branch 3 must not meet the same luck.
    internal void Enter(int branch)
    {
        Branch = branch;
        _key = Philox.Key(Philox.Key(_key, "branch"), unchecked((ulong)branch));
        foreach (RandomStream stream in _streams) stream.Rekey(Philox.Key(_key, stream.Who, stream.What));
    }
}
