using Simulator.Kernel;
using Simulator.Models.Databases.Log;

namespace Simulator.Models.Databases.Streams;

/// <content>The log that the source keeps for it, and the new full copy that it needs where that log is gone.</content>
public sealed partial class StreamRun
{
    // A database that stood still because its log disk was full takes writes again as soon as so much of the disk is free.
    private const double FreeAgain = 0.1;

    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(1);

    private readonly double _data;
    private readonly Condition _needsCopy = new();
    private readonly Condition _hasPlace = new(initially: true);
    private readonly Condition _sourceIsUp = new(initially: true);
    private readonly List<Instant> _copies = [];
    private Lifetime? _copying;
    private Lifetime? _standing;
    private double? _copyFrom;
    private string _why = "";

    /// <summary>Whether its sink runs: what it holds can be read, and more can be written there.</summary>
    public Condition SinkIsUp { get; } = new(initially: true);

    /// <summary>Whether the log that is kept for it fills the disk, so that nothing can be written.</summary>
    public Condition LogDiskIsFull { get; } = new();

    /// <summary>The opposite of <see cref="LogDiskIsFull"/>.</summary>
    public Condition LogDiskHasRoom { get; } = new(initially: true);

    /// <summary>Log that the source keeps for it now, bytes.</summary>
    public double Held => HeldBy(Follower);

    private double HeldBy(Follower follower) => _needsCopy.IsTrue && (_copyFrom is not { } from || !follower.IsLogKept(from, _world.Now))
        ? 0
        : Math.Max(0, follower.Log.At(_world.Now) - (_copyFrom ?? follower.AppliedAt(_world.Now)));

    /// <summary>Watches the log disk while the stream is behind: while it is in step it holds next to nothing.</summary>
    private async Process KeepLog(Lifetime life, Follower follower)
    {
        if (_database.LogDisk?.Bytes is not { } room) return;
        while (true)
        {
            await life.Until(follower.Behind);
            double held = HeldBy(follower);
            if (held >= room) await StandStill(life, follower, room);
            else
            {
                Instant full = follower.Log.MomentOf(follower.Log.At(_world.Now) - held + room);
                if (full.IsNever) await life.Until(_sourceIsUp);
                TimeSpan wait = full.IsNever ? s_look : full - _world.Now;
                await life.Until(follower.InStep, wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>The disk is full: nothing is written until the stream has moved on, or somebody drops its slot.</summary>
    private async Process StandStill(Lifetime life, Follower follower, double room)
    {
        SetFull(true);
        try
        {
            _standing = life.Child();
            _standing.Start(DropSlot(_standing));
            while (HeldBy(follower) > room * (1 - FreeAgain) && !follower.InStep.IsTrue)
            {
                await _standing.Until(follower.Receiving);
                await _standing.Until(follower.InStep, s_look);
            }
            _standing.End();
        }
        catch (LifetimeEndedException) when (!life.HasEnded)
        {
            // It has lost its place: nothing is kept for it any more.
        }
        finally
        {
            SetFull(false);
        }
    }

    private async Process DropSlot(Lifetime life)
    {
        if (_stream.DropSlot.IsNever) return;
        await life.Wait(_stream.DropSlot, _world.Streams.Get($"{Who.Databases}.{Who.Name}", "drop slot").For((ulong)Who.Database));
        LosePlace("its slot was dropped to save the database");
    }

    private void SetFull(bool isFull)
    {
        LogDiskIsFull.Set(isFull);
        LogDiskHasRoom.Set(!isFull);
    }

    private void LosePlace(string why)
    {
        _why = why;
        Follower.Disconnect();
        _needsCopy.Set(true);
        _hasPlace.Set(false);
        _copying?.End();
        _standing?.End();
    }

    /// <summary>
    /// Takes a new full copy whenever the log that it needs is gone, as soon as the sink is there; until then it offers nothing newer. The limit of what is
    /// kept for it holds during the copy as well: a copy that takes too long finds when it is done that the log since its beginning is gone, and begins anew.
    /// </summary>
    private async Process CopyAnew(Lifetime life, Follower follower)
    {
        life.Start(NoticeThatLogIsGone(life, follower));
        if (!_isReached) return;
        while (true)
        {
            await life.Until(_needsCopy);
            follower.Disconnect();
            while (!SinkIsUp.IsTrue || !_sourceIsUp.IsTrue)
            {
                await life.Until(SinkIsUp);
                await life.Until(_sourceIsUp);
            }
            _copying = life.Child();
            try
            {
                Instant began = _world.Now;
                _copyFrom = follower.Log.At(began);
                await follower.Rebuild(_copying, _why, _data, _stream.Copy.BytesPerSecond, sparesLog: false);
                _copies.Add(began);
                _needsCopy.Set(false);
                _hasPlace.Set(true);
                follower.Connect();
            }
            catch (LifetimeEndedException) when (!life.HasEnded)
            {
                // The sink or the source stopped, or its place was lost again: it begins anew when it can.
            }
            finally
            {
                _copyFrom = null;
            }
        }
    }

    private async Process NoticeThatLogIsGone(Lifetime life, Follower follower)
    {
        while (true)
        {
            await life.Until(follower.LogIsGone);
            LosePlace("the log that it needs is gone");
            await life.Until(_hasPlace);
        }
    }

    /// <summary>When the newest full copy was cut that it took after losing its place, before a moment.</summary>
    private Instant NewestCopy(Instant before)
    {
        for (int i = _copies.Count - 1; i >= 0; i--)
            if (_copies[i] <= before) return _copies[i];
        return new Instant(long.MinValue);
    }
}
