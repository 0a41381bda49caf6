using ScottPlot;
using Simulator.Experiments.Results;
using Simulator.Experiments.Sensitivity;
using Simulator.Reports.Drawing;
using Axis = Simulator.Reports.Drawing.Axis;

namespace Simulator.Reports.Charts.Sensitivity;

/// <summary>One end of an input's range: what it says there, what the response is, and the interval of it if that of the file were certain.</summary>
/// <param name="Text">The input's value.</param>
/// <param name="Value">The response.</param>
/// <param name="Interval">From what the change is at least to what it is at most, added to the response of the file.</param>
public sealed record TornadoEnd(string Text, double Value, Interval? Interval);

/// <summary>The response at both ends of every input's range, the widest on top.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Caption">What to look for.</param>
/// <param name="Response">What is asked about.</param>
/// <param name="Scale">Its axis.</param>
/// <param name="Written">The response as the file says.</param>
/// <param name="Rows">Inputs with both ends.</param>
public sealed record Tornado(string Name, string Caption, string Response, Axis Scale, double Written, IReadOnlyList<(string Input, TornadoEnd Low, TornadoEnd High)> Rows)
    : Chart(Name, $"What moves {Response}, one input at a time", Caption)
{
    private const int Most = 20;

    /// <summary>A chart for each response that was looked at one input at a time.</summary>
    public static IEnumerable<Chart> Of(SensitivityResult result)
    {
        if (result.Question.Method is not OneAtATime) yield break;
        for (int r = 0; r < result.Responses.Count; r++)
            if (result.Responses[r].Effects is not null && Of(result, result.Responses[r], result.Designs[0].Values[r], r) is { } chart) yield return chart;
    }

    private static Tornado? Of(SensitivityResult result, ResponseEffects response, double written, int number)
    {
        (Input Input, Effect Effect)[] moving = [.. response.Order.Select(i => (result.Question.Inputs[i], response.Effects![i])).Where(pair => pair.Item2[OneAtATime.Swing].Value > 0)];
        if (moving.Length == 0 || !double.IsFinite(written)) return null;
        var rows = moving.Take(Most).Select(pair => (Words.Plain(pair.Input.Path, 60), End(pair.Input, pair.Effect[OneAtATime.AtLow], 0, written), End(pair.Input, pair.Effect[OneAtATime.AtHigh], 1, written))).ToList();
        double[] values = [.. rows.SelectMany(row => (TornadoEnd[])[row.Item2, row.Item3]).SelectMany(end => (double[])[end.Value, end.Interval?.Low ?? end.Value, end.Interval?.High ?? end.Value]).Append(written).Where(double.IsFinite)];
        double least = values.Min(), most = values.Max(), room = Math.Max((most - least) * 0.04, most * 1e-3);
        int still = result.Question.Inputs.Count - moving.Length, left = moving.Length - rows.Count;
        string caption = "The dotted line is what the file says. A bar goes from there to what comes out at the end of an input's range, written at the right; its whisker is the 95 % interval of that change with the same luck."
            + (left > 0 ? $" {left} smaller ones are in the table." : "") + (still > 0 ? $" {still} inputs move nothing at all." : "") + (rows.Any(row => double.IsInfinity(row.Item2.Value) || double.IsInfinity(row.Item3.Value)) ? " A bar that goes to the edge is infinite." : "");
        return new Tornado($"tornado-{number + 1}", caption, Words.Plain(response.Response.Text, 60), Axis.Window(Math.Max(0, least - room), most + room, response.Response.Unit), written, rows);
    }

    private static TornadoEnd End(Input input, Importance change, double place, double written) => new(
        Words.Plain(input.At(place, true), 34), written + change.Value, change.Interval is { } ends ? new Interval(written + ends.Low, written + ends.High) : null);

    /// <inheritdoc/>
    public override int Height => 90 + 46 * Rows.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [new("input at its lower end", Mark.Area, Inks.Sky), new("input at its upper end", Mark.Area, Inks.Blue)];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        plot.Across(Scale, Response);
        plot.NamedRows([.. Rows.Select(row => row.Input)], [.. Rows.Select(row => Words.Plain($"{row.Low.Text} … {row.High.Text}", 44))], "");
        for (int i = 0; i < Rows.Count; i++)
        {
            Bar(plot, Rows[i].Low, -i - 0.3, Inks.Sky);
            Bar(plot, Rows[i].High, -i - 0.7, Inks.Blue);
        }
        plot.Rule(Scale.Place(Written));
    }

    private void Bar(Plot plot, TornadoEnd end, double y, Color color)
    {
        double from = Scale.Place(Written), to = Place(end.Value);
        plot.Block(Math.Min(from, to), Math.Max(from, to), y - 0.17, y + 0.17, color);
        if (end.Interval is { } ends && double.IsFinite(end.Value) && ends.High > ends.Low) plot.Whisker(to, Place(ends.Low), Place(ends.High), y, Inks.Ink);
    }

    private double Place(double value) => Math.Clamp(double.IsFinite(value) ? Scale.Place(value) : value > 0 ? Scale.High : Scale.Low, Scale.Low, Scale.High);
}
