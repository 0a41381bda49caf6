using Simulator.Kernel;
using Simulator.Kernel.Capacities;
using Simulator.Models.Backups;
using Simulator.Models.Databases;
using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// After a store was put back as a whole: the changes since, which a change stream holds, are made again, but for the mistake. A share of them conflicts with
/// what was written since it opened: hands resolve those one by one, or drop them, and what is dropped stays lost.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Stream">The change stream.</param>
/// <param name="Conflicts">The share of the changes that conflicts.</param>
/// <param name="Each">Time of one hand to resolve one conflict.</param>
/// <param name="Dropped">The share of the conflicts that is given up instead.</param>
public sealed record Replay(StepBasics Basics, string Stream, Share Conflicts, TimeSpan Each, Share Dropped) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("replay", "Makes the changes again that a rollback took back, from a change stream.", fields => new Replay(
        ReadBasics(fields, "0s", Level.Database),
        fields.Required("stream", Syntaxes.NameOf("databases.*.backups"), "The change stream that holds them."),
        fields.Optional("conflicts", Syntaxes.Share, "0%", "how often others have changed the same rows meanwhile depends on the data: nothing is assumed", "The share of the changes that conflicts with what was written since the store opened."),
        fields.Optional("each", Syntaxes.Duration.Where("any time but never", each => each != TimeSpan.MaxValue), "1m", "assumed: somebody looks at two versions of a row and picks one", "Time of one hand for one conflict."),
        fields.Optional("dropped", Syntaxes.Share, "0%", "every conflict is resolved unless some are given up", "The share of the conflicts that nobody resolves: those changes stay lost.")));

    /// <inheritdoc/>
    public override async Process Do(StepRun run)
    {
        await run.Work(Takes);
        DatabaseRun database = run.Database;
        await run.Life.Until(database.Serves);
        if (run.Unit.Shared!.Whole is null) await OfOthers(run, database);
        else if (database.Replayable(Stream) is { } rolled)
        {
            double bytes = rolled.To - rolled.From, writes = bytes / database.Database.WriteSize.Bytes;
            await Make(run, database, bytes, writes);
            TimeSpan left = database.Replayed(rolled, Lost);
            run.World.Journal.Write(new ChangesReplayed(run.World.Now, database.Name, database.Number, writes * (1 - Lost), bytes * (1 - Lost), writes * Conflicts.Fraction, left));
        }
    }

    /// <summary>The share of all changes that stays lost.</summary>
    private double Lost => Conflicts.Fraction * Dropped.Fraction;

    /// <summary>What the other tenants of a store wrote that was put back for some who were deleted.</summary>
    private async Process OfOthers(StepRun run, DatabaseRun database)
    {
        Shared shared = run.Unit.Shared!;
        if (shared.FrozenAt is not { } frozen || shared.Side?.Points.OfType<RestorePoint>().Select(point => point.At).Order().FirstOrDefault() is not { } from) return;
        if (database.Protection.Newest(frozen, run.World.Now, [Stream]) is not { } newest || newest.At <= from) return;
        double writes = Open.WritesOfOthers(run, shared, from, newest.At), bytes = writes * run.Fleet.Population.WriteSize.Bytes;
        await Make(run, database, bytes, writes);
        TimeSpan left = Lost > 0 ? frozen - from : frozen - newest.At;
        run.World.Journal.Write(new ChangesReplayed(run.World.Now, database.Name, database.Number, writes * (1 - Lost), bytes * (1 - Lost), writes * Conflicts.Fraction, left) { Population = run.Fleet.Name });
    }

    private async Process Make(StepRun run, DatabaseRun database, double bytes, double writes)
    {
        Instant moving = run.World.Now;
        Capacity live = run.World.LoadingInto(database.Name, database.Database, database.Number);
        await run.Life.Move(bytes, live);
        run.SpendMoving(Transfers.Beyond(Transfers.Time(bytes, new DataRate(live.Rate)), run.World.Now - moving));
        await run.Work(Delay.Always(Each * (Math.Round(writes * Conflicts.Fraction * (1 - Dropped.Fraction)) / Math.Max(1, Crew.Hands))));
    }
}
