using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Facts;
using Simulator.Models.Faults;

namespace Simulator.Models.Databases.Run;

/// <content>Harm to some of its tables, and how it is made good while the others go on; and what was rolled back and is replayed from a change stream.</content>
public sealed partial class DatabaseRun
{
    private readonly List<(Instant From, Instant To)> _harmed = [];
    private RolledBack? _rolledBack;

    /// <summary>What of it is harmed while the rest is right; null where nothing is, or everything.</summary>
    public Harm? Harm { get; private set; }

    /// <summary>Rows of some tables are wrong from now on, on every copy that applies it and in every backup that is cut from here on; the rest goes on.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="harm">What it harms.</param>
    public void HarmTables(Occurrence fault, Harm harm)
    {
        bool isFirst = _corruptSince is null && !IsDead;
        Corrupt(fault);
        if (!isFirst) return;
        Harm = harm;
        Reduce($"{string.Join(" and ", harm.Tables.Select(table => table.Name))} harmed");
    }

    /// <summary>
    /// What was loaded from a copy beside it takes the place of what is harmed. Whole tables lose whatever was written to them since the copy's moment; rows only what was written to those rows
    /// until the harm, as far as the copy lacks it. Writes are taken to be spread over the tables as their bytes are.
    /// </summary>
    /// <param name="point">What the copy showed.</param>
    /// <param name="asTables">Whether tables were put back whole.</param>
    /// <returns>Whether it is right now; always, where there is anything to put back.</returns>
    public bool PutBackTables(RestorePoint point, bool asTables)
    {
        if (Harm is not { } harm || _corruptSince is not { } since) return true;
        Instant until = asTables ? Now : since;
        double from = Log.At(point.At), to = Log.At(until), bytes = harm.OfTables * harm.OfEach(asTables) * Math.Max(0, to - from);
        _ledger.LoseWithin(from, to, bytes);
        _harmed.Add((since, Now));
        (Harm, _corruptSince) = (null, null);
        string tables = string.Join(" and ", harm.Tables.Select(table => table.Name));
        _world.Journal.Write(new TablesPutBack(Now, Name, Number, tables, point.At, point.Source, until - point.At, bytes));
        MakeWhole($"{tables} put back");
        Touch();
        return true;
    }

    /// <summary>The newest point not after a moment at which no table was harmed.</summary>
    private RestorePoint? NewestRight(Instant notAfter, IReadOnlyList<string>? from = null)
    {
        RestorePoint? point = Protection.Newest(notAfter, Now, from);
        for (int i = _harmed.Count - 1; i >= 0 && point is not null; i--)
            if (point.At > _harmed[i].From && point.At < _harmed[i].To) point = Protection.Newest(_harmed[i].From, Now, from);
        return point;
    }

    /// <summary>What the newest rollback took back and a change stream still holds; null where there is nothing.</summary>
    /// <param name="stream">The stream's name.</param>
    public RolledBack? Replayable(string stream) => _rolledBack is { } rolled && rolled.Reach.TryGetValue(stream, out Instant reach) ? rolled with { To = Math.Min(rolled.To, rolled.Log.At(reach)), Held = reach } : null;

    /// <summary>Changes that were rolled back have been made again.</summary>
    /// <param name="rolled">What was rolled back.</param>
    /// <param name="dropped">The share that could not be.</param>
    /// <returns>The window of acknowledged writes of which some are still lost.</returns>
    public TimeSpan Replayed(RolledBack rolled, double dropped)
    {
        TimeSpan left = dropped > 0 ? rolled.Lost - rolled.Point : rolled.Lost - Instant.Earlier(rolled.Held, rolled.Lost);
        if (_rolledBack?.Lost != rolled.Lost) return rolled.Lost - rolled.Point;
        _ledger.Regain(Log.At(Now), Math.Max(0, rolled.To - rolled.Counted) * (1 - dropped));
        _rolledBack = null;
        return left;
    }

    /// <summary>Before its log goes back: remembers what change streams hold beyond, where a plan may replay them.</summary>
    private void NoteRolledBack(Instant point, Instant lost)
    {
        _rolledBack = null;
        if (!_world.Scenario.Recovery.Any(plan => plan.Value.Steps.Any(step => step.Value is Recovery.Steps.Replay))) return;
        Dictionary<string, Instant> reach = [];
        foreach (Language.Named<BackupPolicy> backup in Database.Backups)
            if (backup.Value is ChangeStream && Protection.Newest(lost, Now, [backup.Name]) is { } newest && newest.At > point) reach.Add(backup.Name, newest.At);
        _rolledBack = new RolledBack(Log, Log.At(point), Log.At(lost), point, lost, reach) { Counted = Math.Max(Log.At(point), _ledger.Floor) };
    }
}
