using Simulator.Models.Language;

namespace Simulator.Models.Faults.Guards;

/// <summary>A script deletes no more than so many in one run.</summary>
/// <param name="Most">How many, at least 1.</param>
public sealed record Cap(int Most)
{
    /// <summary>Its name in a sentence.</summary>
    public string Name => $"the cap of {Most.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    internal static Cap? Read(Fields fields)
    {
        int most = fields.Optional("cap", Syntaxes.Count.Where("at least 1", n => n >= 1).Or("none", int.MaxValue), "none", "a script does what it is told unless it has a limit", "How many it deletes at most in one run.");
        return most == int.MaxValue ? null : new Cap(most);
    }
}
