using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Backups.Cutting;
using Simulator.Models.Databases;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Streams;
using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Backups;

/// <summary>What one database's backups offer in one trial: which moments it can be brought back to, and when.</summary>
public sealed partial class Protection
{
    /// <summary>The name, among sources of backups, of the copy that takes writes.</summary>
    public const string Primary = "primary";

    private readonly List<LayerRun> _layers = [];
    private readonly List<Gap> _gaps = [];
    private bool _placed;
    private long _changes;

    private record struct Gap(string Source, Instant From, Instant To);

    /// <summary>Lays out the layers; nothing is computed before somebody asks.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="databases">The databases.</param>
    /// <param name="number">The database's number.</param>
    public Protection(World world, Named<Database> databases, int number)
    {
        World = world;
        Databases = databases;
        Number = number;
        Phases = new Phases(this);
        foreach (Named<BackupPolicy> backup in databases.Value.Backups)
            if (backup.Value is Layer layer) _layers.Add(new LayerRun(this, backup.Name, layer));
        foreach (LayerRun layer in _layers) layer.Upstream = _layers.Find(other => other.Name == layer.Layer.Schedule.From);
    }

    /// <summary>The trial's world.</summary>
    public World World { get; }

    /// <summary>The databases.</summary>
    public Named<Database> Databases { get; }

    /// <summary>The database's number.</summary>
    public int Number { get; }

    /// <summary>
    /// What a copy of the database shows at a moment, as a moment of the primary: the same one, but for copies that are kept behind or are behind. Set by
    /// whoever runs the copies.
    /// </summary>
    public Func<string, Instant, Instant> ShownBy { get; set; } = (_, moment) => moment;

    /// <summary>The log of the copy that takes writes.</summary>
    internal WrittenLog Log => World.Database(Databases.Name, Number).Log;

    /// <summary>Bytes of data: the database's own draw, the same in every trial.</summary>
    internal double DataBytes => World.Database(Databases.Name, Number).Bytes;

    internal Phases Phases { get; }

    /// <summary>Its backups that are made of points, in the order of the file.</summary>
    internal IReadOnlyList<LayerRun> Layers => _layers;

    /// <summary>Counts whatever may change which points are made: a copy or a store lost or back, a schedule shifted, another log.</summary>
    internal long Changes => _changes + World.Stores.Changes;

    /// <summary>What is known of its points: by these changes, and while some are moved that nobody knows the end of, at this moment only.</summary>
    internal (long Changes, Instant At) Knowledge => (Changes, _layers.Exists(layer => layer.IsMoving) ? World.Now : Instant.Start);

    /// <summary>Which points are made may have changed.</summary>
    internal void Forget() => _changes++;

    /// <summary>Where a copy of the database stands now, by its name. Set by whoever runs the copies.</summary>
    public Func<string, Zone> PlaceOf { get; set; } = _ => default;

    /// <summary>Where the database would be restored now. Set by whoever runs the copies.</summary>
    public Func<Zone> RestoredIn { get; set; } = () => default;

    /// <summary>The newest moment, not after another, that a standby of a name can still be brought to; null where there is none. Set by whoever runs the copies.</summary>
    public Func<string, Instant, RestorePoint?> HeldBack { get; set; } = (_, _) => null;

    /// <summary>Lays the ways of its backups, once its database is there.</summary>
    internal void LayWays()
    {
        foreach (LayerRun layer in _layers) layer.LayWays();
    }

    /// <summary>More or less of its log is written from now on.</summary>
    internal void LoadChanged()
    {
        foreach (LayerRun layer in _layers) layer.LoadChanged();
    }

    /// <summary>Copies stand elsewhere, or their log has become another one.</summary>
    internal void Moved()
    {
        foreach (LayerRun layer in _layers) layer.Moved();
    }

    /// <summary>
    /// Whether a copy of the database can be read, from now on. While it cannot, nothing is cut from it, and what is under way from it never arrives; copies
    /// of backups go on.
    /// </summary>
    /// <param name="source">"primary", or a standby's name.</param>
    /// <param name="now">Whether it can.</param>
    public void IsReadable(string source, bool now)
    {
        int open = _gaps.FindIndex(gap => gap.Source == source && gap.To.IsNever);
        Forget();
        if (now && open >= 0) _gaps[open] = _gaps[open] with { To = World.Now };
        if (now || open >= 0) return;
        _gaps.Add(new Gap(source, World.Now, Instant.Never));
        foreach (LayerRun layer in _layers)
            if (layer.CopiedFrom is null && layer.ReadFrom == source) layer.BreakOff();
    }

    /// <summary>
    /// The newest point to go back to; null where nothing is left. A point counts only where everything that it needs has arrived before
    /// <paramref name="asOf"/>, is still kept in stores that still stand, and is not known to be bad; that it is bad without anybody's knowing shows when it
    /// is tried.
    /// </summary>
    /// <param name="notAfter">The point may not be later than this.</param>
    /// <param name="asOf">The moment at which it must be usable.</param>
    /// <param name="from">Names of the backups to look at, and of standbys that are kept behind; null for all backups.</param>
    public RestorePoint? Newest(Instant notAfter, Instant asOf, IReadOnlyList<string>? from = null)
    {
        if (World.Scenario.WorstInstants && !_placed)
        {
            _placed = true;
            new WorstPhases(this, _layers).Choose(notAfter, asOf);
        }
        RestorePoint? best = Find(from is null ? _layers : from.SelectMany(name => _layers.Where(layer => layer.Name == name)), notAfter, asOf);
        foreach (Named<BackupPolicy> backup in Databases.Value.Backups)
            if (backup.Value is not Layer && (from is null || from.Contains(backup.Name))) best = Followed(backup.Name) is { } stream
                ? stream.Offer(best, notAfter, asOf)
                : backup.Value.Offer(best, backup.Name, notAfter, asOf, OffsetOf(backup));
        foreach (string name in from ?? [])
            if (HeldBack(name, notAfter) is { } late && (best is null || late.At > best.At)) best = late;
        // What a stream is replayed upon is as large as the database.
        return best is { Base: not null, Pieces.Count: 0, Store.Length: > 0 } ? best with { Pieces = [new StoredPiece(best.Source, 0, best.Base.Value, best.Store, DataBytes)] } : best;
    }

    /// <summary>The newest point that some layers offer: the newest full copy, rolled forward by whichever log gets furthest, and on from there by the others; or a dump that is newer.</summary>
    internal static RestorePoint? Find(IEnumerable<LayerRun> layers, Instant notAfter, Instant asOf)
    {
        RestorePoint? best = null, dump = null;
        List<LayerRun> logs = [];
        foreach (LayerRun layer in layers)
        {
            if (layer.IsLog) logs.Add(layer);
            else if (layer.IsDump) dump = Newer(dump, layer.NewestCopy(notAfter, asOf));
            else if (layer.NewestCopy(notAfter, asOf) is { } copy && (best is null || copy.At > best.At)) best = copy;
        }
        while (best is not null)
        {
            (LayerRun? log, Instant to) = (null, best.At);
            foreach (LayerRun candidate in logs)
                if (candidate.Roll(best.At, notAfter, asOf) is { } rolled && rolled > to) (log, to) = (candidate, rolled);
            if (log is null) break;
            logs.Remove(log);
            best = best with { At = to, Source = $"{best.Source} + {log.Name}", Logs = [.. best.Logs, new LogReach(log.Name, best.At, to)] };
        }
        return Newer(best, dump);
    }

    private static RestorePoint? Newer(RestorePoint? one, RestorePoint? other) => one is null || other?.At > one.At ? other : one;

    /// <summary>Whether a moment is not after another; at the worst instant what is cut at that very instant is too late.</summary>
    internal bool IsNotAfter(Instant moment, Instant limit) => World.Scenario.WorstInstants ? moment < limit : moment <= limit;

    /// <summary>Whether a copy of the database could not be read at some time from a cut to an arrival; an end at the very instant of the arrival breaks it off.</summary>
    internal bool IsBrokenOff(string source, Instant cut, Instant arrives)
    {
        foreach (Gap gap in _gaps)
            if (gap.Source == source && gap.From <= arrives && gap.To > cut) return true;
        return false;
    }

    /// <summary>Since when a copy of the database cannot be read, as far as is known for good; never where it can.</summary>
    internal Instant GoneSince(string source)
    {
        foreach (Gap gap in _gaps)
            if (gap.Source == source && gap.To.IsNever) return gap.From;
        return Instant.Never;
    }

    /// <summary>Log written between two moments, bytes.</summary>
    internal double LogBetween(Instant from, Instant to) => Log.At(to) - Log.At(from);

    /// <summary>A uniform of a layer's point, the same whenever it is asked for.</summary>
    internal double Luck(LayerRun layer, string what, long index) =>
        World.Streams.Get($"{Databases.Name}.{layer.Name}", what).For((ulong)Number).For(unchecked((ulong)index)).NextUniform();

    /// <summary>A change stream that something has happened to; null for what is a function of time.</summary>
    private StreamRun? Followed(string backup) => World.Known(Databases.Name, Number)?.Streams.FirstOrDefault(stream => stream.Who.Name == backup);

    /// <summary>When the points of a backup are cut that is no layer: drawn once per trial in [0, every), as the fault meets the cadence at any phase.</summary>
    internal TimeSpan OffsetOf(Named<BackupPolicy> backup)
    {
        RandomStream phase = World.Streams.Get($"{Databases.Name}.{backup.Name}", "offset").For((ulong)Number);
        return TimeSpan.FromTicks((long)(phase.NextUniform() * backup.Value.Every.Ticks));
    }
}
