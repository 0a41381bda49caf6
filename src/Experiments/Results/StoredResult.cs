using System.Text.Json;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Results;

/// <summary>What a result folder tells of the run that wrote it.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Seed">Seed of the trials.</param>
/// <param name="Variants">Its variants, the baseline first.</param>
public sealed record StoredResult(string Scenario, ulong Seed, IReadOnlyList<StoredVariant> Variants)
{
    /// <summary>Reads <c>summary.json</c> and, where it is there, <c>trials.csv</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    /// <returns>The result; null with a problem.</returns>
    public static StoredResult? Read(string folder, out string? problem)
    {
        string summary = Path.Combine(folder, "summary.json"), trials = Path.Combine(folder, "trials.csv");
        try
        {
            if (!File.Exists(summary)) return No($"{folder}: this is no result folder: there is no summary.json in it", out problem);
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(summary));
            if (json.RootElement.GetProperty("version").GetInt32() != SummaryFile.Version) return No($"{summary}: this simulator reads version {SummaryFile.Version} of the form", out problem);
            StoredResult result = Of(json.RootElement);
            if (File.Exists(trials)) result = WithTrials(result, trials);
            problem = null;
            return result;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            return No($"{folder}: the result cannot be read: {wrong.Message}", out problem);
        }
    }

    private static StoredResult? No(string what, out string? problem)
    {
        problem = what;
        return null;
    }

    private static StoredResult Of(JsonElement root) => new(
        root.GetProperty("scenario").GetString()!, root.GetProperty("seed").GetUInt64(),
        [.. root.GetProperty("variants").EnumerateArray().Select(variant => new StoredVariant(
            variant.GetProperty("name").GetString()!, variant.GetProperty("trials").GetInt32(), [],
            [.. variant.GetProperty("measures").EnumerateArray().Select(MeanOf).OfType<StoredMean>()]))]);

    /// <summary>A mean with its standard error, which its Student interval gives away; null where either is infinite, missing, or over members of trials.</summary>
    private static StoredMean? MeanOf(JsonElement measure)
    {
        JsonElement mean = measure.GetProperty("mean"), interval = measure.GetProperty("meanInterval");
        string subject = measure.GetProperty("subject").GetString()!;
        int count = measure.GetProperty("count").GetInt32();
        bool isKnown = mean.ValueKind == JsonValueKind.Number && interval.ValueKind == JsonValueKind.Array && interval.EnumerateArray().All(end => end.ValueKind == JsonValueKind.Number);
        if (!isKnown || count < 2 || subject.StartsWith("each ", StringComparison.Ordinal)) return null;
        double error = (interval[1].GetDouble() - interval[0].GetDouble()) / 2 / Student.Quantile(Estimate.EachSide, count - 1);
        return new StoredMean($"{measure.GetProperty("measure").GetString()} of {subject} [{measure.GetProperty("unit").GetString()}]", new Moments(mean.GetDouble(), error, count));
    }

    private static StoredResult WithTrials(StoredResult result, string file)
    {
        TrialsTable table = TrialsTable.Read(File.ReadAllText(file));
        return result with { Variants = [.. result.Variants.Select(variant => variant with { Columns = table.Of(variant.Name, variant.Trials) })] };
    }
}

/// <summary>One variant of a stored result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trials">How many trials.</param>
/// <param name="Columns">Its values trial by trial; none where they were not kept.</param>
/// <param name="Means">Means of its measures.</param>
public sealed record StoredVariant(string Name, int Trials, IReadOnlyList<StoredColumn> Columns, IReadOnlyList<StoredMean> Means);

/// <summary>One column of <c>trials.csv</c> for one variant.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Values">Its values in trial order; not a number where there is none.</param>
public sealed record StoredColumn(string Head, double[] Values);

/// <summary>The mean of one measure.</summary>
/// <param name="Head">As the column's head would be.</param>
/// <param name="Moments">The mean and its standard error.</param>
public sealed record StoredMean(string Head, Moments Moments);
