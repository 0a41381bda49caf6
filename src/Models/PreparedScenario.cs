using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Costs;
using Simulator.Models.Facts;
using Simulator.Models.Tenants;

namespace Simulator.Models;

/// <summary>A scenario under a seed, with everything that all its trials share. Safe to use from several threads.</summary>
public sealed class PreparedScenario
{
    /// <summary>Key under which the <see cref="Exception.Data"/> of what breaks a trial holds the simulated moment, an <see cref="Instant"/>.</summary>
    public const string MomentKey = "moment";

    private readonly Scenario _scenario;
    private readonly Dictionary<string, Fleet> _fleets;
    private readonly ulong _seed;
    private readonly Lazy<IReadOnlyList<BillLine>> _monthly;

    private PreparedScenario(Scenario scenario, Dictionary<string, Fleet> fleets, ulong seed)
    {
        _scenario = scenario;
        _fleets = fleets;
        _seed = seed;
        _monthly = new(() => MonthlyBill.Of(scenario, fleets, seed));
    }

    /// <summary>Builds what all trials share.</summary>
    public static PreparedScenario Prepare(Scenario scenario, ulong seed)
    {
        Scenario written = Stays.Written(scenario);
        return new PreparedScenario(written, written.Tenants.ToDictionary(tenants => tenants.Name, tenants => new Fleet(tenants.Name, tenants.Value, written.Databases, seed)), seed);
    }

    /// <summary>Runs one trial, alone and from nothing: the same number gives the same trial on any thread and machine.</summary>
    /// <param name="trial">Its number, from 0.</param>
    /// <exception cref="Exception">A model broke; see <see cref="MomentKey"/>.</exception>
    public TrialRecord Run(int trial) => Run(trial, null);

    /// <summary>Runs one trial like <see cref="Run(int)"/> and remembers its events, to find out where two runs of it part.</summary>
    /// <param name="trial">Its number, from 0.</param>
    /// <exception cref="Exception">A model broke; see <see cref="MomentKey"/>.</exception>
    public TrialRecord Trace(int trial) => Run(trial, new EventTrace());

    private TrialRecord Run(int trial, EventTrace? trace)
    {
        World world = new(_scenario, _fleets, new Streams(_seed, trial));
        world.Simulation.Trace = trace;
        try
        {
            world.Run();
            if (_scenario.Costs is { } costs) world.Journal.Write(new BillDrawn(world.Now, costs, _monthly.Value));
        }
        catch (Exception broken)
        {
            broken.Data[MomentKey] = world.Now;
            throw;
        }
        return new TrialRecord(world.Journal.Facts, world.Simulation.Fingerprint, world.Simulation.Events) { Trace = trace };
    }
}
