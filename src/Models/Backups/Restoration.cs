using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases;
using Simulator.Models.Facts;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <summary>
/// A database being brought back from its backups, phase after phase: an instance is provisioned, the pieces are copied into it, it is opened, its log is
/// replayed, a checkpoint is written, the first query is answered. A piece that is bad shows when its copy is complete (at once where its store compares
/// checksums): then the next point is tried, and the time is lost. A log that breaks off brings the database back to what it reached.
/// </summary>
internal sealed class Restoration(Protection protection, Lifetime life, double bytes, IReadOnlyList<string>? from, int jobs)
{
    private readonly World _world = protection.World;
    private readonly Restoring _restoring = protection.Databases.Value.Restoring;
    private readonly PieceReader _reader = new(protection, life, protection.Databases.Value.Restoring, jobs);

    /// <summary>When replaying the log stops, done or not.</summary>
    public Instant OpenBy { get; init; } = Instant.Never;

    /// <summary>What it was brought back to; null while it is not, and where nothing that could be tried was any good.</summary>
    public RestorePoint? Restored { get; private set; }

    /// <summary>What it took longer because others read from the same stores, or moved over the same links.</summary>
    public TimeSpan Waited => _reader.Waited;

    /// <summary>The time of it in which no bytes moved.</summary>
    public TimeSpan StoodStill { get; private set; }

    public async Process Run(RestorePoint point)
    {
        await Lasting("provision", _restoring.Start);
        for (RestorePoint? tried = point; tried is not null; tried = protection.Newest(tried.At, _world.Now, from))
        {
            Instant began = _world.Now;
            double before = _reader.Moved, moved = 0;
            foreach (StoredPiece piece in Pieces(tried))
            {
                await _reader.Read(piece, piece.Bytes);
                moved = _reader.Moved - before;
                if (!_reader.IsGood) break;
            }
            if (tried is { Base: not null, Pieces.Count: 0, Store.Length: 0 })
            {
                // A file that is kept nowhere else is read by this restore alone.
                await life.Move(bytes, [], _restoring.Copy.BytesPerSecond);
                moved = bytes;
            }
            Done("copy", began, moved);
            if (!_reader.IsGood) continue;
            await Start(tried);
            return;
        }
    }

    private async Process Start(RestorePoint point)
    {
        await Lasting("open", _restoring.Open);
        RestorePoint reached = point.Base is { } shows ? protection.Reached(point, shows) : point;
        reached = InTime(reached);
        double log = reached.Base is { } copy && reached.At > copy ? protection.LogBetween(copy, reached.At) : 0;
        if (log > 0)
        {
            Instant began = _world.Now;
            await life.Wait(Transfers.Time(log, _restoring.Replay));
            Done("replay", began, log);
            if (_restoring.Checkpoint is { } rate)
            {
                began = _world.Now;
                double dirty = Math.Min(log, _restoring.Dirty.Bytes);
                await life.Wait(Transfers.Time(dirty, rate));
                Done("checkpoint", began, dirty);
            }
        }
        await Lasting("first query", _restoring.FirstQuery);
        protection.MustHaveBeenBackedUp(reached);
        Restored = reached;
    }

    /// <summary>As much of the log as can be replayed in time.</summary>
    private RestorePoint InTime(RestorePoint point)
    {
        if (OpenBy.IsNever || point.Base is not { } copy || point.At <= copy) return point;
        double left = OpenBy > _world.Now ? (OpenBy - _world.Now).TotalSeconds * _restoring.Replay.BytesPerSecond : 0;
        if (left >= protection.LogBetween(copy, point.At)) return point;
        Instant reached = protection.Log.MomentOf(protection.Log.At(copy) + left);
        return point with { At = Instant.Earlier(Instant.Later(reached, copy), point.At) };
    }

    /// <summary>The pieces to copy; the full one is as large as the caller says that the database is.</summary>
    private IEnumerable<StoredPiece> Pieces(RestorePoint point)
    {
        if (point.Pieces.Count == 0 && point.Base is not null && point.Store.Length > 0) return [new StoredPiece("", 0, point.At, point.Store, bytes)];
        return point.Pieces.Select((piece, index) => index == 0 && protection.DataBytes > 0 ? piece with { Bytes = piece.Bytes * (bytes / protection.DataBytes) } : piece);
    }

    private async Process Lasting(string phase, Distributions.Delay delay)
    {
        if (PieceReader.IsNothing(delay)) return;
        Instant began = _world.Now;
        await life.Wait(delay, protection.RestoreLuck(phase));
        StoodStill += _world.Now - began;
        Done(phase, began, 0);
    }

    private void Done(string phase, Instant began, double moved) =>
        _world.Journal.Write(new RestorePhaseDone(_world.Now, protection.Databases.Name, protection.Number, phase, began, moved));
}
