using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Backups;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Faults;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <summary>
/// One database in one trial: its copies, who of them takes writes, and what becomes of every acknowledged byte. It is made when something happens to
/// it: until then it is a function of time like all its kind.
/// </summary>
public sealed partial class DatabaseRun
{
    private readonly World _world;
    private readonly Named<Database> _databases;
    private readonly List<Copy> _copies = [];
    private readonly Ledger _ledger = new();
    private readonly Sync _sync;
    private readonly Dictionary<string, RandomStream> _luck = [];
    private bool _isTouched;

    /// <summary>The database as it is before anything has happened to it.</summary>
    public DatabaseRun(World world, Named<Database> databases, int number)
    {
        (_world, _databases, Number) = (world, databases, number);
        Log = new WrittenLog(Database.Writes, world.Clock);
        _writer = Writer.Always(Log, Database.Writes, world.Clock);
        Protection = new Protection(world, databases, number)
        {
            PlaceOf = source => _copies.Find(copy => source == Backups.Protection.Primary ? copy == Primary : copy.Kind == source)?.Zone ?? Primary!.Zone,
            RestoredIn = () => _buildingIn ?? NextPlace(),
            ShownBy = ShownBy,
            HeldBack = HeldBack,
        };
        Primary = new Copy(Target.Primary, Database.Zone.At(number, world.Region(Database.Zone.Region)), role: null) { Needs = Database.Needs, Account = Database.Account };
        _copies.Add(Primary);
        foreach ((string name, Standby standby) in Database.Standbys)
            for (int which = 0; which < standby.Count; which++)
                _copies.Add(new Copy(standby.Count == 1 ? name : $"{name} {which + 1}", standby.At(number, which, world.Region(standby.Zone.Region)), standby) { Kind = name, Needs = standby.Needs ?? Database.Needs, Account = standby.Account ?? Database.Account });
        foreach (Copy copy in SourcesFirst()) Follow(copy, start: null);
        foreach (Copy from in _copies) WatchRoutes(from);
        world.Network.WatchCuts(Touch);
        _sync = new Sync(this, world);
        _sync.Update();
        FollowStreams();
        NoteReadable();
    }

    /// <summary>The databases' name in the scenario.</summary>
    public string Name => _databases.Name;

    /// <summary>Its number, from 0.</summary>
    public int Number { get; }

    /// <summary>Its record.</summary>
    public Database Database => _databases.Value;

    /// <summary>Its copies: the one that takes writes when the run begins, then the standbys in the order of the file.</summary>
    public IReadOnlyList<Copy> Copies => _copies;

    /// <summary>The copy that takes writes, or was the last to do so.</summary>
    public Copy Primary { get; private set; }

    /// <summary>The log of that copy.</summary>
    public WrittenLog Log { get; private set; }

    /// <summary>What its backups offer.</summary>
    public Protection Protection { get; }

    /// <summary>Whether fewer standbys answer than a commit should wait for, and it goes on all the same.</summary>
    public bool IsDegraded => _sync.IsDegraded;

    /// <summary>The copies that every acknowledged commit has waited for, as things stand.</summary>
    public IReadOnlyList<Copy> Awaited => _sync.Awaited;

    /// <summary>What a copy has of the log now: received, and not lost since.</summary>
    public double PositionOf(Copy copy) => copy == Primary ? (Runs ? Log.At(_world.Now) : copy.Held) : copy.IsUp && copy.Follower is not null ? Live(copy) : copy.Held;

    internal Occurrence? Cause { get; private set; }

    internal Instant Now => _world.Now;

    /// <summary>Luck of this database alone, in the order in which it is drawn.</summary>
    private RandomStream Luck(string who, string what)
    {
        if (!_luck.TryGetValue($"{who} {what}", out RandomStream? stream))
            _luck.Add($"{who} {what}", stream = _world.Streams.Get($"{Name}.{who}", what).For((ulong)Number));
        return stream;
    }

    /// <summary>Something about it, its places or its links has changed: at the end of what is due now it takes account of that, once.</summary>
    private void Touch()
    {
        if (_isTouched) return;
        _isTouched = true;
        Cause = _world.Latest ?? Cause;
        _world.Forever.Start(TakeAccount());
    }

    private async Process TakeAccount()
    {
        await _world.Forever.Wait(TimeSpan.Zero);
        _isTouched = false;
        Reassess();
    }

    private void Reassess()
    {
        _isLeftAlone.Set(_phase is not (Phase.TakingOver or Phase.Restoring));
        if (_phase == Phase.Dead) return;
        Freeze();
        Return();
        EndRival();
        Rejoin();
        NoteReplaced();
        _sync.Update();
        Serve();
        Watch();
        TellSources();
        NoteSpoiled();
        NoteReadable();
    }

    /// <summary>What a copy of it shows at a moment, as a moment of the one that takes writes; of several of a name, the one that is furthest.</summary>
    private Instant ShownBy(string source, Instant moment) => source == Backups.Protection.Primary
        ? moment
        : _copies.Where(copy => copy.Kind == source).Select(copy => copy.History.ShownAt(moment, copy.Role?.ApplyDelay ?? TimeSpan.Zero)).Max();

    /// <summary>Tells the backups which copies can be read.</summary>
    private void TellSources()
    {
        Protection.IsReadable(Backups.Protection.Primary, Runs);
        foreach (Named<Standby> standby in Database.Standbys)
            Protection.IsReadable(standby.Name, _copies.Exists(copy => copy.Kind == standby.Name && copy is { IsUp: true, HasData: true }));
    }
}
