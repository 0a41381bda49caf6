namespace Simulator.Models.Recovery;

/// <summary>What a step is done for, from the whole to the part. A step for a part waits for its own whole; a step for a whole waits for all its parts.</summary>
public enum Level
{
    /// <summary>Once in the incident, under a plan.</summary>
    Incident,

    /// <summary>Once for each batch.</summary>
    Batch,

    /// <summary>Once for each database that the batch's tenants live in.</summary>
    Database,

    /// <summary>Once for each tenant.</summary>
    Tenant,

    /// <summary>Once for each table of each tenant, parents before children; the step is done for the tenant when its last table is.</summary>
    Table,
}
