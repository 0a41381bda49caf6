using System.Globalization;
using Simulator.Models;

namespace Simulator.Experiments.Running;

/// <summary>The simulator broke in one trial; says where and how to see it again.</summary>
public sealed class TrialException : Exception
{
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
    public string Arguments => string.Create(CultureInfo.InvariantCulture, $"--seed {Seed} --variant \"{Variant}\" --trial {Trial}");

    private static string Say(string variant, int trial, ulong seed, Exception cause)
    {
        string moment = cause.Data[PreparedScenario.MomentKey] is Kernel.Instant at ? $" at {at}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"trial {trial} of variant '{variant}' (seed {seed}) broke{moment}: {cause.Message}");
    }
}
