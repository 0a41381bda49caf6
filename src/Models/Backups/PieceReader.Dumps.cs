using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Databases;
using Simulator.Models.Distributions;

namespace Simulator.Models.Backups;

/// <content>Loading a logical dump, by several workers: each takes the largest table that is left, loads it and builds its indexes, then the next.</content>
internal sealed partial class PieceReader
{
    private async Process Load(StoredPiece piece, double bytes)
    {
        World world = protection.World;
        Crew workers = new(world.Simulation, $"{protection.Databases.Name} {protection.Number} workers", jobs);
        Capacity instance = new(world.Simulation, $"{protection.Databases.Name} {protection.Number} intake", restoring.Copy.BytesPerSecond);
        Condition done = new();
        int left = protection.Databases.Value.Schema.Tables.Count;
        foreach (Table table in Dump.LargestFirst(protection.Databases.Value.Schema)) life.Start(One(table.Share.Fraction * bytes));
        await life.Until(done);

        async Process One(double table)
        {
            using (await life.Use(workers))
            {
                await Move(piece, table, restoring.Worker.BytesPerSecond, instance);
                await life.Wait(Transfers.Time(table, restoring.Index));
            }
            if (--left == 0) done.Set(true);
        }
    }
}
