using Simulator.Kernel;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Faults;

namespace Simulator.Models.Databases.Run;

/// <content>What faults do to it.</content>
public sealed partial class DatabaseRun
{
    private readonly List<double> _loads = [];

    /// <summary>A copy stops running. What of its log was not on its disk is gone.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="survives">Which buffers survive: a process's end spares the operating system's, a machine's or a zone's none.</param>
    /// <param name="fault">The fault.</param>
    public void Stop(Copy copy, WriteBuffer survives, Occurrence fault)
    {
        Freeze();
        if (copy.Stops++ == 0) Halt(copy, survives);
        Struck(fault);
    }

    /// <summary>One fault that kept a copy from running has ended.</summary>
    public void Start(Copy copy)
    {
        copy.Stops--;
        if (copy.Stops == 0 && copy.Follower is { } follower)
        {
            if (copy.Held < follower.ReceivedAt(Now)) follower.StartFrom(copy.Held, Math.Min(copy.Held, follower.AppliedAt(Now)));
            follower.Connect();
            foreach (Copy below in Below(copy)) below.Follower!.ResumeSending();
        }
        _gaveUp = false;
        Touch();
    }

    /// <summary>A copy's data is gone for good; in the same place it can only be built anew.</summary>
    public void Destroy(Copy copy, Occurrence fault)
    {
        Freeze();
        if (copy.IsUp) Halt(copy, WriteBuffer.None);
        (copy.HasData, copy.IsSpoiled) = (false, false);
        copy.History.LosesData(Now);
        copy.Held = double.NegativeInfinity;
        _ledger.Settle(copy, Stranded.Discard);
        if (copy != Primary) GiveUpFollowing(copy);
        else BreakOffTheRest();
        Struck(fault);
    }

    /// <summary>It is asked to write so many times what it usually is, until <see cref="Unload"/>.</summary>
    public void Load(double factor, Occurrence fault)
    {
        _loads.Add(factor);
        Struck(fault);
    }

    /// <summary>That load is over.</summary>
    public void Unload(double factor)
    {
        _loads.Remove(factor);
        Touch();
    }

    /// <summary>A copy's disk is slower from now on, until <see cref="Quicken"/>: a standby applies less, and the one that takes writes takes less; each commit waits longer for it.</summary>
    public void Slow(Copy copy, Places.Slowdown slowdown, Occurrence fault)
    {
        Freeze();
        copy.Slowdowns.Begin(slowdown);
        copy.Follower?.ApplyAt(copy.ApplyRate);
        _world.Journal.Write(new Facts.CopySlowed(Now, Name, Number, copy == Primary ? Target.Primary : copy.Kind, copy.Slowdowns.Bandwidth, copy.Slowdowns.Latency));
        Struck(fault);
    }

    /// <summary>That is over.</summary>
    public void Quicken(Copy copy, Places.Slowdown slowdown)
    {
        Freeze();
        copy.Slowdowns.End(slowdown);
        copy.Follower?.ApplyAt(copy.ApplyRate);
        Touch();
    }

    private void Struck(Occurrence fault)
    {
        Cause = fault;
        fault.Hit(this);
        _gaveUp = false;
        Touch();
    }

    /// <summary>Settles what a copy has on its disk when it stops.</summary>
    private void Halt(Copy copy, WriteBuffer survives)
    {
        copy.WasAwaited = false;
        if (copy == Primary && Runs) Lose(Log.At(SafeAt(copy, Database.Flush, survives)));
        else if (copy == _rival?.Copy) copy.Held = Math.Min(_rival.Writer.Log.At(Now), _rival.Writer.Log.At(SafeAt(copy, Database.Flush, survives)));
        else if (copy.Follower is { } follower && copy.Role is { } role)
        {
            Flushing flush = role.Replication.Awaits >= Replication.Awaited.Flush ? Flushing.EachCommit : role.Flush;
            Instant safe = SafeAt(copy, flush, survives);
            copy.Held = safe == Now ? Live(copy) : Math.Min(Live(copy), follower.ReceivedAt(safe));
            copy.Confirmed = Math.Min(copy.Confirmed, copy.Held);
            follower.Disconnect();
            foreach (Copy below in Below(copy)) below.Follower!.StopSending();
        }
    }

    /// <summary>The copy that takes writes stops doing so, with so much on its disk.</summary>
    private void Lose(double held)
    {
        Freeze();
        (_lostAt, _acknowledgedAtLoss) = (Now, Log.At(Now));
        (Primary.Held, _flushedAtLoss) = (held, held);
        foreach (Copy copy in _copies) copy.WasAwaited = _sync.Awaited.Contains(copy) && copy is { IsUp: true, HasData: true };
        _writer.Set(Now, 0, null);
        foreach (Copy copy in Following().Where(copy => copy.Follower!.Upstream is null)) copy.Follower!.StopSending();
        foreach (Streams.StreamRun stream in _streams) stream.StopSource();
    }

    private Instant SafeAt(Copy copy, Flushing flush, WriteBuffer survives) => flush.Buffer <= survives
        ? Now
        : flush.SafeAt(Now, survives, _world.Streams.Get($"{Name}.{copy.Name}", "flush").For((ulong)Number).NextUniform());
}
