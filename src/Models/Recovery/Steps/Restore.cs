using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Quantities;
using Simulator.Models.Stores;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Brings a database's newest full copy into an instance beside the live one: an instance is made, then the copy is read from its store, which
/// everybody shares. A point that can be read as it is (a change stream's) needs neither. Settles to which moment each tenant goes back.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Wrong">Chance that the wrong point is picked the first time.</param>
/// <param name="Found">Time from that restore's end until somebody sees it; then it is done again.</param>
/// <param name="Again">Its own time when it is done again; none for the same as the first time.</param>
/// <param name="OpenBy">Time from notice by which replaying the log stops, done or not; what was not replayed is lost.</param>
public sealed record Restore(StepBasics Basics, Share Wrong, Delay Found, Delay Again, Delay OpenBy) : Step(Basics)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Step> Shape = new("restore", "Brings a full copy into an instance beside the live one; whole databases with their log.", fields => new Restore(
        ReadBasics(fields, "0s", Level.Database),
        fields.Optional("wrong", Syntaxes.Share, "0%", "the right point is picked unless a chance of error is stated",
            "Of whole databases: chance that the wrong restore point is picked the first time, which shows only afterwards."),
        fields.Optional("found", Syntaxes.Delay, "0s", "seen at once when the copy is opened", "Time from the end of a wrong restore until somebody sees it."),
        fields.Optional("again", Syntaxes.Delay.Or("same", Delay.None), "same", "nothing is known to make the second time faster", "The step's own time when it is done again, beside what it moves."),
        fields.Optional("open by", Syntaxes.Delay, "never", "all of the log is replayed, however long that takes",
            "Of whole databases: time from notice at which replaying stops, done or not; what was not replayed is lost."))
    {
        DryRun = fields.OptionalBlock("dry run", DryRun.Shape, "Of whole databases: a look at what the point holds before it is restored."),
    });

    /// <summary>What may see that the point is wrong before it is restored; null where nobody looks.</summary>
    public DryRun? DryRun { get; init; }

    /// <inheritdoc/>
    public override Process Do(StepRun run) => run.Unit.Shared!.Whole is { } whole ? Whole(run, whole) : Beside(run);

    /// <summary>A whole database, from the newest point before the harm.</summary>
    private async Process Whole(StepRun run, DatabaseRun database)
    {
        database.TakeOut();
        bool isWrong = Wrong.Fraction > 0 && run.Luck.NextUniform() < Wrong.Fraction;
        Instant openBy = OpenBy.IsNever ? Instant.Never : run.Plan.Noticed + OpenBy.Quantile(run.Luck.NextUniform());
        Delay takes = Takes;
        if (DryRun is { } dry)
        {
            await run.Life.Wait(dry.Takes, run.Luck);
            if (isWrong && run.Luck.NextUniform() < dry.Finds.Fraction) isWrong = false;
        }
        do
        {
            await run.Work(takes);
            RestorePoint? point = database.PointBeforeHarm(run.From);
            if (point is not null) await database.Protection.Restore(run.Life, point, database.Bytes, run.From, openBy);
            run.SpendRestoring(database.Protection);
            run.Unit.Shared!.Restored = point is null ? null : database.Protection.Restored;
            if (!isWrong) return;
            (isWrong, takes) = (false, Again == Delay.None ? Takes : Again);
            await run.Work(Found, TimeUse.Checking);
            run.Failed("itself");
        }
        while (true);
    }

    /// <summary>A shared store's copy beside the live one, for its deleted tenants.</summary>
    private async Process Beside(StepRun run)
    {
        await run.Work(Takes);
        Shared shared = run.Unit.Shared!;
        List<RestorePoint?> points = [.. shared.Victims.Select(pair => RestorePoints.For(run, pair.Victim))];
        RestorePoint? oldest = Oldest(points);
        Protection protection = run.World.Database(run.Product.In, shared.Database).Protection;
        PieceReader reader = new(protection, run.Life, run.Product.Databases.Restoring);
        if (oldest?.Base is not null) await run.Life.Wait(run.Product.Databases.Restoring.Start, run.Luck);
        run.Spend();
        while (oldest?.Base is not null)
        {
            TimeSpan before = reader.Waited;
            double bytes = run.Product.DatabaseData(shared.Database, shared.Victims[0].Victim.Tenant);
            if (oldest.Pieces.Count == 0 && oldest.Store.Length == 0) await run.Life.Move(bytes, [], run.Product.Databases.Restoring.Copy.BytesPerSecond);
            for (int i = 0; i < oldest.Pieces.Count && (i == 0 || reader.IsGood); i++)
            {
                StoredPiece piece = oldest.Pieces[i];
                await reader.Read(piece, i == 0 ? bytes * protection.StoredShare(piece) : piece.Bytes);
            }
            run.SpendMoving(reader.Waited - before);
            if (reader.IsGood) break;
            // Whatever else was to be restored from what turned out to be bad is looked for again.
            points = [.. shared.Victims.Select(pair => RestorePoints.For(run, pair.Victim))];
            oldest = Oldest(points);
        }
        shared.Side = new SideInstance(points, oldest?.Base ?? oldest?.At ?? Instant.Start);
    }

    private static RestorePoint? Oldest(List<RestorePoint?> points) => points.OfType<RestorePoint>().MinBy(point => point.Base ?? point.At);
}
