namespace Simulator.Models.Stores;

/// <summary>What a store is.</summary>
public enum StoreKind
{
    /// <summary>An object store.</summary>
    ObjectStore,

    /// <summary>Volumes or an array.</summary>
    Volumes,

    /// <summary>Tapes.</summary>
    Tape,
}

/// <summary>How data that must be erased by law leaves a store.</summary>
public enum Erasure
{
    /// <summary>It goes when the retention of the last point ends that holds it.</summary>
    AfterRetention,

    /// <summary>The key that it is encrypted with is destroyed: what is left of it can no longer be read.</summary>
    KeyDestruction,
}
