namespace Simulator.Experiments.Results;

/// <summary>The figures that a person who asks "what do we lose, and for how long" looks for first.</summary>
public static class Headline
{
    private static readonly string[] s_worst = ["loss", "downtime", "lag", "catch-up", "rebuild", "degraded", "restore time", "recovery point age"];
    private static readonly string[] s_total = ["stranded", "held back", "lost commits", "stored"];
    private static readonly string[] s_whole = ["time to last", "rolled back writes", "blast radius", "lost tenants", "kept", "stale reads", "stuck", "unrecoverable", "availability", "downtime in the worst month"];

    private static readonly string[] s_money = ["monthly cost", "incident cost"];

    /// <summary>Whether a figure is one of them.</summary>
    /// <param name="measure">The measure's word.</param>
    /// <param name="subject">Of what, with its reduction: "worst site".</param>
    public static bool Is(string measure, string subject) =>
        (s_worst.Contains(measure) && subject.StartsWith("worst ", StringComparison.Ordinal))
        || (s_total.Contains(measure) && subject.StartsWith("total ", StringComparison.Ordinal))
        || (measure == "commit latency" && subject.StartsWith("each ", StringComparison.Ordinal))
        || s_whole.Contains(measure)
        || (s_money.Contains(measure) && subject.Length == 0);
}
