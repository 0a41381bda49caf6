namespace Simulator.Kernel.Capacities;

/// <summary>
/// All transfers and currents of a simulation. Changes are collected and settled once, at the end of their instant: what is connected to a change, by
/// claims that cross the same capacity, is filled anew; the rest is not touched. Of every connected part one transfer, the next to end,
/// stands in the calendar.
/// </summary>
internal sealed class Sharing(Simulation simulation)
{
    private readonly Stack<Transfer> _unused = new();
    private readonly List<Capacity> _changed = [];
    private readonly List<Claim> _unbound = [];
    private readonly List<Capacity> _leftBehind = [];
    private readonly List<Transfer> _due = [];
    private readonly Part _part = new();
    private long _claims;
    private long _search;

    public bool IsUnsettled => _changed.Count > 0 || _unbound.Count > 0;

    /// <summary>A transfer that has not begun; null if there is nothing to move.</summary>
    public Transfer? Prepare(double bytes, ReadOnlySpan<Capacity> over, double cap, double weight)
    {
        if (!double.IsFinite(bytes) || bytes < 0) throw new ArgumentOutOfRangeException(nameof(bytes), $"cannot move {bytes} bytes");
        if (!(cap > 0)) throw new ArgumentOutOfRangeException(nameof(cap), $"a cap must be above zero, not {cap}");
        if (over.IsEmpty && double.IsInfinity(cap)) throw new ArgumentException("a transfer that crosses no capacity needs a cap", nameof(over));
        Check(over, weight);
        if (bytes == 0) return null;
        Transfer transfer = _unused.Count > 0 ? _unused.Pop() : new Transfer(this);
        transfer.Reset(bytes, over, cap, weight);
        return transfer;
    }

    public void Check(ReadOnlySpan<Capacity> over, double weight)
    {
        if (!(weight > 0) || !double.IsFinite(weight)) throw new ArgumentOutOfRangeException(nameof(weight), $"a weight must be finite and above zero, not {weight}");
        foreach (Capacity capacity in over)
            if (!capacity.BelongsTo(simulation)) throw new ArgumentException($"the capacity \"{capacity.Name}\" belongs to another simulation", nameof(over));
    }

    public void Recycle(Transfer transfer)
    {
        transfer.Process = null;
        _unused.Push(transfer);
    }

    public void Add(Claim claim)
    {
        claim.Number = ++_claims;
        claim.Begin(simulation.Now);
        for (int place = 0; place < claim.Over.Length; place++)
        {
            Capacity capacity = claim.Over[place];
            claim.Positions[place] = capacity.Crossings.Count;
            capacity.Crossings.Add(new Crossing(claim, place));
        }
        Unsettle(claim);
    }

    public void Remove(Claim claim)
    {
        Detach(claim);
        if (claim.Over.IsEmpty) _unbound.Remove(claim);
        else Unsettle(claim);
    }

    /// <summary>What a claim wants has changed.</summary>
    public void Unsettle(Claim claim)
    {
        foreach (Capacity capacity in claim.Over) Unsettle(capacity);
        if (claim.Over.IsEmpty && !_unbound.Contains(claim)) _unbound.Add(claim);
    }

    public void Complete(Transfer transfer)
    {
        transfer.CheckAllMoved(simulation.Now);
        Remove(transfer);
    }

    public void Unsettle(Capacity capacity)
    {
        if (capacity.IsUnsettled) return;
        capacity.IsUnsettled = true;
        _changed.Add(capacity);
    }

    /// <summary>Lets what has ended end, and gives the rest of what is affected by the changes its new rates.</summary>
    public void Settle()
    {
        _search++;
        foreach (Capacity capacity in _changed)
        {
            capacity.IsUnsettled = false;
            SettlePart(capacity);
        }
        _changed.Clear();

        // Without those that have ended, what was connected may have fallen apart: what is left is searched again.
        _search++;
        foreach (Capacity capacity in _leftBehind) SettlePart(capacity);
        _leftBehind.Clear();

        foreach (Claim claim in _unbound)
        {
            claim.Share = claim.Cap;
            claim.TakeShare(simulation.Now);
            if (claim is Transfer transfer) Schedule(transfer);
        }
        _unbound.Clear();
    }

    private void SettlePart(Capacity start)
    {
        if (start.Mark == _search) return;
        _part.Clear();
        _part.Collect(start, _search);
        if (EndWhatIsDue()) _leftBehind.AddRange(_part.Capacities);
        else GiveShares();
    }

    // Of a part only one transfer stands in the calendar: others may be due at the same instant.
    private bool EndWhatIsDue()
    {
        _due.Clear();
        foreach (Transfer transfer in _part.Transfers)
            if (transfer.Due <= simulation.Now) _due.Add(transfer);
        _due.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        foreach (Transfer transfer in _due)
        {
            transfer.CheckAllMoved(simulation.Now);
            transfer.IsOver = true;
            Detach(transfer);
            simulation.Wake(transfer.Process!);
        }
        return _due.Count > 0;
    }

    private void GiveShares()
    {
        _part.Fill();
        Transfer? next = null;
        foreach (Claim claim in _part.Claims) claim.TakeShare(simulation.Now);
        foreach (Transfer transfer in _part.Transfers)
        {
            if (next is null || transfer.Due < next.Due || (transfer.Due == next.Due && transfer.Number < next.Number)) next = transfer;
        }
        foreach (Transfer transfer in _part.Transfers)
        {
            if (transfer == next || transfer.Scheduled is null) continue;
            simulation.Cancel(transfer.Process!);
            transfer.Scheduled = null;
        }
        if (next is not null) Schedule(next);
    }

    private void Schedule(Transfer transfer)
    {
        if (transfer.Scheduled == transfer.Due) return;
        if (transfer.Due.IsNever)
        {
            simulation.Cancel(transfer.Process!);
            transfer.Scheduled = null;
            return;
        }
        simulation.Schedule(transfer.Process!, transfer.Due);
        transfer.Scheduled = transfer.Due;
    }

    // The last crossing of a capacity takes the place of the one that leaves.
    private static void Detach(Claim claim)
    {
        for (int place = 0; place < claim.Over.Length; place++)
        {
            List<Crossing> crossings = claim.Over[place].Crossings;
            int position = claim.Positions[place];
            Crossing last = crossings[^1];
            crossings[position] = last;
            last.Claim.Positions[last.Place] = position;
            crossings.RemoveAt(crossings.Count - 1);
        }
    }
}
