using ScottPlot;
using Simulator.Experiments.Sensitivity;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts.Sensitivity;

/// <summary>Morris' picture: how far an input moves the response (mu*) against how unlike its effects are (sigma).</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Response">What is asked about.</param>
/// <param name="Mean">The axis of mu*.</param>
/// <param name="Spread">The axis of sigma.</param>
/// <param name="Inputs">Every input with both numbers, that which does most first, and whether it matters.</param>
public sealed record EffectSpread(string Name, string Caption, string Response, Axis Mean, Axis Spread, IReadOnlyList<(string Input, double Mean, double Spread, bool Matters)> Inputs)
    : Chart(Name, $"How alike the effects on {Response} are", Caption)
{
    private const int MostNames = 10;
    private const float Area = Width - 108, Line = 17;

    /// <summary>A chart for each response that Morris looked at.</summary>
    public static IEnumerable<Chart> Of(SensitivityResult result)
    {
        if (result.Question.Method is not Morris) yield break;
        for (int r = 0; r < result.Responses.Count; r++)
        {
            if (result.Responses[r] is not { Effects: { } effects } response) continue;
            var inputs = response.Order.Select(i => (Words.Plain(result.Question.Inputs[i].Path, 50), effects[i][Morris.MuStar].Value, effects[i][Morris.Sigma].Value, effects[i].Matters)).ToList();
            if (inputs[0].Item2 <= 0) continue;
            string unit = response.Response.Unit;
            double most = inputs[0].Item2, widest = Math.Max(inputs.Max(input => input.Item3), most * 0.2);
            yield return new EffectSpread($"spread-{r + 1}",
                "Right: the input moves the figure. Low: it does so by the same amount wherever the others are, along a straight line. On or above the dotted line, where sigma is mu*: it is bent, or hangs on the others."
                + $" Luck is {Humane.Format(response.Noise ?? 0, "share")} of what differs between designs, and in neither number's spread.",
                Words.Plain(response.Response.Text, 60), Axis.Linear(most * 1.08, unit), Axis.Linear(widest * 1.12, unit), inputs);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys =>
        [new("matters", Mark.Point, Inks.Blue), .. Inputs.All(input => input.Matters) ? (Key[])[] : [new("not seen to matter", Mark.Point, Inks.Muted)]];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Mean, "mean absolute effect over the whole range, mu*");
        plot.Upward(Spread, "spread of effects, sigma");
        double top = Math.Min(Mean.High * Mean.Divisor, Spread.High * Spread.Divisor);
        plot.Line([0, top / Mean.Divisor], [0, top / Spread.Divisor], new Key("", Mark.Line, Inks.Muted, 1.5f, LinePattern.Dotted));
        double pixel = (Mean.High - Mean.Low) / Area, line = (Spread.High - Spread.Low) / (Height - 68) * Line;
        List<(double From, double To, double Y)> taken = [];
        foreach ((string input, double mean, double spread, bool matters) in Inputs)
        {
            double x = Mean.Place(mean), y = Spread.Place(spread);
            plot.Add.Marker(x, y, MarkerShape.FilledCircle, 10, matters ? Inks.Blue : Inks.Muted);
            if (!matters || taken.Count >= MostNames) continue;
            double length = Lettering.Width(input, 13) * pixel, from = x + length > Mean.High ? x - length : x, at = y;
            // Names that would touch stand one above the other.
            while (taken.Exists(other => from < other.To && from + length > other.From && Math.Abs(at - other.Y) < line)) at += line;
            taken.Add((from, from + length, at));
            plot.Note(input, x, at, x + length > Mean.High ? Alignment.LowerRight : Alignment.LowerLeft, Inks.Ink, 13, (x + length > Mean.High ? -8 : 8, -4));
        }
    }
}
