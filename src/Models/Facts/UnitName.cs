using System.Globalization;

namespace Simulator.Models.Facts;

/// <summary>What a step was done for, put into words only when somebody reads them: a trial writes tens of thousands of facts.</summary>
/// <param name="Kind">"incident", "batch", "database", or the tenants' name in the scenario.</param>
/// <param name="Number">Which one; null for the incident, of which there is one.</param>
public readonly record struct UnitName(string Kind, int? Number)
{
    /// <summary>In words: "batch 2", "site 883".</summary>
    public override string ToString() => Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Kind} {number}") : Kind;
}
