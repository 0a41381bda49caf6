using Simulator.Kernel;
using Simulator.Models.Backups;

namespace Simulator.Models.Databases.Run;

/// <content>What people do to it under a recovery plan, where it does not come back by itself.</content>
public sealed partial class DatabaseRun
{
    /// <summary>Whether it is given up: nothing was left to bring it back from.</summary>
    public bool IsDead => _phase == Phase.Dead;

    /// <summary>Whether what it holds is known to somebody to be wrong, or its data is gone, or nothing takes writes: so that there is something to put back.</summary>
    public bool NeedsHelp => !IsDead && (!Runs || _corruptSince is not null || Primary.IsSpoiled);

    /// <summary>What is wrong in it is served no longer; a database that is lost or already out of service stays as it is.</summary>
    /// <param name="from">What it is going to be restored from; null for all backups.</param>
    public void TakeOut(IReadOnlyList<string>? from)
    {
        if (IsDead || _corruptSince is not { } since) return;
        (_phase, _restoringTo) = (Phase.Restoring, Log.At(NewestRight(since, from) is { } point ? point.At : Instant.Start));
        if (Runs) Lose(Log.At(Now));
        Reassess();
    }

    /// <summary>The newest point from before the harm that some backups offer now; null where there is none.</summary>
    /// <param name="from">Names of the backups; null for all.</param>
    public RestorePoint? PointBeforeHarm(IReadOnlyList<string>? from) => NewestRight(Instant.Earlier(_corruptSince ?? _lostAt ?? Now, _intrudedSince ?? Instant.Never), from);

    /// <summary>Somebody looks at the backups before restoring them: what is bad among what would be restored is known from now on.</summary>
    /// <param name="from">Names of the backups; null for all.</param>
    public void InspectBackups(IReadOnlyList<string>? from)
    {
        while (PointBeforeHarm(from) is { } point && point.Pieces.Any(piece => Protection.FindsBad(piece, "inspection")))
        {
        }
    }

    /// <summary>A restored copy, or a standby that was stopped short, takes the place of what was lost. One that runs by now, with everything it had, is left alone.</summary>
    /// <returns>Whether there is anything that serves, or could: not where the standby is gone by now.</returns>
    public bool ServeFrom(RestorePoint point)
    {
        if (!NeedsHelp) return true;
        Copy? late = point.Standby.Length > 0 ? Standing(point.Standby) : null;
        if (point.Standby.Length > 0 && late is null) return false;
        if (Runs) Lose(Log.At(Now));
        (_corruptSince, _restoringTo) = (null, null);
        if (late is null) PutBack(point);
        else
        {
            Harm = null;
            NoteRolledBack(point.At, _lostAt!.Value);
            Crown(late, Log.At(point.At));
        }
        Reassess();
        return true;
    }

    /// <summary>Nothing is left to bring it back from.</summary>
    public void Abandon()
    {
        if (IsDead) return;
        if (Runs) Lose(Log.At(Now));
        GiveUp();
        Reassess();
    }

    /// <summary>People put a standby in the place of the copy that takes writes, whether that one runs or not: the first that is preferred, else the one that has most.</summary>
    /// <returns>A process that ends when it serves, or when there is no standby that could.</returns>
    public async Process PromoteByHand()
    {
        if (IsDead || _phase != Phase.Serving || Candidates().OrderByDescending(PositionOf).FirstOrDefault() is null) return;
        if (Runs) Lose(Log.At(Now));
        Reassess();
        if ((Candidate() ?? Candidates().OrderByDescending(PositionOf).FirstOrDefault()) is { } to) await TakeOver(to);
    }
}
