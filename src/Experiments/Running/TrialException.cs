using System.Globalization;

namespace Simulator.Experiments.Running;

/// <summary>The simulator broke in one trial; says where and how to see it again.</summary>
public sealed class TrialException : Exception
{
    /// <summary>Key under which an exception's <see cref="Exception.Data"/> may hold the simulated moment, a <see cref="Kernel.Instant"/>.</summary>
    public const string MomentKey = "moment";

    /// <summary>Wraps what broke.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="trial">The trial, from 0.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cause">What broke.</param>
    public TrialException(string variant, int trial, ulong seed, Exception cause)
        : base(Say(variant, trial, seed, cause), cause)
    {
        Variant = variant;
        Trial = trial;
        Seed = seed;
    }

    /// <summary>The variant.</summary>
    public string Variant { get; }

    /// <summary>The trial, from 0.</summary>
    public int Trial { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>What to add to <c>simulator run FILE</c> to repeat this trial alone.</summary>
    public string Arguments => ArgumentsOf(Variant, Trial, Seed);

    private static string Say(string variant, int trial, ulong seed, Exception cause)
    {
        string moment = cause.Data[MomentKey] is Kernel.Instant at ? $" at {at}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"trial {trial} of variant '{variant}' (seed {seed}) broke{moment}: {cause.Message} ")
            + $"Repeat it with: simulator run FILE {ArgumentsOf(variant, trial, seed)}";
    }

    private static string ArgumentsOf(string variant, int trial, ulong seed) =>
        string.Create(CultureInfo.InvariantCulture, $"--seed {seed} --variant \"{variant}\" --trial {trial}");
}
