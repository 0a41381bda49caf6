namespace Simulator.Models.Crews;

/// <summary>Whom a crew serves first. Work for a whole comes before work for one of its parts.</summary>
public enum ServiceOrder
{
    /// <summary>First come, first served.</summary>
    FirstCome,

    /// <summary>Tenants with the most users first.</summary>
    MostUsersFirst,

    /// <summary>Tenants with the fewest users first.</summary>
    FewestUsersFirst,

    /// <summary>What has the most data first: tenants, or whole databases.</summary>
    LargestFirst,

    /// <summary>What has the least data first.</summary>
    SmallestFirst,
}
