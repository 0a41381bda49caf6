using System.Globalization;
using Simulator.Kernel;

namespace Simulator.Experiments.Results;

/// <summary>Writes <c>journal.txt</c>: which trial's story it is, then one line a fact, the moment since the start of the run first.</summary>
public static class JournalFile
{
    /// <summary>Writes the shown trial of the baseline.</summary>
    /// <exception cref="IOException">The text cannot be written.</exception>
    public static void Write(StudyResult result, TextWriter to)
    {
        VariantResult baseline = result.Variants[0];
        ShownTrial shown = baseline.Shown;
        to.Write(string.Create(CultureInfo.InvariantCulture,
            $"# {result.Study.Name}, variant '{baseline.Name}', seed {result.Study.Seed}: trial {shown.Trial} of 0 to {baseline.Trials - 1}, "));
        to.Write($"whose {shown.MedianOf} is the median; fingerprint {shown.Fingerprint}\n");
        foreach (Fact fact in shown.Facts) to.Write($"{fact.At}  {fact.Describe()}\n");
    }
}
