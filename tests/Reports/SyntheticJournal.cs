using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Tests.Reports;

/// <summary>A made-up journal: four batches of about 48 h under a first plan, about 26 of about 12 h, five at once, under a second.</summary>
public static class SyntheticJournal
{
    private const double Hour = 3600;

    /// <summary>The facts, oldest first.</summary>
    public static IReadOnlyList<Fact> Make(int slowBatches = 4, int fastBatches = 26)
    {
        var facts = new List<Fact> { new FaultBegan(At(0), "wrong-ids", "deletes 883 of site"), new FaultNoticed(At(0.65), "wrong-ids") };
        for (int site = 0; site < 883; site++) facts.Add(new TenantDeleted(At(0.38 * site / 883), "site", site, site * 7 % 420, 10 + site % 50, true));
        facts.Add(new PlanReady(At(0.65), "restoration-1", null));
        facts.Add(new PlanReady(At(216), "restoration-2", "restoration-1"));
        facts.Add(Done("restoration-1", "find cause", 0, new UnitName("incident", null), 0.65, 0.65, 1.3, 0));
        facts.Add(Done("restoration-1", "list sites", 0, new UnitName("incident", null), 1.3, 3, 7, 0));
        facts.Add(Done("restoration-2", "undelete", 0, new UnitName("incident", null), 216, 216, 216.5, 0));
        for (int batch = 1; batch <= slowBatches; batch++) Slow(facts, batch, 8 + (batch - 1) * 51.5);
        for (int batch = 1; batch <= fastBatches; batch++) Fast(facts, batch, 216.5 + (batch - 1) / 5 * 12.4 + (batch - 1) % 5 * 0.7);
        return [.. facts.OrderBy(f => f.At)];
    }

    private static void Slow(List<Fact> facts, int batch, double begin)
    {
        facts.Add(new BatchBegan(At(begin), "restoration-1", batch, 28));
        for (int i = 0; i < 28; i++)
        {
            double at = begin, late = i / 28.0;
            var site = new UnitName("site", batch * 28 + i);
            Step(facts, "restoration-1", "side-copy", batch, new UnitName("database", batch * 9 + i), ref at, 0, 4 + 2 * late, 3.5 + 2 * late);
            Step(facts, "restoration-1", "extract", batch, site, ref at, 0, 1, 1);
            Step(facts, "restoration-1", "metadata", batch, site, ref at, i < 12 ? 0 : 4 + 5 * late, 4 + 3 * late, 0);
            Step(facts, "restoration-1", "load", batch, site, ref at, 0, 1.5 + late, 1.5 + late);
            Step(facts, "restoration-1", "relink", batch, site, ref at, i < 9 ? 0 : 9 * late, 12 + 4 * late, 0);
            Step(facts, "restoration-1", "validate", batch, site, ref at, late, 2 + 2 * late, 0);
            double open = at;
            Step(facts, "restoration-1", "customer", batch, site, ref at, 0, 12 + 9 * late, 0);
            facts.Add(new TenantAccepted(At(at), "restoration-1", "site", batch * 28 + i));
            if (i == 27) facts.Add(new BatchEnded(At(open), "restoration-1", batch, At(begin)));
        }
    }

    private static void Fast(List<Fact> facts, int batch, double begin)
    {
        facts.Add(new BatchBegan(At(begin), "restoration-2", batch, 30));
        double last = 0;
        for (int i = 0; i < 30; i++)
        {
            double at = begin, late = i / 30.0;
            var site = new UnitName("site", 100 + batch * 30 + i);
            Step(facts, "restoration-2", "side-copy", batch, new UnitName("database", batch * 9 + i), ref at, 0, 4 + 2 * late, 4 + 2 * late);
            Step(facts, "restoration-2", "extract", batch, site, ref at, 0, 0.5, 0.5);
            for (int table = 0; table < 6; table++)
                Step(facts, "restoration-2", "load", batch, site, ref at, 0, 0.3, 0.3);
            Step(facts, "restoration-2", "validate", batch, site, ref at, 1.2 * late, 1.5 + late, 0);
            last = Math.Max(last, at);
        }
        facts.Add(new BatchEnded(At(last), "restoration-2", batch, At(begin)));
    }

    private static void Step(List<Fact> facts, string plan, string step, int batch, UnitName unit, ref double at, double waited, double took, double moved)
    {
        facts.Add(Done(plan, step, batch, unit, at, at + waited, at + waited + took, moved));
        at += waited + took;
    }

    private static StepDone Done(string plan, string step, int batch, UnitName unit, double asked, double began, double ended, double moved) =>
        new(At(ended), plan, step, batch, unit, At(asked), At(began), TimeSpan.FromSeconds(moved * Hour));

    private static Instant At(double hours) => Instant.After(TimeSpan.FromSeconds(Math.Round(hours * Hour)));
}
