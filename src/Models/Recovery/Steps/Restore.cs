using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Language;
using Simulator.Models.Stores;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Brings a database's newest full copy into an instance beside the live one: an instance is made, then the copy is read from its store, which
/// everybody shares. A point that can be read as it is (a change stream's) needs neither. Settles to which moment each tenant goes back.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
public sealed record Restore(StepBasics Basics) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("restore", "Brings a full copy into an instance beside the live one.",
        fields => new Restore(ReadBasics(fields, "0s", Level.Database)));

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Life.Wait(Takes, run.Luck);
        Shared shared = run.Unit.Shared!;
        List<RestorePoint?> points = [.. shared.Victims.Select(pair => RestorePoints.For(run, pair.Victim))];
        RestorePoint? oldest = Oldest(points);
        Protection protection = run.World.Database(run.Fleet.Population.In, shared.Database).Protection;
        PieceReader reader = new(protection, run.Life, run.Fleet.Databases.Restoring);
        if (oldest?.Base is not null) await run.Life.Wait(run.Fleet.Databases.Restoring.Start, run.Luck);
        while (oldest?.Base is not null)
        {
            Instant moving = run.World.Now;
            double bytes = run.Fleet.DatabaseData(shared.Database, shared.Victims[0].Victim.Tenant);
            if (oldest.Pieces.Count == 0 && oldest.Store.Length == 0) await run.Life.Move(bytes, [], run.Fleet.Databases.Restoring.Copy.BytesPerSecond);
            for (int i = 0; i < oldest.Pieces.Count && (i == 0 || reader.IsGood); i++)
            {
                StoredPiece piece = oldest.Pieces[i];
                await reader.Read(piece, i == 0 ? bytes * protection.StoredShare(piece) : piece.Bytes);
            }
            run.Moved += run.World.Now - moving;
            if (reader.IsGood) break;
            // Whatever else was to be restored from what turned out to be bad is looked for again.
            points = [.. shared.Victims.Select(pair => RestorePoints.For(run, pair.Victim))];
            oldest = Oldest(points);
        }
        shared.Side = new SideInstance(points, oldest?.Base ?? oldest?.At ?? Instant.Start);
    }

    private static RestorePoint? Oldest(List<RestorePoint?> points) => points.OfType<RestorePoint>().MinBy(point => point.Base ?? point.At);
}
