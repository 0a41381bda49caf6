using System.Globalization;
using Simulator.Experiments.Expectations;
using Simulator.Experiments.Running;

namespace Simulator.Experiments.Sensitivity;

/// <summary>Tries the designs of a method, each with the same trials, and tells what each input does.</summary>
public static class SensitivityAnalysis
{
    /// <summary>Answers a question. The result is the same for any number of threads.</summary>
    /// <param name="question">The question.</param>
    /// <param name="designer">Makes the scenario of a design; is called from several threads.</param>
    /// <param name="threads">How many designs are tried at once, at least 1.</param>
    /// <param name="prepare">How trials are run.</param>
    /// <param name="progress">Is told after every design, one at a time.</param>
    /// <param name="cancellation">Stops between designs.</param>
    /// <exception cref="UnsoundDesignException">A design makes no sound scenario; told before anything is run.</exception>
    /// <exception cref="TrialException">The simulator broke in a trial.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SensitivityResult Of(
        SensitivityQuestion question, Designer designer, int threads, Preparation prepare, Action<Progress>? progress = null, CancellationToken cancellation = default)
    {
        ulong seed = question.Study.Seed;
        IReadOnlyList<Setting>[] points = [.. question.Method.Points(question.Inputs.Count, seed).Select(point => SettingsOf(question, point))];
        string[] names = [.. points.Select(NameOf)], distinct = [.. names.Distinct()];
        IReadOnlyList<Setting>[] designs = [.. distinct.Select(name => points[Array.IndexOf(names, name)])];
        var scenarios = new Models.Scenario[designs.Length];
        Workers.Run(designs.Length, threads, i => scenarios[i] = Made(designer, designs[i], distinct[i]), cancellation);

        IReadOnlyList<int[]> lots = question.Method.Lots(question.Trials, seed);
        var tried = new (double Whole, double[] Lots)[designs.Length][];
        Lock counting = new();
        int done = 0;
        Workers.Run(designs.Length, threads, i =>
        {
            tried[i] = Tried(question, new Variant(distinct[i], scenarios[i]), lots, prepare, cancellation);
            lock (counting) progress?.Invoke(new Progress(question.Method.Word, ++done, designs.Length));
        }, cancellation);

        Dictionary<string, int> numbers = distinct.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number);
        int[] at = [.. names.Select(name => numbers[name])];
        ResponseEffects[] responses = [.. question.Responses.Select((response, r) => Judged(question, response, [.. at.Select(design => tried[design][r])], distinct, at))];
        return new SensitivityResult(question, Experiment.Version, responses, [.. designs.Select((settings, i) => new Design(settings, [.. tried[i].Select(value => value.Whole)]))]);
    }

    /// <summary>The settings of a point; an input that keeps what the file says has none.</summary>
    private static Setting[] SettingsOf(SensitivityQuestion question, double[] point) =>
        [.. question.Inputs.Zip(point).Where(pair => !double.IsNaN(pair.Second)).Select(pair => new Setting(pair.First.Path, pair.First.At(pair.Second, question.Method.TakesEnds)))];

    private static string NameOf(IReadOnlyList<Setting> settings) => settings.Count == 0 ? "as the file says" : string.Join(" + ", settings.Select(setting => $"{setting.Path}: {setting.Value}"));

    private static Models.Scenario Made(Designer designer, IReadOnlyList<Setting> settings, string name)
    {
        try
        {
            return designer(settings);
        }
        catch (UnsoundDesignException unsound)
        {
            throw new UnsoundDesignException($"no sound scenario has {name}:\n{unsound.Message}");
        }
    }

    private static (double Whole, double[] Lots)[] Tried(SensitivityQuestion question, Variant design, IReadOnlyList<int[]> lots, Preparation prepare, CancellationToken cancellation)
    {
        var series = new Series(design, question.Study.Seed, [.. question.Responses.Select(response => response.Figure)], prepare);
        VariantTrials trials = series.First(question.Trials, threads: 1, cancellation: cancellation);
        return [.. question.Responses.Select(response =>
        {
            TrialValues values = trials.Values(response.Figure, response.Reduce);
            return (ValueOf(response, values), (double[])[.. lots.Select(lot => ValueOf(response, values.Of(lot)))]);
        })];
    }

    private static double ValueOf(Response response, TrialValues values) => values.AtMost.Count == 0 ? double.NaN : response.Statistic.Of(values).Value;

    private static ResponseEffects Judged(SensitivityQuestion question, Response response, (double Whole, double[] Lots)[] values, string[] designs, int[] at)
    {
        // Infinite losses can be compared one with the other, but have no variance.
        bool takesInfinite = question.Method is OneAtATime;
        int bad = Array.FindIndex(values, value => value.Lots.Append(value.Whole).Any(one => double.IsNaN(one) || (!takesInfinite && double.IsInfinity(one))));
        if (bad >= 0) return new ResponseEffects(response, null, null,
            string.Create(CultureInfo.InvariantCulture, $"it {(double.IsNaN(values[bad].Whole) ? "has no value" : "is infinite, or for some of the trials without a value,")} where {designs[at[bad]]}: nothing can be said of its variance"));
        int lots = values[0].Lots.Length;
        Surface surface = new([.. values.Select(value => value.Whole)], [.. Enumerable.Range(0, lots).Select(lot => (double[])[.. values.Select(value => value.Lots[lot])])]);
        return new ResponseEffects(response, question.Method.Effects(surface, question.Inputs.Count, question.Study.Seed), question.Method.NoiseShare(surface), null);
    }
}
