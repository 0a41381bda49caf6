using Simulator.Experiments;
using Simulator.Experiments.Running;
using Simulator.Kernel;
using Simulator.Models;

namespace Simulator.Cli;

/// <summary>Prints the journal of one trial, run alone.</summary>
internal static class Journal
{
    public static int Print(Study study, int trial)
    {
        if (trial < 0)
        {
            Console.Error.WriteLine($"there is no trial {trial}; the first is 0");
            return ExitCode.BadInput;
        }
        foreach (Variant variant in study.Variants)
        {
            TrialRecord record = Run(study, variant, trial);
            Console.Out.WriteLine($"variant {variant.Name}, trial {trial}, seed {study.Seed}, fingerprint {record.Fingerprint:x16}, {record.Events} events");
            foreach (Fact fact in record.Facts) Console.Out.WriteLine($"{fact.At}  {fact.Describe()}");
        }
        return ExitCode.Met;
    }

    private static TrialRecord Run(Study study, Variant variant, int trial)
    {
        try
        {
            return DrawnTrials.Of(study, variant, RunCommand.Prepare)(variant.Scenario, study.Seed)(trial);
        }
        catch (Exception broken) when (broken is not UnsoundDesignException)
        {
            throw new TrialException(variant.Name, trial, study.Seed, broken);
        }
    }
}
