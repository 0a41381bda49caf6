using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Places;
using Simulator.Models.Recovery.Steps;

namespace Simulator.Models.Databases.Run;

/// <content>How people make good what a failover has left behind: copies with another history are built anew from a backup, and the database goes back to its first place.</content>
public sealed partial class DatabaseRun
{
    private bool _isLeftToPeople;
    private Zone? _buildingIn;

    /// <summary>Whether another copy than the first serves, and the first is there to go back to.</summary>
    public bool IsAway => !IsDead && Primary != _copies[0];

    /// <summary>A fault has made another copy serve. Those whose history is another one then wait for people, where a plan for the fault says that they are built anew.</summary>
    private void FailedOverBy(Faults.Occurrence fault)
    {
        fault.Hit(this);
        _isLeftToPeople = _world.Scenario.Recovery.Any(plan => plan.Value.Handles.Contains(fault.Name) && plan.Value.Steps.Any(step => step.Value is Rebuild));
    }

    /// <summary>
    /// Every copy that runs and follows nobody gets its data from the newest full copy in a backup, which is read once for all of them, and follows from
    /// there. Where no backup offers one they are copied from the one that serves.
    /// </summary>
    /// <param name="life">Through whom it is waited for.</param>
    /// <param name="from">Names of the backups; null for all.</param>
    public async Process BuildAnew(Lifetime life, IReadOnlyList<string>? from)
    {
        Copy[] lacking = [.. _copies.Where(copy => copy != Primary && copy is { IsUp: true, Follower: null })];
        if (lacking.Length > 0 && PointBeforeHarm(from) is { } point)
        {
            _buildingIn = lacking[0].Zone;
            try
            {
                await Protection.Restore(life, point, Bytes, from);
            }
            finally
            {
                _buildingIn = null;
            }
            foreach (Copy copy in Protection.Restored is null ? [] : lacking.Where(copy => copy is { IsUp: true, Follower: null } && copy != Primary))
            {
                (copy.HasData, copy.Timeline) = (true, _forks.Count - 1);
                copy.Held = copy.Applied = Log.At(Protection.Restored!.At);
            }
        }
        _isLeftToPeople = false;
        Touch();
    }

    /// <summary>Goes back to its first place as soon as the copy there is in step: nothing is lost by it. Without a failover there are no times for that, and it stays.</summary>
    /// <param name="life">Through whom it is waited for.</param>
    public async Process GoBackByHand(Lifetime life)
    {
        while (IsAway && Database.Failover is { } plan)
        {
            Copy home = _copies[0];
            await life.Until(home.InStep);
            if (IsReady(home) && Runs && _phase == Phase.Serving) await GoBack(home, plan);
            // It was lost again meanwhile, or cannot be reached: look again.
            if (IsAway) await life.Wait(TimeSpan.FromMinutes(1));
        }
    }
}
