using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Databases.Run;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Quantities;
using Simulator.Models.Stores;

namespace Simulator.Models.Recovery.Steps;

/// <summary>
/// Brings a database's newest full copy into an instance beside the live one: an instance is made, then the copy is read from its store, which
/// everybody shares. A point that can be read as it is (a change stream's) needs neither, nor does a standby that is kept behind: it is halted, and only
/// applies the log that is left. Settles to which moment each tenant goes back.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
/// <param name="Wrong">Chance that the wrong point is picked the first time.</param>
/// <param name="Found">Time from that restore's end until somebody sees it; then it is done again.</param>
/// <param name="Again">Its own time when it is done again; none for the same as the first time.</param>
/// <param name="OpenBy">Time from notice by which replaying the log stops, done or not; what was not replayed is lost.</param>
public sealed record Restore(StepBasics Basics, Share Wrong, Delay Found, Delay Again, Delay OpenBy) : Step(Basics)
{
    /// <summary>The share of the full copy that is there when the step is done; the rest follows once the database serves.</summary>
    public Share First { get; init; } = Share.All;

    /// <summary>Workers that load the tables of a logical dump at the same time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The zone that a whole database is restored in and serves from afterwards; null for where it was, or where there is room.</summary>
    public Zone? At { get; init; }

    private static readonly Syntax<Zone?> s_zone = new Syntax<Zone?>("a zone or its own place", $"{Place.Syntax.Pattern}|^its own place$", "its own place", text => text == "its own place"
        ? Parsed.Ok<Zone?>(null)
        : Place.Syntax.Parse(text).Then(place => place.Zone.Length > 0
            ? Parsed.Ok<Zone?>(new Zone(place.Region, place.Zone))
            : Parsed.No<Zone?>($"'{text}' is a whole region: write the zone that it serves from, such as {text}.a")))
        .Naming(zone => zone is { } at ? [new Reference("regions", at.Region), new Reference($"regions.{at.Region}.zones", at.Name)] : []);

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
        First = fields.Optional("first", Syntaxes.Share.Where("more than 0%", share => share.Fraction > 0), "100%", "a database opens with all its data unless a working set is said to be enough",
            "Of whole databases: the share of the full copy, the working set, that must be there to open; the rest follows while it serves."),
        Jobs = fields.Optional("jobs", Syntaxes.Count.Where("1 to 1000", n => n is >= 1 and <= 1000), "1", "pg_restore loads with one connection unless told otherwise (-j)", "Workers that load the tables of a dump at the same time."),
        At = fields.Optional("at", s_zone, "its own place", "a database is restored where it was, or in the next zone that runs",
            "Of whole databases: the zone, such as another provider's, that it is restored in and serves from."),
    });

    /// <summary>What may see that the point is wrong before it is restored; null where nobody looks.</summary>
    public DryRun? DryRun { get; init; }

    /// <inheritdoc/>
    public override Process Do(StepRun run) => run.Unit.Shared!.Whole is { } whole ? Whole(run, whole) : Beside(run);

    /// <summary>A whole database, from the newest point before the harm; beside the live one where only parts of it are going to be put back.</summary>
    private async Process Whole(StepRun run, DatabaseRun database)
    {
        bool isAside = run.Plan.Plan.PutsPartsBack;
        if (!isAside) database.TakeOut(run.From);
        database.Halt(run.From, run.Life);
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
            if (point is { Standby.Length: > 0 })
            {
                await run.Life.Wait(database.ReplayTo(point));
                run.Spend();
            }
            else if (point is not null) await Read(run, database, point, openBy);
            run.Unit.Shared!.Restored = point is { Standby.Length: 0 } ? database.Protection.Restored : point;
            if (!isWrong) return;
            (isWrong, takes) = (false, Again == Delay.None ? Takes : Again);
            await run.Work(Found, TimeUse.Checking);
            run.Failed("itself");
        }
        while (true);
    }

    private async Process Read(StepRun run, DatabaseRun database, RestorePoint point, Instant openBy)
    {
        double first = database.Bytes * First.Fraction;
        database.RestoreIn(At, database.Bytes - first, Jobs);
        await database.Protection.Restore(run.Life, point, first, run.From, openBy, Jobs);
        run.SpendRestoring(database.Protection);
    }

    /// <summary>A shared store's copy beside the live one, for its deleted tenants.</summary>
    private async Process Beside(StepRun run)
    {
        run.Database.Halt(run.From, run.Life);
        await run.Work(Takes);
        Shared shared = run.Unit.Shared!;
        List<RestorePoint?> points = [.. shared.Victims.Select(pair => RestorePoints.For(run, pair.Victim))];
        RestorePoint? oldest = Oldest(points);
        Protection protection = run.Database.Protection;
        PieceReader reader = new(protection, run.Life, run.Product.Databases.Restoring, Jobs);
        // A standby is an instance already, and holds its data.
        if (oldest is { Base: not null, Standby.Length: 0 }) await run.Life.Wait(run.Product.Databases.Restoring.Start, run.Luck);
        run.Spend();
        while (oldest is { Base: not null, Standby.Length: 0 })
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
