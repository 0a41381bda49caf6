namespace Simulator.Kernel.Capacities;

/// <summary>Capacities and claims on them that are connected, and the filling of them: the weighted max-min fair shares.</summary>
internal sealed class Part
{
    private readonly List<Claim> _capped = [];

    public List<Capacity> Capacities { get; } = [];

    public List<Claim> Claims { get; } = [];

    /// <summary>Those of the claims that end by themselves.</summary>
    public List<Transfer> Transfers { get; } = [];

    public void Clear()
    {
        Capacities.Clear();
        Claims.Clear();
        Transfers.Clear();
    }

    /// <summary>Adds a capacity and all that is connected to it.</summary>
    public void Collect(Capacity start, long search)
    {
        int next = Capacities.Count;
        Visit(start, search);
        for (; next < Capacities.Count; next++)
        {
            foreach (Crossing crossing in Capacities[next].Crossings)
            {
                Claim claim = crossing.Claim;
                if (claim.Mark == search) continue;
                claim.Mark = search;
                Claims.Add(claim);
                if (claim is Transfer transfer) Transfers.Add(transfer);
                foreach (Capacity capacity in claim.Over) Visit(capacity, search);
            }
        }
    }

    /// <summary>
    /// Progressive filling (Bertsekas and Gallager, Data Networks, 6.5.2), with caps and weights: the level, a rate for a weight of one,
    /// rises for all alike; a claim stops rising when its cap is reached or one of its capacities is full.
    /// </summary>
    public void Fill()
    {
        Open();
        int open = Claims.Count;
        int capped = 0;
        double level = 0;
        while (open > 0)
        {
            Capacity? narrowest = Narrowest(level, out double full);
            // A cap below the level leaves more to the others, so the level only rises: all caps up to it hold.
            bool hasCapped = false;
            for (; capped < _capped.Count && _capped[capped].CapLevel <= full; capped++)
            {
                if (_capped[capped].Share >= 0) continue;
                Close(_capped[capped], _capped[capped].Cap);
                open--;
                hasCapped = true;
            }
            if (hasCapped) continue;
            level = full;
            foreach (Crossing crossing in narrowest!.Crossings)
            {
                if (crossing.Claim.Share >= 0) continue;
                Close(crossing.Claim, level * crossing.Claim.Weight);
                open--;
            }
        }
    }

    private void Visit(Capacity capacity, long search)
    {
        if (capacity.Mark == search) return;
        capacity.Mark = search;
        Capacities.Add(capacity);
    }

    private void Open()
    {
        _capped.Clear();
        foreach (Claim claim in Claims)
        {
            claim.Share = -1;
            if (double.IsFinite(claim.Cap)) _capped.Add(claim);
        }
        _capped.Sort(static (a, b) => a.CapLevel != b.CapLevel ? a.CapLevel.CompareTo(b.CapLevel) : a.Number.CompareTo(b.Number));
        foreach (Capacity capacity in Capacities)
        {
            capacity.Left = capacity.Rate;
            capacity.OpenCrossings = capacity.Crossings.Count;
            capacity.OpenWeight = 0;
            foreach (Crossing crossing in capacity.Crossings) capacity.OpenWeight += crossing.Claim.Weight;
        }
    }

    // Rounding must not let the level fall: a level of zero where something is left would stop a transfer for ever.
    private Capacity? Narrowest(double level, out double full)
    {
        Capacity? narrowest = null;
        full = double.PositiveInfinity;
        foreach (Capacity capacity in Capacities)
        {
            if (capacity.OpenCrossings == 0) continue;
            double fullAt = Math.Max(level, capacity.Left / capacity.OpenWeight);
            if (narrowest is not null && fullAt >= full) continue;
            narrowest = capacity;
            full = fullAt;
        }
        return narrowest;
    }

    private static void Close(Claim claim, double share)
    {
        claim.Share = share;
        foreach (Capacity capacity in claim.Over)
        {
            capacity.Left = Math.Max(0, capacity.Left - share);
            capacity.OpenWeight -= claim.Weight;
            capacity.OpenCrossings--;
        }
    }
}
