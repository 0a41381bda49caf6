using Simulator.Kernel;
using Simulator.Kernel.Arithmetic;
using Simulator.Models.Facts;

namespace Simulator.Models.Backups.Integrity;

/// <summary>
/// Which points of a layer are good, and who knows: all of it drawn once per database, layer and point, as a function of time. A point counts as one
/// object: one that goes bad in a part is bad.
/// </summary>
internal sealed partial class Soundness(Protection protection, LayerRun layer)
{
    private const int MostRemembered = 4096;

    private readonly HashSet<(long Index, string Store)> _tried = [];
    private readonly Dictionary<(long Index, string Store, Instant Arrives), double> _years = [];
    private readonly List<(Instant From, Instant To)> _foundDead = [];

    private Schedule Schedule => layer.Layer.Schedule;

    /// <summary>Whether any of its points can be bad at all.</summary>
    public bool MayBeBad => Schedule.Usable < Quantities.Share.All || Schedule.Health.Dies is not null || layer.Store.Store.RotsPerYear > 0
        || (layer.Store.Store.Replica is { } replica && protection.World.Store(replica.Store).Store.RotsPerYear > 0) || layer.CopiedFrom is { Soundness.MayBeBad: true } || protection.Infections.Count > 0;

    /// <summary>Whether a point is bad where it lies, whoever knows.</summary>
    public bool IsBad(Point point, string store, Instant at) => MayBeBad && (IsInfected(point) || (BadFrom(point, store) <= at && !IsMended(point, store, at)));

    /// <summary>Whether somebody knows that a point is bad where it lies: a restore tried it, an audit or a restore test found it.</summary>
    public bool IsKnownBad(Point point, string store, Instant at)
    {
        if (!MayBeBad) return false;
        if (_tried.Contains((point.Index, store)) || _foundDead.Exists(dead => dead.From <= point.Cut && point.Cut < dead.To)) return true;
        if (DeadSince(point.Cut) is { } dead && dead.Mended <= at) return true;
        return AuditFinds(point, store, BadFrom(point, store)) <= at && !IsMended(point, store, at);
    }

    /// <summary>Remembers that a restore found a point to be bad; where that is because the layer is dead, nobody tries what it made since.</summary>
    /// <returns>Whether the whole layer is dead.</returns>
    public bool Try(Point point, string store)
    {
        _tried.Add((point.Index, store));
        if (DeadSince(point.Cut) is not { } dead) return false;
        _foundDead.Add((dead.Died, dead.Mended));
        return true;
    }

    /// <summary>When a point went bad where it lies; never where it does not.</summary>
    public Instant BadFrom(Point point, string store)
    {
        if (Schedule.Usable < Quantities.Share.All && protection.Luck(layer, "usable", point.Index) >= Schedule.Usable.Fraction) return point.Arrives;
        if (DeadSince(point.Cut) is not null) return point.Arrives;
        if (layer.CopiedFrom is { Soundness.MayBeBad: true }
            && layer.CopiedInto(point).Any(part => part.Layer.Soundness.IsBad(part.Point, part.Layer.Store.Name, point.Arrives))) return point.Arrives;
        // A second copy of what has gone bad before is as bad.
        if (store != layer.Store.Name && BadFrom(point, layer.Store.Name) <= layer.CopiedAgain(point)) return layer.CopiedAgain(point);
        double rots = protection.World.Store(store).Store.RotsPerYear;
        if (rots <= 0) return Instant.Never;
        double years = YearsUntilGone(point, store, rots);
        return years > 10_000 ? Instant.Never : point.Arrives + TimeSpan.FromDays(365 * years);
    }

    /// <summary>When an audit finds a point that went bad; never where none does.</summary>
    public Instant AuditFinds(Point point, string store, Instant bad)
    {
        if (Schedule.Audit is not { } audit || bad.IsNever) return Instant.Never;
        Cutting.PeriodicCuts audits = Audits(audit);
        long next = audits.Newest(bad)!.Value + 1;
        double found = protection.Luck(layer, store == layer.Store.Name ? "found" : $"found in {store}", point.Index);
        // The number of audits that miss it is geometric; one uniform decides it.
        for (double missed = 1 - audit.Finds.Fraction; missed > 0 && found >= 1 - missed && next < long.MaxValue; missed *= 1 - audit.Finds.Fraction)
        {
            next++;
            if (missed < 1e-12) return Instant.Never;
        }
        return audits.At(next);
    }

    private Cutting.PeriodicCuts Audits(Audit audit) => new(audit.Every, audit.Every * protection.Luck(layer, "audit", 0));

    /// <summary>Years from a point's arrival until it is bad; where it is in fragments that is an inverse found by halving, so it is remembered.</summary>
    private double YearsUntilGone(Point point, string store, double rots)
    {
        double Luck() => protection.Luck(layer, store == layer.Store.Name ? "rot" : $"rot in {store}", point.Index);
        if (protection.World.Store(store).Store.Coding is not { } coding) return -PureMath.Log(1 - Luck()) / rots;
        if (_years.TryGetValue((point.Index, store, point.Arrives), out double years)) return years;
        if (_years.Count > MostRemembered) _years.Clear();
        _years.Add((point.Index, store, point.Arrives), years = UntilGone(coding, Luck(), rots, point.Arrives));
        return years;
    }

    /// <summary>Years until too few fragments of a point are good; audits that repair mend all the bad ones of a point that is not gone.</summary>
    private double UntilGone(Stores.ErasureCoding coding, double luck, double rots, Instant arrives)
    {
        if (Schedule.Audit is not { Repairs: true } audit) return coding.YearsUntilGone(luck, rots, double.PositiveInfinity, double.PositiveInfinity);
        Cutting.PeriodicCuts audits = Audits(audit);
        TimeSpan first = audits.At(audits.Newest(arrives)!.Value + 1) - arrives;
        return coding.YearsUntilGone(luck, rots, first.TotalDays / 365, audit.Every.TotalDays / 365);
    }

    /// <summary>What audits and restore tests have found during the run, told at its end.</summary>
    public IEnumerable<BackupFoundBad> FoundInRun(Instant end)
    {
        if (!MayBeBad || (Schedule.Audit is null && Schedule.Health.Tested is null)) yield break;
        Instant dead = Instant.Never;
        foreach (OfferedPoint offered in new OfferedPoints(layer, end, evenBad: true))
        {
            if (layer.NewestMade(offered.Moment) is not { } point) continue;
            if (DeadSince(point.Cut) is { } death && death.Mended != dead && death.Mended > Instant.Start && death.Mended <= end)
                yield return Bad(null, "restore test", end, dead = death.Mended);
            Instant found = AuditFinds(point, layer.Store.Name, BadFrom(point, layer.Store.Name));
            if (found > Instant.Start && found <= end && found < offered.UsableUntil) yield return Bad(point.Cut, "audit", end, found);
        }
    }

    private BackupFoundBad Bad(Instant? cut, string by, Instant end, Instant found) =>
        new(end, protection.Databases.Name, protection.Number, layer.Name, cut, by) { Found = found };

    /// <summary>From when until when the layer was dead that cut a point at a moment; null where it was not.</summary>
    private (Instant Died, Instant Mended)? DeadSince(Instant cut)
    {
        if (Schedule.Health.Dies is not { } dies) return null;
        Instant mended = Instant.Start, next = Instant.Never;
        long test = 0;
        if (Schedule.Health.Tested is { } every)
        {
            Cutting.PeriodicCuts tests = new(every, every * protection.Luck(layer, "restore test", 0));
            test = tests.Newest(cut)!.Value;
            (mended, next) = (tests.At(test), tests.At(test + 1));
        }
        Instant died = mended + dies.Quantile(protection.Luck(layer, "dies", test));
        return died <= cut && cut < next ? (died, next) : null;
    }
}
