using System.Globalization;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Results;

/// <summary>
/// Writes <c>draws.csv</c> of a study in which something is uncertain: one row a draw of a variant, with the value of every input (a factor where that is what
/// is drawn) and the mean over the draw's trials of every figure that is told apart into ignorance and luck. Numbers and empty cells are as in <c>trials.csv</c>.
/// </summary>
public static class DrawsFile
{
    /// <summary>Writes the rows of all variants.</summary>
    /// <exception cref="IOException">The text cannot be written.</exception>
    public static void Write(StudyResult result, TextWriter to)
    {
        (Study study, Uncertainty uncertainty) = (result.Study, result.Study.Uncertainty!);
        string[] figures = [.. result.Variants.SelectMany(v => v.Ignorance).Select(i => i.Column).Distinct()];
        TrialsFile.WriteRow(to, [.. ((string[])["variant", "draw", .. uncertainty.Inputs.Select(input => $"{input.Path} [{input.Unit}]"), .. figures.Select(figure => $"mean {figure}")]).Select(TrialsFile.Text)]);
        foreach (VariantResult variant in result.Variants)
        {
            double[][] means = [.. figures.Select(figure => MeansOf(variant, figure, study.Trials))];
            for (int draw = 0; draw * study.Trials < variant.Trials; draw++)
                TrialsFile.WriteRow(to,
                [
                    TrialsFile.Text(variant.Name), draw.ToString(CultureInfo.InvariantCulture),
                    .. uncertainty.Inputs.Select(input => TrialsFile.Number(input.Quantile(Uncertainty.ShareOf(input, study.Seed, draw)))),
                    .. means.Select(figure => draw < figure.Length ? TrialsFile.Number(figure[draw]) : ""),
                ]);
        }
    }

    private static double[] MeansOf(VariantResult variant, string figure, int trials) => [.. variant.Rows.DrawsOf(figure, trials).Select(Student.Mean)];
}
