using Simulator.Models.Distributions;
using Simulator.Models.Quantities;
using Simulator.Models.Workloads;

namespace Simulator.Models.Language;

/// <content>Quantities, laws of chance and workloads.</content>
public static partial class Syntaxes
{
    private const string Number = "[0-9]+(\\.[0-9]+)?";
    private const string DurationForm = $"({Number} ?(us|ms|s|m|h|d|w|y))( ?{Number} ?(us|ms|s|m|h|d|w|y))*|never";
    private const string SizeForm = $"{Number} ?([kMGTP]?B|[KMGT]iB)";
    private const string DataRateForm = $"{Number} ?(([kMGTP]?B|[KMGT]iB)/[smhdy]|[kMG]bit/s|[kMG]bps)";
    private const string FrequencyForm = $"{Number} ?/[smhdy]";
    private const string LawForm = "(fixed|exponential|uniform|normal|lognormal|pareto|weibull|mix|empirical)\\([^,]+\\)";
    private const string UtcForm = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z";

    /// <summary>A duration, "never" among them.</summary>
    public static Syntax<TimeSpan> Duration { get; } = new("a duration", $"^({DurationForm})$", "30m", Durations.Parse);

    /// <summary>A moment: so long after the start, or by the UTC clock.</summary>
    public static Syntax<Moment> Moment { get; } = new("a moment", $"^({DurationForm}|{UtcForm})$", "1d", Language.Moment.Parse);

    /// <summary>A moment by the UTC clock.</summary>
    public static Syntax<DateTime> UtcInstant { get; } = new("a UTC moment", $"^{UtcForm}$", "2022-04-05T07:38Z", Language.Moment.ParseUtc);

    /// <summary>An amount of data.</summary>
    public static Syntax<DataSize> DataSize { get; } = new("a size", $"^{SizeForm}$", "50 GB", Quantities.DataSize.Parse);

    /// <summary>Data per time.</summary>
    public static Syntax<DataRate> DataRate { get; } = new("a data rate", $"^{DataRateForm}$", "5 MB/s", Quantities.DataRate.Parse);

    /// <summary>Events per time.</summary>
    public static Syntax<Frequency> Frequency { get; } = new("a frequency", $"^{FrequencyForm}$", "120/s", Quantities.Frequency.Parse);

    /// <summary>How many times something is what it usually is: a bare number.</summary>
    public static Syntax<double> Factor { get; } = new("a factor", $"^{Number}$", "2.5", text => Numbers.Bare(text, "a factor", "2.5"));

    /// <summary>A part of a whole, or a probability.</summary>
    public static Syntax<Share> Share { get; } = new("a share", $"^{Number} ?%$", "2.5%", Quantities.Share.Parse);

    /// <summary>How long something takes: a duration or a distribution of durations.</summary>
    public static Syntax<Delay> Delay { get; } = new Syntax<Delay>(
        "a duration or distribution of durations", $"^({DurationForm}|{LawForm})$", "lognormal(median 1h p95 3h)", Distributions.Delay.Parse)
        .Loading((delay, folder) => delay.Load(folder), delay => delay.Seconds.NeedsFile);

    /// <summary>Sizes that differ, in bytes: a size or a distribution of sizes.</summary>
    public static Syntax<Distribution> Sizes { get; } = Laws(
        "a size or distribution of sizes", SizeForm, "lognormal(median 50 GB p99 200 GB)", Measure.Size);

    /// <summary>Plain amounts that differ, such as users: a number or a distribution of numbers.</summary>
    public static Syntax<Distribution> Amounts { get; } = Laws(
        "an amount or distribution of amounts", Number, "pareto(median 10 p99 3000)", Measure.Amount);

    /// <summary>Data over time, in bytes per second.</summary>
    public static Syntax<Workload> DataWorkload { get; } = Workload("a data rate or course of one", DataRateForm, "daily(low 0.1 MB/s high 0.6 MB/s peak 15h)", Rates.OfData);

    /// <summary>Events over time, per second.</summary>
    public static Syntax<Workload> EventWorkload { get; } = Workload("a frequency or course of one", FrequencyForm, "daily(low 30/s high 90/s peak 15h)", Rates.OfEvents);

    private static Syntax<Distribution> Laws(string name, string form, string example, Measure measure) =>
        new Syntax<Distribution>(name, $"^({form}|{LawForm})$", example, text => Law.Parse(text, measure)).Loading((law, folder) => law.Load(folder), law => law.NeedsFile);

    private static Syntax<Workload> Workload(string name, string rateForm, string example, Rates rates) =>
        new Syntax<Workload>(name, $"^({rateForm}|{Course.Form})( ?\\+ ?({rateForm}|{Course.Form}))*$", example, text => Course.Parse(text, rates)).Loading((workload, folder) => workload.Load(folder));
}
