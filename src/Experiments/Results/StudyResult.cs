using Simulator.Experiments.Objectives;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Results;

/// <summary>Everything a report shows: a value, made once, from which every text and picture is drawn.</summary>
/// <param name="Study">What was asked.</param>
/// <param name="Version">Version of the simulator.</param>
/// <param name="Variants">One result a variant, in the study's order.</param>
/// <param name="Published">Points of published curves that expectations hold the result against.</param>
public sealed record StudyResult(Study Study, string Version, IReadOnlyList<VariantResult> Variants, IReadOnlyList<PublishedPoint> Published);

/// <summary>What one variant gave.</summary>
/// <param name="Name">The variant's name.</param>
/// <param name="Trials">Number of trials.</param>
/// <param name="Fingerprint">Fold of the trials' fingerprints in trial order, as 16 hexadecimal digits.</param>
/// <param name="Measures">Summaries, in the order of the measures' table.</param>
/// <param name="Expectations">Verdicts on the expectations that name this variant (or none).</param>
/// <param name="Curves">Shares over time.</param>
/// <param name="Samples">The values behind some of the measures, for distributions.</param>
/// <param name="Rows">One row of values a trial, for <c>trials.csv</c>.</param>
/// <param name="Shown">The trial whose story is told.</param>
public sealed record VariantResult(
    string Name, int Trials, string Fingerprint, IReadOnlyList<MeasureSummary> Measures, IReadOnlyList<ExpectationResult> Expectations,
    IReadOnlyList<Curve> Curves, IReadOnlyList<Sample> Samples, TrialTable Rows, ShownTrial Shown)
{
    /// <summary>The bill of a month in which nothing happens; null where the scenario has no costs.</summary>
    public BillDrawn? Bill => Shown.Facts.OfType<BillDrawn>().FirstOrDefault();

    /// <summary>Ignorance and luck in the figures that are expected or shown first; none in a study in which everything is known.</summary>
    public IReadOnlyList<Ignorance> Ignorance { get; init; } = [];

    /// <summary>What became of the objectives of the policy; none where the study names no policy.</summary>
    public IReadOnlyList<ObjectiveResult> Objectives { get; init; } = [];

    /// <summary>Whether everything that must hold does.</summary>
    public bool IsGood => Expectations.All(expectation => expectation.Verdict == Verdict.Met) && Objectives.All(objective => objective.IsGood);
}

/// <summary>A two-sided 95 % interval.</summary>
/// <param name="Low">Lower end, in the measure's unit.</param>
/// <param name="High">Upper end; positive infinity where censored values reach into it.</param>
public readonly record struct Interval(double Low, double High);

/// <summary>A quantile over trials (or over all members of all trials) with its interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Interval">Its interval; null where none exists at this number of trials.</param>
public readonly record struct Quantile(double Value, Interval? Interval);

/// <summary>One measure of one subject over all trials of a variant.</summary>
/// <param name="Measure">The measure's word: "loss".</param>
/// <param name="Subject">Of what: "worst site", "each site", "site users".</param>
/// <param name="Unit">Unit of all values: "s", "writes", "share", "count", "B", "1/d", "ratio".</param>
/// <param name="Count">How many values: trials, or members of all trials for "each".</param>
/// <param name="Mean">Mean.</param>
/// <param name="MeanInterval">Its Student t interval; null for fewer than two trials.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
/// <param name="Max">Largest value.</param>
public sealed record MeasureSummary(
    string Measure, string Subject, string Unit, int Count, double Mean, Interval? MeanInterval, Quantile P50, Quantile P95, Quantile P99, double Max);

/// <summary>What the evidence says of an expectation.</summary>
public enum Verdict
{
    /// <summary>The 95 % bound meets the limit.</summary>
    Met,

    /// <summary>The opposite bound misses the limit.</summary>
    Breached,

    /// <summary>Neither; more trials are needed.</summary>
    NotEnoughEvidence,
}

/// <summary>The verdict on one expectation in one variant.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Verdict">What the evidence says.</param>
/// <param name="Value">The estimate, in <paramref name="Unit"/>; null where it does not exist.</param>
/// <param name="Interval">Its interval; null where none exists.</param>
/// <param name="Unit">Unit of the estimate.</param>
/// <param name="Reason">One clause for people: what was compared with what, or how many trials are needed.</param>
public sealed record ExpectationResult(string Text, Verdict Verdict, double? Value, Interval? Interval, string Unit, string Reason);

/// <summary>A share over time, over all trials.</summary>
/// <param name="Measure">"restored" or "accepted".</param>
/// <param name="Subject">"site users", "site".</param>
/// <param name="Times">Moments since the first deletion, ascending.</param>
/// <param name="Low">5th percentile over trials of the share at each time, in [0, 1].</param>
/// <param name="Median">Median over trials.</param>
/// <param name="High">95th percentile over trials.</param>
public sealed record Curve(
    string Measure, string Subject, IReadOnlyList<TimeSpan> Times, IReadOnlyList<double> Low, IReadOnlyList<double> Median, IReadOnlyList<double> High);

/// <summary>Values of a measure, pooled over trials and sorted.</summary>
/// <param name="Measure">The measure's word.</param>
/// <param name="Subject">Of what.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Sorted">The values, ascending; infinite where nothing could be restored.</param>
public sealed record Sample(string Measure, string Subject, string Unit, IReadOnlyList<double> Sorted);

/// <summary>One row a trial.</summary>
/// <param name="Columns">Column heads, unit in brackets: "loss of worst site [s]".</param>
/// <param name="Rows">One row of values a trial, in trial order.</param>
public sealed record TrialTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<double>> Rows)
{
    /// <summary>The values of a column, draw by draw of what is uncertain; none where there is no such column.</summary>
    /// <param name="column">Head of the column.</param>
    /// <param name="perDraw">How many trials in a row share a draw.</param>
    public IReadOnlyList<double[]> DrawsOf(string column, int perDraw)
    {
        int place = Columns.ToList().IndexOf(column);
        return place < 0 ? [] : [.. Rows.Select(row => row[place]).Chunk(perDraw)];
    }
}

/// <summary>The trial whose story is told: the one in the middle, see <see cref="MedianOf"/>.</summary>
/// <param name="Trial">Its number, from 0.</param>
/// <param name="Fingerprint">Its fingerprint, 16 hexadecimal digits.</param>
/// <param name="Facts">Its journal.</param>
public sealed record ShownTrial(int Trial, string Fingerprint, IReadOnlyList<Simulator.Kernel.Fact> Facts)
{
    /// <summary>
    /// What it is the median trial of, in words: of the total recovery time; in a study without tenants, of the worst loss of a database, or where that
    /// is the same in all trials of their downtime, or of the largest lag.
    /// </summary>
    public string MedianOf { get; init; } = "total recovery time";
}

/// <summary>A point of a published curve.</summary>
/// <param name="Variant">The variant it belongs to.</param>
/// <param name="Measure">"restored" or "accepted".</param>
/// <param name="Subject">"site users".</param>
/// <param name="Share">The share, in [0, 1].</param>
/// <param name="At">When, since the first deletion.</param>
/// <param name="Within">How far off it may be, to either side.</param>
public sealed record PublishedPoint(string Variant, string Measure, string Subject, double Share, TimeSpan At, TimeSpan Within);
