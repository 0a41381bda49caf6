using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>Values of measures that are taken of databases, and of what was done to those who shared them.</summary>
internal static class StoreMeasures
{
    internal static Members FailoverLosses(Outcome outcome, string databases) => Members.Known(
        [.. outcome.DatabasesOf(databases).Where(d => d.Failovers.Count > 0).Select(d => d.Failovers.Max(f => f.LossWindow).TotalSeconds)]);

    internal static Members FailoverBytes(Outcome outcome, string databases) => Members.Known(
        [.. outcome.DatabasesOf(databases).Where(d => d.Failovers.Count > 0).Select(d => d.Failovers.Sum(f => f.LostBytes))]);

    internal static Members Downtimes(Outcome outcome, string databases) => Members.Of(
        outcome.DatabasesOf(databases).Where(d => d.WasDown).Select(d => d.DownSince is { } since
            ? Observed.MoreThan((d.Down + (outcome.End - since)).TotalSeconds)
            : Observed.Exactly(d.Down.TotalSeconds)));

    /// <summary>Databases that went down, or in which a tenant was deleted.</summary>
    internal static int Hit(Outcome outcome, string databases) => outcome.DatabasesOf(databases).Where(d => d.WasDown).Select(d => d.Database)
        .Union(outcome.Tenants.Where(t => t.Databases == databases || t.Databases.Length == 0).Select(t => t.Database)).Count();

    internal static IEnumerable<OthersRolledBack> RolledBack(Outcome outcome, string population) =>
        outcome.RolledBack.Where(r => population.Length == 0 || r.Population == population);
}
