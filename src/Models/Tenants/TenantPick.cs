using System.Globalization;
using Simulator.Models.Language;

namespace Simulator.Models.Tenants;

/// <summary>Some of a population: <c>883 of site</c>.</summary>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Population">The tenants' name in the scenario.</param>
public sealed record TenantPick(int Count, string Population)
{
    /// <summary>How it is written.</summary>
    public static readonly Syntax<TenantPick> Syntax = new Syntax<TenantPick>(
        "a number of tenants", @"^[0-9]+ of [a-z][a-z0-9-]*$", "883 of site", Parse)
        .Naming(pick => [new Reference("tenants", pick.Population)]);

    private static Parsed<TenantPick> Parse(string text)
    {
        string[] parts = text.Split(" of ", 2);
        if (parts.Length != 2 || Syntaxes.Name.Parse(parts[1]).Problem is not null)
            return Parsed.No<TenantPick>($"'{text}' is not a number of tenants: write it as 883 of site");
        return Syntaxes.Count.Parse(parts[0]).Then(count => count >= 1
            ? Parsed.Ok(new TenantPick(count, parts[1]))
            : Parsed.No<TenantPick>(string.Create(CultureInfo.InvariantCulture, $"'{text}' hits nobody: write at least 1 of {parts[1]}")));
    }
}
