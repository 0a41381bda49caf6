namespace Simulator.Models.Recovery;

/// <summary>What a plan, or a step of it, brings back.</summary>
public enum Serves
{
    /// <summary>Either.</summary>
    Both,

    /// <summary>Deleted tenants, one by one, beside others who go on.</summary>
    Tenants,

    /// <summary>Whole databases.</summary>
    Databases,
}
