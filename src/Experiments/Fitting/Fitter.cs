using System.Globalization;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;
using Simulator.Kernel.Randomness;
using Simulator.Models.Distributions;
using Simulator.Models.Distributions.Data;
using Simulator.Models.Language;

namespace Simulator.Experiments.Fitting;

/// <summary>
/// Fits every family to data and tests it. As the parameters come from the same data, published tables of both tests are too kind (H. W. Lilliefors, JASA 62, 1967): the
/// p-values are those of a parametric bootstrap, in which every sample is drawn from the fitted distribution and fitted anew (W. Stute, W. González Manteiga and
/// M. Presedo Quindimil, Metrika 40, 1993). The standard errors come from the same samples; with censored values from samples of the data with replacement.
/// </summary>
public static class Fitter
{
    private const int ManySamples = 999, FewSamples = 199, ManyValues = 2000; // p to about 1 in 1000; of very many values to 1 in 200, so that a fit takes seconds
    private const int Fewest = 3;

    /// <summary>Fits all families, or says why nothing can be fitted.</summary>
    /// <param name="source">The file, as messages call it.</param>
    /// <param name="column">The data.</param>
    /// <param name="seed">Seed of the samples that are drawn anew.</param>
    /// <param name="threads">How many are drawn at once; the result is the same for any number.</param>
    /// <param name="samples">How many samples are drawn for each family; null for as many as the number of values asks for.</param>
    /// <param name="cancellation">Stops between samples.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Parsed<FitResult> Fit(string source, DataColumn column, ulong seed, int threads, int? samples = null, CancellationToken cancellation = default)
    {
        FitData data = FitData.Of(column);
        if (data.Exact.Length < Fewest) return Parsed.No<FitResult>($"{source}: {data.Exact.Length} known values: at least {Fewest} are needed to fit anything");
        if (data.Exact[0] == data.Exact[^1]) return Parsed.No<FitResult>($"{source}: all {data.Exact.Length} known values are {column.Measure.Write(data.Exact[0])}: there is nothing to fit");
        int drawn = samples ?? (data.Count > ManyValues ? FewSamples : ManySamples);
        List<FamilyFit> fits = [];
        List<(string, string)> leftOut = [];
        foreach (Family family in Family.All)
        {
            Parsed<FamilyFit> fit = Fit(family, data, column.Measure, seed, drawn, threads, cancellation);
            if (fit.Problem is { } why) leftOut.Add((family.Word, why));
            else fits.Add(fit.Value);
        }
        return Parsed.Ok(new FitResult(source, column, data, seed, drawn, [.. fits.OrderBy(fit => fit.IsRejected).ThenBy(fit => fit.Aicc)], leftOut));
    }

    private static Parsed<FamilyFit> Fit(Family family, FitData data, Measure measure, ulong seed, int samples, int threads, CancellationToken cancellation)
    {
        Parsed<double[]> found = family.Fit(data);
        if (found.Problem is { } none) return Parsed.No<FamilyFit>(none);
        double[] parameters = found.Value;
        string text = $"{family.Word}({string.Join(' ', family.Shown(parameters).Select(parameter => $"{parameter.Label} {Written(parameter, measure)}"))})";
        Parsed<Distribution> read = Models.Distributions.Law.Parse(text, measure);
        if (read.Problem is { } refused) return Parsed.No<FamilyFit>(refused);
        Redrawn[] redrawn = Redraw(family, parameters, data, seed, samples, threads, cancellation);
        double likelihood = family.LogLikelihood(parameters, data);
        int k = family.Count, n = data.Count;
        double aic = 2 * k - 2 * likelihood;
        Redrawn own = Measured(family, parameters, data);
        return Parsed.Ok(new FamilyFit(
            family.Word, text, read.Value,
            [.. family.Shown(parameters).Select((shown, i) => new EstimatedParameter(shown, Spread([.. redrawn.Select(sample => sample.Shown[i])])))],
            likelihood, aic, n > k + 1 ? aic + 2.0 * k * (k + 1) / (n - k - 1) : double.PositiveInfinity, k * Math.Log(n) - 2 * likelihood,
            data.IsWhole ? Test(own.D, redrawn.Select(sample => sample.D)) : null,
            data.IsWhole ? Test(own.A, redrawn.Select(sample => sample.A)) : null));
    }

    /// <summary>To four digits, which no data of this kind exceed.</summary>
    private static string Written(Parameter parameter, Measure measure)
    {
        double rounded = double.Parse(parameter.Value.ToString("E3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (parameter.IsBare ? Measure.Amount : measure).Write(rounded);
    }

    private readonly record struct Redrawn(double[] Shown, double D, double A);

    private static Redrawn[] Redraw(Family family, double[] parameters, FitData data, ulong seed, int samples, int threads, CancellationToken cancellation)
    {
        var redrawn = new Redrawn?[samples];
        Workers.Run(samples, threads, number =>
        {
            RandomStream luck = new Streams(seed, number).Get("fit", family.Word);
            FitData sample = data.IsWhole ? Drawn(family.Quantile(parameters), data.Count, luck) : WithReplacement(data, luck);
            // A sample without two different values, or of censored ones alone, says nothing.
            if (sample.Exact.Length < 2 || sample.Exact[0] == sample.Exact[^1]) return;
            Parsed<double[]> fit = family.Fit(sample);
            if (fit.Problem is null) redrawn[number] = Measured(family, fit.Value, sample);
        }, cancellation);
        return [.. redrawn.OfType<Redrawn>()];
    }

    private static Redrawn Measured(Family family, double[] parameters, FitData sample)
    {
        double[] shown = [.. family.Shown(parameters).Select(parameter => parameter.Value)];
        if (!sample.IsWhole) return new Redrawn(shown, 0, 0);
        ReadOnlySpan<double> inside = sample.Exact.AsSpan(family.Ends.Low, sample.Exact.Length - family.Ends.Low - family.Ends.High);
        Func<double, double> cumulative = family.Cumulative(parameters);
        return new Redrawn(shown, Distance.KolmogorovSmirnov(inside, cumulative), Distance.AndersonDarling(inside, cumulative));
    }

    private static FitData Drawn(Func<double, double> quantile, int count, RandomStream luck)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = quantile(luck.NextUniform());
        Array.Sort(values);
        return new FitData(values, []);
    }

    private static FitData WithReplacement(FitData data, RandomStream luck)
    {
        int[] picks = [.. Enumerable.Range(0, data.Count).Select(_ => luck.Next(data.Count))];
        return new FitData(
            [.. picks.Where(pick => pick < data.Exact.Length).Select(pick => data.Exact[pick]).Order()],
            [.. picks.Where(pick => pick >= data.Exact.Length).Select(pick => data.Censored[pick - data.Exact.Length]).Order()]);
    }

    private static GoodnessOfFit Test(double own, IEnumerable<double> redrawn)
    {
        double[] all = [.. redrawn];
        return new GoodnessOfFit(own, (1.0 + all.Count(distance => distance >= own)) / (all.Length + 1));
    }

    private static double Spread(double[] values) => Student.StandardError(values) * Math.Sqrt(values.Length);
}
