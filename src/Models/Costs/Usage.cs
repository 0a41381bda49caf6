using Simulator.Kernel;
using Simulator.Models.Crews;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Stores;

namespace Simulator.Models.Costs;

/// <summary>What recoveries use up in one trial that is paid for; counted where the scenario has costs.</summary>
/// <param name="world">The trial's world.</param>
internal sealed class Usage(World world)
{
    private readonly Dictionary<string, (double Bytes, double Requests)> _read = [];
    private readonly Dictionary<string, double> _carried = [];
    private readonly CostPlan? _costs = world.Scenario.Costs;

    /// <summary>A piece was read from a store to its end.</summary>
    public void Read(string store, double bytes)
    {
        if (_costs is null) return;
        (double known, double requests) = _read.GetValueOrDefault(store);
        _read[store] = (known + bytes, requests + (CostPlan.Of(_costs.Stores, store) ?? StoreCosts.None).Requests(bytes));
    }

    /// <summary>Bytes were moved from one place to another.</summary>
    public void Carry(Zone from, Zone to, double bytes)
    {
        if (_costs?.Transfer.Of(from, to) is not var (way, _)) return;
        _carried[way] = _carried.GetValueOrDefault(way) + bytes;
    }

    /// <summary>Tells what was used, in the order of the scenario.</summary>
    public void Close()
    {
        if (_costs is null) return;
        foreach (Named<CrewPlan> crew in world.Scenario.Crews)
            if (world.Crew(crew.Name).Hands.Worked is { Ticks: > 0 } worked) world.Journal.Write(new CrewWorked(world.Now, crew.Name, worked));
        foreach (Named<Store> store in world.Scenario.Stores)
            if (_read.TryGetValue(store.Name, out (double Bytes, double Requests) read)) world.Journal.Write(new StoreRead(world.Now, store.Name, read.Bytes, read.Requests));
        foreach (string way in TransferCosts.Ways)
            if (_carried.TryGetValue(way, out double bytes)) world.Journal.Write(new BytesCarried(world.Now, way, bytes));
    }
}
