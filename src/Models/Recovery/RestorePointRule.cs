namespace Simulator.Models.Recovery;

/// <summary>To which moment a deleted tenant is brought back.</summary>
public enum RestorePointRule
{
    /// <summary>The newest point before the tenant's own deletion: the restored store is rolled forward from victim to victim.</summary>
    BeforeEachDeletion,

    /// <summary>The newest point before the first deletion in its store: one point for everyone in the store.</summary>
    BeforeTheFirstDeletionOfEachStore,
}
