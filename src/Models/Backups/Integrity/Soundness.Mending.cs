using Simulator.Kernel;
using Simulator.Models.Stores;

namespace Simulator.Models.Backups.Integrity;

/// <content>
/// What an audit that repairs can mend: a point of which a good second copy exists just before the audit finds it. That is the one which the store itself
/// makes, one in a layer of copies, or what a copy was made from. A point that was never any good has been copied as it is, and stays bad. What was mended
/// once does not go bad again.
/// </content>
internal sealed partial class Soundness
{
    /// <summary>When an audit makes a bad point good again; never where none does.</summary>
    public Instant MendedAt(Point point, string store)
    {
        if (Schedule.Audit is not { Repairs: true }) return Instant.Never;
        Instant found = AuditFinds(point, store, BadFrom(point, store));
        return !found.IsNever && HasSecondCopy(point, store, found) ? found : Instant.Never;
    }

    private bool IsMended(Point point, string store, Instant by) =>
        Schedule.Audit is { Repairs: true } && AuditFinds(point, store, BadFrom(point, store)) is var found && found <= by && HasSecondCopy(point, store, found);

    /// <summary>Whether a point lies somewhere else, good and readable, when an audit finds it bad.</summary>
    private bool HasSecondCopy(Point point, string store, Instant found) =>
        LiesGood(point, found, but: store)
        || protection.Layers.Any(copies => !copies.Layer.NeedsBase && copies.CopiedFrom == layer && copies.FirstOf(layer, point) is { } copy && copies.Soundness.LiesGood(copy, found))
        || (!layer.Layer.NeedsBase && layer.CopiedInto(point).ToList() is { Count: > 0 } parts && parts.TrueForAll(part => part.Layer.Soundness.LiesGood(part.Point, found)));

    /// <summary>Whether a point lies good in any store of its layer just before a moment: one that an audit finds at the same time is of no help.</summary>
    private bool LiesGood(Point point, Instant before, string but = "") => layer.Stores.Any(store => store.Name != but && layer.ArrivesIn(store, point) < before
        && before < Instant.Earlier(store.DestroyedAt, layer.KeptUntil(point)) && !IsBad(point, store.Name, before - new TimeSpan(1)));
}
