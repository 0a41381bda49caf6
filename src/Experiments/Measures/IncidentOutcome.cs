using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What people did about one occurrence of a fault.</summary>
/// <param name="Fault">The fault as it happened.</param>
public sealed record IncidentOutcome(FaultOutcome Fault)
{
    private readonly HashSet<(string Plan, int Batch)> _open = [];
    private readonly HashSet<string> _givenUp = [];
    private string _plan = "";
    private IReadOnlyList<PathPiece>? _path;

    /// <summary>The step that gave the last one back so far; null if none is back.</summary>
    public StepDone? Last { get; private set; }

    /// <summary>Whether all are back that can be brought back.</summary>
    public bool IsOver => Last is not null && _open.Count == 0 && !_givenUp.Contains(_plan);

    /// <summary>The critical path of the recovery; nothing while it is not over.</summary>
    public IReadOnlyList<PathPiece> Path => _path ??= IsOver ? CriticalPath.To(Last!, Fault) : [];

    internal void Begin(PlanReady plan) => _plan = plan.Plan;

    internal void Begin(BatchBegan batch) => _open.Add((batch.Plan, batch.Batch));

    internal void End(BatchEnded batch) => _open.Remove((batch.Plan, batch.Batch));

    internal void GiveUp(string plan)
    {
        _givenUp.Add(plan);
        _open.RemoveWhere(batch => batch.Plan == plan);
    }

    internal void Do(StepDone step)
    {
        if (step.Opens) Last = step;
    }
}
