using ScottPlot;
using Simulator.Experiments.Sensitivity;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts.Sensitivity;

/// <summary>One or two numbers of every input with their intervals, the largest on top: shares of the variance, or mean effects.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Label">Title of the axis.</param>
/// <param name="Scale">The axis.</param>
/// <param name="Unit">Unit of the numbers.</param>
/// <param name="Keys">What the bars of a row are.</param>
/// <param name="Rows">Inputs with the numbers in the order of the keys, and whether they matter.</param>
public sealed record EffectBars(
    string Name, string Title, string Caption, string Label, Axis Scale, string Unit, IReadOnlyList<Key> Keys, IReadOnlyList<(string Input, IReadOnlyList<Importance> Numbers, bool Matters)> Rows)
    : Chart(Name, Title, Caption)
{
    private const int Most = 20;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys { get; } = Keys;

    /// <inheritdoc/>
    public override int Height => 90 + Rows.Count * (Keys.Count > 1 ? 44 : 30);

    /// <summary>A chart for each response that Morris or Sobol looked at.</summary>
    public static IEnumerable<Chart> Of(SensitivityResult result)
    {
        if (result.Question.Method is OneAtATime) yield break;
        for (int r = 0; r < result.Responses.Count; r++)
            if (result.Responses[r].Effects is { } effects && effects.Any(effect => effect.Numbers[0].Value > 0)) yield return Of(result, result.Responses[r], r + 1);
    }

    private static EffectBars Of(SensitivityResult result, ResponseEffects response, int number)
    {
        bool isSobol = result.Question.Method is Sobol;
        string[] names = isSobol ? [Sobol.Total, Sobol.First] : [Morris.MuStar];
        var rows = response.Order.Take(Most).Select(i => (Words.Plain(result.Question.Inputs[i].Path, 60), (IReadOnlyList<Importance>)[.. names.Select(name => response.Effects![i][name])], response.Effects![i].Matters)).ToList();
        string unit = isSobol ? "share" : response.Response.Unit, text = Words.Plain(response.Response.Text, 60);
        double most = rows.SelectMany(row => row.Item2).Max(index => Math.Max(index.Value, index.Interval?.High ?? 0));
        string left = response.Effects!.Count > rows.Count ? $" {response.Effects.Count - rows.Count} smaller ones are in the table." : "";
        return isSobol
            ? new EffectBars($"variance-{number}", $"What share of the variance of {text} each input has", "Total: what the input does alone and together with others; first: alone. The difference is interaction. Whiskers are 95 % intervals."
                + $" Luck is {Humane.Format(response.Noise ?? 0, "share")} of what differs between designs, and counted in neither." + left, "share of the variance", Axis.Linear(Math.Min(most, 1.5), unit), unit,
                [new("total", Mark.Area, Inks.Blue), new("first", Mark.Area, Inks.Sky)], rows)
            : new EffectBars($"effects-{number}", $"How far each input moves {text}", "The mean of absolute effects (mu*), per whole range of the input. Whiskers are 95 % intervals." + left,
                $"mean effect on {text}", Axis.Linear(most * 1.02, unit), unit, [new("mu*", Mark.Area, Inks.Blue)], rows);
    }

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Scale, Label);
        plot.NamedRows([.. Rows.Select(row => row.Input)], [.. Rows.Select(row => Humane.Format(Math.Max(0, row.Numbers[0].Value), Unit) + (row.Matters ? "" : " (not seen)"))], "");
        for (int i = 0; i < Rows.Count; i++)
            for (int part = 0; part < Rows[i].Numbers.Count; part++)
            {
                Importance index = Rows[i].Numbers[part];
                double height = 0.7 / Rows[i].Numbers.Count, middle = -i - 0.15 - height * (part + 0.5);
                plot.Block(Scale.Low, Place(index.Value), middle - height * 0.42, middle + height * 0.42, Keys[part].Color);
                if (index.Interval is { } ends && ends.High > ends.Low) plot.Whisker(Place(index.Value), Place(ends.Low), Place(ends.High), middle, Inks.Ink);
            }
    }

    private double Place(double value) => Math.Clamp(Scale.Place(value), Scale.Low, Scale.High);
}
