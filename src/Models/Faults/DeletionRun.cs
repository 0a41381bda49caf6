using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Facts;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Guards;
using Simulator.Models.Recovery;
using Simulator.Models.Tenants;

namespace Simulator.Models.Faults;

/// <summary>One script at work: one run after the other, until everyone on its list is deleted, nobody tries again, or somebody has noticed.</summary>
internal sealed class DeletionRun
{
    private readonly Deletion _deletion;
    private readonly Occurrence _fault;
    private readonly Lifetime _script;
    private readonly int[] _list;
    private readonly TimeSpan _pace;
    private Incident? _incident;
    private int _done;

    public DeletionRun(Deletion deletion, Occurrence fault)
    {
        (_deletion, _fault, _script) = (deletion, fault, fault.World.Forever.Child());
        _list = Draw.Distinct(deletion.Victims.Count, Fleet.Population.Count, fault.Luck("victims"));
        _pace = deletion.Takes.Quantile(fault.Luck("takes").NextUniform()) / _list.Length;
    }

    private World World => _fault.World;

    private Fleet Fleet => World.Fleets[_deletion.Victims.Population];

    private int All => _deletion.Victims.Count;

    private Incident Incident => _incident ??= World.Open(_fault.Name, _fault.Number, Fleet);

    /// <summary>What the law wants: all of it, whatever the guards are.</summary>
    public async Process Erase()
    {
        await Go(All, tenant => World.Erase(Fleet, tenant));
        _fault.TellEnded($"all {All} are erased");
    }

    /// <summary>The mistake.</summary>
    public async Process Delete()
    {
        string why = "";
        try
        {
            for (int attempt = 0; attempt < _deletion.Operation.Attempts && _done < All; attempt++)
            {
                if (attempt > 0) await _deletion.Operation.AwaitRetry(_script, _fault, attempt);
                if (_deletion.Operation.StopperOf(_fault, attempt, All) is { } guard)
                {
                    why = $"{guard.Name} stops it before it starts";
                    _fault.NoticedBy = guard.Name;
                    continue;
                }
                if (_incident is null) Begin();
                int most = Math.Min(All - _done, _deletion.Cap?.Most ?? int.MaxValue), some = BreaksOffAfter(attempt, most);
                await Go(some, DeleteOne);
                why = some < most ? $"the script breaks off after {_done} of {All}" : _done < All ? CapStops() : $"all {All} are deleted";
            }
            if (_incident is null) _fault.TellNoticed();
            _fault.TellEnded(why);
        }
        catch (LifetimeEndedException)
        {
            _fault.TellEnded($"the script is stopped after {Incident.Deleted} of {All}");
        }
    }

    private void Begin()
    {
        _fault.NoticedBy = "";
        if (_deletion.Noticed.Reports is { } reports) _fault.Hearing = new Hearing(_fault, reports);
        World.Forever.Start(Stop(Incident));
    }

    private async Process Go(int count, Action<int> delete)
    {
        int first = _done;
        foreach (int end in _deletion.Waves?.Ends(count) ?? [count])
        {
            if (_done > first) await _script.Wait(_deletion.Waves!.Bake);
            for (; _done < first + end; _done++)
            {
                await _script.Wait(_pace);
                delete(_list[_done]);
            }
        }
    }

    private void DeleteOne(int tenant)
    {
        int before = Incident.Deleted;
        World.Delete(Incident, tenant, _deletion.Hard, _deletion.Hard ? TimeSpan.Zero : _deletion.Grace);
        if (Incident.Deleted > before) _fault.Hearing?.Hit(Fleet.Users(tenant));
    }

    private int BreaksOffAfter(int attempt, int most)
    {
        if (_deletion.BreaksOff.Fraction <= 0) return most;
        RandomStream luck = _fault.Stream("breaks off").For((ulong)attempt);
        return luck.NextUniform() < _deletion.BreaksOff.Fraction ? (int)(luck.NextUniform() * most) : most;
    }

    private string CapStops()
    {
        Tell(_deletion.Cap!.Name);
        return $"{_deletion.Cap.Name} stops it after {_done} of {All}";
    }

    private async Process Stop(Incident incident)
    {
        await _deletion.Noticed.Await(_fault);
        if (_fault.NoticedBy == Detector.Name && !_fault.IsSettled.IsTrue) Tell(Detector.Name);
        _script.End();
        _fault.TellNoticed();
        incident.Notice();
    }

    private void Tell(string guard) => World.Journal.Write(new GuardStopped(World.Now, _fault.Name, guard, Incident.Deleted, All) { Occurrence = _fault.Number });
}
