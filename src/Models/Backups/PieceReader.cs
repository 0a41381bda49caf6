using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Databases;
using Simulator.Models.Distributions;
using Simulator.Models.Places;
using Simulator.Models.Quantities;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups;

/// <summary>Reads stored pieces out of their stores, one after the other, for one restore.</summary>
/// <param name="protection">Whose pieces.</param>
/// <param name="life">Through here everything is waited for.</param>
/// <param name="restoring">What it takes.</param>
/// <param name="jobs">Workers that load a dump at the same time.</param>
internal sealed partial class PieceReader(Protection protection, Lifetime life, Restoring restoring, int jobs = 1)
{
    private readonly HashSet<string> _retrieved = [];

    /// <summary>Whether the newest piece was good; a bad one is written down, and nobody tries it again.</summary>
    public bool IsGood { get; private set; } = true;

    /// <summary>Bytes read.</summary>
    public double Moved { get; private set; }

    /// <summary>What reading took longer because others read from the same stores, or moved over the same links.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Whether a delay is no delay.</summary>
    public static bool IsNothing(Delay delay) => delay.Seconds is Fixed { Value: 0 };

    /// <summary>Reads a piece. That it is bad shows at once where its store compares checksums, else when all of it has been read.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="bytes">How much of it is read.</param>
    public async Process Read(StoredPiece piece, double bytes)
    {
        StoreRun store = protection.World.Store(piece.Store);
        if (_retrieved.Add(store.Name))
        {
            await Wait(store.Store.Ship, "ship");
            await Wait(store.Store.Retrieval, "retrieval");
        }
        await Wait(store.Store.FirstByte, "first byte");
        if (!store.Store.Checksums || !protection.IsBad(piece))
        {
            await ReadMore(piece, bytes);
        }
        IsGood = !protection.FindsBad(piece, "restore");
    }

    /// <summary>Reads more of a piece that has been found and looked at.</summary>
    public async Process ReadMore(StoredPiece piece, double bytes)
    {
        if (piece.IsDump) await Load(piece, bytes);
        else await Move(piece, bytes, restoring.Copy.BytesPerSecond);
        Moved += bytes;
    }

    private async Process Move(StoredPiece piece, double bytes, double rate, params Capacity[] into)
    {
        StoreRun store = protection.World.Store(piece.Store);
        double cap = Math.Min(rate, store.Store.ReaderCap);
        Route? route = Over(store);
        double alone = Math.Min(Math.Min(cap, store.Reading.Rate), route?.Lane?.Bandwidth ?? double.PositiveInfinity);
        Instant began = life.Now;
        if (route is not null) await route.Move(life, bytes, cap, [store.Reading, .. into]);
        else await life.Move(bytes, [store.Reading, .. into], cap);
        protection.World.Usage.Read(store.Name, bytes);
        protection.World.Usage.Carry(store.Store.Place, protection.RestoredIn(), bytes);
        // Workers of one load wait side by side, for each other too: only what is read by itself is told.
        if (into.Length == 0) Waited += Transfers.Beyond(alone > 0 ? Transfers.Time(bytes, new DataRate(alone)) : TimeSpan.Zero, life.Now - began);
    }

    /// <summary>The way to where the database is restored; null where no link with a bandwidth lies on it.</summary>
    private Route? Over(StoreRun store)
    {
        World world = protection.World;
        Zone place = protection.RestoredIn();
        return Network.CanReach(world.Scenario.Links, store.Store.Place, place) && world.Network.Between(store.Store.Place, place) is { Lane.Bulk: not null } route ? route : null;
    }

    private async Process Wait(Delay delay, string what)
    {
        if (!IsNothing(delay)) await life.Wait(delay, protection.RestoreLuck(what));
    }
}
