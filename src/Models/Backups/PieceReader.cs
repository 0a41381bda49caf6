using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases;
using Simulator.Models.Distributions;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <summary>How a stored piece is read out of its store.</summary>
internal static class PieceReader
{
    /// <summary>What one reader gets at most, bytes a second: as much as it takes in, over as many streams as it opens.</summary>
    public static double Cap(StoreRun store, Restoring restoring) => Math.Min(restoring.Copy.BytesPerSecond, store.Store.ReaderCap);

    /// <summary>Whether a delay is no delay.</summary>
    public static bool IsNothing(Delay delay) => delay.Seconds is Fixed { Value: 0 };

    /// <summary>Whether reading from a store begins with a wait.</summary>
    public static bool Waits(StoreRun store) => !IsNothing(store.Store.Ship) || !IsNothing(store.Store.Retrieval) || !IsNothing(store.Store.FirstByte);

    /// <summary>Waits for what comes before the first byte: tapes to be brought, archived data to be retrieved, once a restore; then the first byte itself.</summary>
    public static async Process Wait(Lifetime life, StoreRun store, HashSet<string> retrieved, Func<string, RandomStream> luck)
    {
        if (retrieved.Add(store.Name))
        {
            if (!IsNothing(store.Store.Ship)) await life.Wait(store.Store.Ship, luck("ship"));
            if (!IsNothing(store.Store.Retrieval)) await life.Wait(store.Store.Retrieval, luck("retrieval"));
        }
        if (!IsNothing(store.Store.FirstByte)) await life.Wait(store.Store.FirstByte, luck("first byte"));
    }
}
