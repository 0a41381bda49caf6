using System.Globalization;
using Simulator.Experiments.Results;

namespace Simulator.Experiments.Comparing;

/// <summary>
/// The comparison as <c>compare.csv</c>: one row a measure, values in the unit of the column beside them; numbers are the shortest that read back the same, an
/// infinite one is <c>inf</c> or <c>-inf</c>, a missing one an empty cell.
/// </summary>
public static class ComparisonFile
{
    /// <summary>Writes it.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(ComparisonResult result, TextWriter to)
    {
        to.Write("pair,measure,unit,better,a,b,difference,low,high,p,adjusted p,verdict,trials,needed,left out,p50 low,p50 high,p95 low,p95 high\n");
        foreach (ComparedMeasure row in result.Measures)
            to.Write(string.Join(',', [
                TrialsFile.Text(row.Match), TrialsFile.Text(row.Text), row.Unit, row.Better.ToString().ToLowerInvariant(),
                Number(row.Shift.A), Number(row.Shift.B), Number(row.Shift.Value), Number(row.Shift.Interval?.Low), Number(row.Shift.Interval?.High), Number(row.Shift.P), Number(row.Adjusted),
                Word(row.Change), Number(row.Trials), Number(row.Needed), Number(row.LeftOut),
                Number(row.OfMedians?.Low), Number(row.OfMedians?.High), Number(row.OfP95?.Low), Number(row.OfP95?.High)]) + "\n");
    }

    /// <summary>The word for a verdict in files.</summary>
    public static string Word(Change change) => change switch
    {
        Change.Better => "better",
        Change.Worse => "worse",
        Change.NoWorse => "no-worse",
        Change.Different => "different",
        Change.Same => "the-same",
        _ => "cannot-tell",
    };

    private static string Number(double? value) => value switch
    {
        null or double.NaN => "",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        { } number => (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture),
    };
}
