using Simulator.Experiments;
using Simulator.Experiments.Results;

namespace Simulator.Reports;

/// <summary>The measures' words that reports treat in a way of their own. Every other measure is shown in tables only.</summary>
public static class Measures
{
    /// <summary>From the first deletion until the last tenant is served again.</summary>
    public const string TimeToLast = "time to last";

    /// <summary>How many tenants were hit at all.</summary>
    public const string BlastRadius = "blast radius";

    /// <summary>How long a commit takes.</summary>
    public const string CommitLatency = "commit latency";

    // What a person who asks "what do we lose, and for how long" looks for first.
    private static readonly string[] s_worst = ["loss", "downtime", "lag", "catch-up", "rebuild", "degraded", "restore time", "recovery point age"];
    private static readonly string[] s_total = ["stranded", "held back", "lost commits", "stored"];
    private static readonly string[] s_whole = [TimeToLast, "rolled back writes", BlastRadius, "lost tenants", "kept", "stale reads", "stuck", "unrecoverable"];
    private static readonly string[] s_money = ["monthly cost", "incident cost"];

    /// <summary>Whether a summary belongs on the screen, where there is room for a few only.</summary>
    public static bool IsHeadline(MeasureSummary summary) =>
        (s_worst.Contains(summary.Measure) && summary.Subject.StartsWith("worst ", StringComparison.Ordinal))
        || (s_total.Contains(summary.Measure) && summary.Subject.StartsWith("total ", StringComparison.Ordinal))
        || (summary.Measure == CommitLatency && summary.Subject.StartsWith("each ", StringComparison.Ordinal))
        || s_whole.Contains(summary.Measure)
        || (s_money.Contains(summary.Measure) && summary.Subject.Length == 0);

    /// <summary>Whether a column of the trials' table is the total recovery time: when the last one is back.</summary>
    public static bool IsRecoveryTime(string column) =>
        column.StartsWith(TimeToLast, StringComparison.Ordinal);

    /// <summary>Whether a summary tells how many were hit.</summary>
    public static bool IsBlastRadius(MeasureSummary summary) => summary.Measure == BlastRadius;

    /// <summary>Whether a summary is a measure's largest value in a trial.</summary>
    public static bool IsWorst(MeasureSummary summary, string measure) =>
        summary.Measure == measure && summary.Subject.StartsWith("worst", StringComparison.Ordinal);

    /// <summary>Whether a sample holds durations of all members of all trials, of a certain measure.</summary>
    public static bool IsOfEach(Sample sample, string measure) => sample.Measure == measure && sample.Unit == "s"
        && sample.Subject.StartsWith("each", StringComparison.Ordinal) && sample.Sorted.Count > 0;

    /// <summary>Whether a sample is one of databases rather than of those who share them.</summary>
    public static bool IsOfDatabases(Sample sample, Variant? variant) =>
        variant is not null && variant.Scenario.Databases.Any(databases => sample.Subject == $"each {databases.Name}");

    /// <summary>Whether a summary tells what the recovery cost tenants that were not hit.</summary>
    public static bool IsLossOfOthers(MeasureSummary summary) => summary.Measure.StartsWith("rolled back", StringComparison.Ordinal);

    /// <summary>Whether a summary tells what all backups occupy.</summary>
    public static bool IsStorage(MeasureSummary summary) => summary.Measure == "stored" && summary.Subject.StartsWith("total ", StringComparison.Ordinal);
}
