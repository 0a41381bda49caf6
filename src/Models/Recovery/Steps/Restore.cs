using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Databases;
using Simulator.Models.Language;

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
        RestorePoint? oldest = points.OfType<RestorePoint>().MinBy(point => point.Base ?? point.At);
        if (oldest?.Base is { } cut)
        {
            Restoring restoring = run.Fleet.Databases.Restoring;
            await run.Life.Wait(restoring.Start, run.Luck);
            Instant moving = run.World.Now;
            double bytes = run.Fleet.DatabaseData(shared.Database, shared.Victims[0].Victim.Tenant);
            await run.Life.Move(bytes, oldest.Store.Length == 0 ? [] : [run.World.Store(oldest.Store).Reading], restoring.Copy.BytesPerSecond);
            run.Moved += run.World.Now - moving;
            shared.Side = new SideInstance(points, cut);
        }
        else shared.Side = new SideInstance(points, oldest?.At ?? Instant.Start);
    }
}
