using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Facts;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <content>Service with a part of its data: a working set that was restored first, with the rest still on its way; and a restore in another place.</content>
public sealed partial class DatabaseRun
{
    private Lifetime? _completing;
    private Instant? _reducedSince;
    private double _left;
    private int _jobs = 1;
    private Zone? _elsewhere;

    /// <summary>How the restore that begins now is done.</summary>
    /// <param name="at">Where it will serve from; null for where it was, or where there is room.</param>
    /// <param name="left">Bytes that are left out of the full copy until it serves.</param>
    /// <param name="jobs">Workers that load a logical dump at the same time.</param>
    public void RestoreIn(Zone? at, double left, int jobs) => (_elsewhere, _left, _jobs) = (at, left, jobs);

    /// <summary>It serves from what was restored: what was left out follows, over the same stores and ways.</summary>
    private void BeginWithout(RestorePoint point)
    {
        _elsewhere = null;
        double left = _left;
        _left = 0;
        if (left <= 0 || point.Base is null) return;
        Reduce($"{left:0} B of its data are still to come");
        _completing = _world.Forever.Child();
        _completing.Start(Complete(_completing, point, left));
    }

    /// <summary>What was still to come for it has nowhere to go any more.</summary>
    private void BreakOffTheRest()
    {
        _completing?.End();
        _completing = null;
    }

    private async Process Complete(Lifetime life, RestorePoint point, double bytes)
    {
        await Protection.ReadRest(life, point, bytes, _jobs);
        _completing = null;
        MakeWhole("the rest of its data is there");
    }

    /// <summary>Whether a point is from before what was made wrong in it.</summary>
    private bool IsBefore(RestorePoint point) => _corruptSince is not { } since || point.At <= since;

    private void MakeRight(string how)
    {
        Harm = null;
        MakeWhole(how);
    }

    private void Reduce(string why)
    {
        if (_reducedSince is not null) return;
        _reducedSince = Now;
        _world.Journal.Write(new ServiceReduced(Now, Name, Number, why));
    }

    /// <summary>It has all its data again, or is brought back anew: what was on its way for it is not needed any more.</summary>
    private void MakeWhole(string how)
    {
        BreakOffTheRest();
        if (_reducedSince is not { } since) return;
        _reducedSince = null;
        _world.Journal.Write(new ServiceWhole(Now, Name, Number, since, how));
    }
}
