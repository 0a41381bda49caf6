using Simulator.Kernel;

namespace Simulator.Models.Databases.Run;

/// <content>The planned way back to the first place: nothing is lost by it, because writes stop before the other copy takes them.</content>
public sealed partial class DatabaseRun
{
    private bool _isGoingBack;
    private bool _isWayBackPlanned;

    private void PlanToGoBack()
    {
        if (Primary == _copies[0] || _isWayBackPlanned || Database.Failover is not { } plan || plan.FailBack == TimeSpan.MaxValue || _copies[0].Follower is null) return;
        _isWayBackPlanned = true;
        _copies[0].Following!.Start(GoBackOnceInStep(_copies[0], plan));
    }

    private async Process GoBackOnceInStep(Copy home, Failover plan)
    {
        try
        {
            Lifetime life = home.Following!;
            await life.Until(home.Follower!.InStep);
            if (!IsReady(home)) return;
            await life.Wait(plan.FailBack);
            if (IsReady(home) && Runs && _phase == Phase.Serving) _world.Forever.Start(GoBack(home, plan));
        }
        finally
        {
            _isWayBackPlanned = false;
        }
    }

    private bool IsReady(Copy copy) => copy is { IsUp: true, HasData: true, Follower.InStep.IsTrue: true } && !IsBarred(copy) && Reaches(copy);

    private async Process GoBack(Copy home, Failover plan)
    {
        (_phase, _why, _isGoingBack) = (Phase.TakingOver, "it goes back to its first place", true);
        TimeSpan way = home.Follower!.Route.Latency;
        Lose(Log.At(Now));
        home.Confirmed = _acknowledgedAtLoss;
        Reassess();
        await _world.Forever.Wait(way);
        await _world.Forever.Wait(plan.Promote, Luck("failback", "promote"));
        await _world.Forever.Wait(plan.Switch, Luck("failback", "switch"));
        if (Candidates().Contains(home)) Crown(home);
        else _phase = Phase.Serving;
        _isGoingBack = false;
        Reassess();
    }
}
