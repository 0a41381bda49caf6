using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Facts;

namespace Simulator.Models.Backups;

/// <content>Restores, and what they find out.</content>
public sealed partial class Protection
{
    private readonly Dictionary<string, RandomStream> _luck = [];

    /// <summary>What the newest <see cref="Restore"/> brought the database back to: the point that it was given, an earlier one where that was bad, null where none was good.</summary>
    public RestorePoint? Restored { get; private set; }

    /// <summary>What the newest <see cref="Restore"/> took longer because others read from the same stores, or moved over the same links.</summary>
    public TimeSpan RestoreWaited { get; private set; }

    /// <summary>The time of the newest <see cref="Restore"/> in which no bytes moved: an instance was made, started, and asked for the first time.</summary>
    public TimeSpan RestoreStoodStill { get; private set; }

    /// <summary>
    /// Brings the database back to a point, phase after phase, each written down as <see cref="RestorePhaseDone"/>. A point that turns out to be bad costs the
    /// time until that shows; then the next one is tried. The outcome is <see cref="Restored"/>.
    /// </summary>
    /// <param name="life">Through here everything is waited for.</param>
    /// <param name="point">The point to begin with, from <see cref="Newest"/>.</param>
    /// <param name="bytes">Size of the database.</param>
    /// <param name="from">Names of the backups that may be tried; null for all.</param>
    /// <param name="openBy">When replaying the log stops, done or not; null for never.</param>
    /// <param name="jobs">Workers that load a logical dump at the same time.</param>
    public async Process Restore(Lifetime life, RestorePoint point, double bytes, IReadOnlyList<string>? from = null, Instant? openBy = null, int jobs = 1)
    {
        Restored = null;
        Restoration restoration = new(this, life, bytes, from, jobs) { OpenBy = openBy ?? Instant.Never };
        await restoration.Run(point);
        (Restored, RestoreWaited, RestoreStoodStill) = (restoration.Restored, restoration.Waited, restoration.StoodStill);
    }

    /// <summary>Reads what a restore has left out of the full copy that a point begins with.</summary>
    /// <param name="life">Through here everything is waited for.</param>
    /// <param name="point">The point that was restored.</param>
    /// <param name="bytes">How much of the database is still to come.</param>
    /// <param name="jobs">Workers that load a logical dump at the same time.</param>
    public async Process ReadRest(Lifetime life, RestorePoint point, double bytes, int jobs)
    {
        if (point.Pieces.Count == 0) await life.Move(bytes, [], Databases.Value.Restoring.Copy.BytesPerSecond);
        else await new PieceReader(this, life, Databases.Value.Restoring, jobs).ReadMore(point.Pieces[0], bytes * StoredShare(point.Pieces[0]));
    }

    /// <summary>Whether a piece is bad now, whoever knows.</summary>
    internal bool IsBad(StoredPiece piece) => Found(piece) is var (layer, point) && layer.Soundness.IsBad(point, piece.Store, World.Now);

    /// <summary>The share of its data that a full piece occupies.</summary>
    internal double StoredShare(StoredPiece piece) => DataBytes > 0 ? piece.Bytes / DataBytes : 1;

    /// <summary>Looks at a piece that was read; where it is bad that is written down, and nobody tries it again.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="by">What looks: "restore".</param>
    internal bool FindsBad(StoredPiece piece, string by)
    {
        if (Found(piece) is not var (layer, point) || !layer.Soundness.IsBad(point, piece.Store, World.Now)) return false;
        bool dead = layer.Soundness.Try(point, piece.Store);
        World.Journal.Write(new BackupFoundBad(World.Now, Databases.Name, Number, piece.Backup, dead ? null : piece.Cut, by));
        return true;
    }

    /// <summary>The same point, or as far as its logs really reach: replay ends before the first piece that is bad.</summary>
    internal RestorePoint Reached(RestorePoint point, Instant copy)
    {
        Instant good = copy;
        foreach (LogReach reach in point.Logs)
        {
            if (_layers.Find(layer => layer.Name == reach.Backup) is not { Soundness.MayBeBad: true } log)
            {
                good = reach.To;
                continue;
            }
            for (long? index = log.Cuts.Newest(reach.From) is { } before ? log.Cuts.After(before) : 0; index is { } number && good < reach.To; index = log.Cuts.After(number))
            {
                if (log.Made(number) is not { } piece) continue;
                string store = log.Readable(piece, World.Now)?.Name ?? log.Store.Name;
                if (FindsBad(new StoredPiece(log.Name, number, piece.Cut, store, log.BytesOf(piece)), "restore")) return point with { At = good };
                good = Instant.Later(good, piece.Moment);
            }
        }
        return point;
    }

    /// <summary>Holds a restore to what it must never do: bring back a byte that was not backed up.</summary>
    /// <exception cref="InvalidOperationException">It did.</exception>
    internal void MustHaveBeenBackedUp(RestorePoint reached)
    {
        Instant backed = reached.Base ?? reached.At;
        bool ofLayers = reached.Pieces.Count > 0;
        foreach (StoredPiece piece in reached.Pieces)
        {
            if (_layers.Find(layer => layer.Name == piece.Backup) is null)
            {
                ofLayers = false;
                continue;
            }
            if (Found(piece) is not var (_, point) || point.Moment > point.Cut || point.Arrives > World.Now)
                throw new InvalidOperationException($"{Databases.Name} {Number} was restored from {piece.Backup} of {piece.Cut}, which was never stored or shows more than there was when it was cut");
        }
        foreach (LogReach reach in reached.Logs) backed = Instant.Later(backed, reach.To);
        if (reached.At > World.Now || (ofLayers && reached.At > backed))
            throw new InvalidOperationException($"{Databases.Name} {Number} was restored to {reached.At}, and what was backed up ends at {backed}");
    }

    /// <summary>The luck of a phase of this database's restores.</summary>
    internal RandomStream RestoreLuck(string phase)
    {
        if (!_luck.TryGetValue(phase, out RandomStream? known)) _luck.Add(phase, known = World.Streams.Get($"{Databases.Name}.restore", phase).For((ulong)Number));
        return known;
    }

    private (LayerRun Layer, Point Point)? Found(StoredPiece piece) =>
        _layers.Find(layer => layer.Name == piece.Backup) is { } layer && layer.Made(piece.Index) is { } point ? (layer, point) : null;
}
