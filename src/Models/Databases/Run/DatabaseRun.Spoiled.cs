using Simulator.Kernel;
using Simulator.Models.Faults;

namespace Simulator.Models.Databases.Run;

/// <content>Copies whose disk holds what is wrong, while the log and the other copies are right; and copies that somebody has made unreadable on purpose.</content>
public sealed partial class DatabaseRun
{
    private Instant? _intrudedSince;

    /// <summary>
    /// A copy's disk is wrong from now on. Whatever copies disks carries it on: a standby by storage, a standby that is built anew, a backup of that copy. The log does not. Nobody sees it until the
    /// fault is noticed; then every copy that has it is taken out and made anew.
    /// </summary>
    public void Spoil(Copy copy, Occurrence fault)
    {
        if (copy.HasData) copy.IsSpoiled = true;
        if (copy == Primary)
            foreach (Copy alike in Following().Where(other => other.HasData && other.Role!.Replication.HasOnlyWhatIsFlushed)) alike.IsSpoiled = true;
        Struck(fault);
        _world.Forever.Start(ThrowOut(fault));
    }

    /// <summary>
    /// All copies are made unreadable at once, by somebody who has been in for some time. It is brought back from what was cut before he came, or, where points since then may be clean, from the newest
    /// that is.
    /// </summary>
    /// <param name="copies">The copies.</param>
    /// <param name="since">Since when he has been in.</param>
    /// <param name="clean">The share of the points since then that are clean all the same.</param>
    /// <param name="fault">The fault.</param>
    public void Encrypt(IReadOnlyList<Copy> copies, Instant since, double clean, Occurrence fault)
    {
        if (clean > 0) Protection.Infect(since, clean);
        else _intrudedSince = Instant.Earlier(since, _intrudedSince ?? Instant.Never);
        foreach (Copy copy in copies) Destroy(copy, fault);
        foreach (Streams.StreamRun stream in _streams.Where(stream => stream.Store.Length == 0)) stream.DestroySink();
    }

    private async Process ThrowOut(Occurrence fault)
    {
        await _world.Forever.Until(fault.Noticed);
        foreach (Copy copy in _copies.Where(copy => copy.IsSpoiled).ToArray()) Destroy(copy, fault);
    }

    /// <summary>Backups that are read from a copy whose disk is wrong are wrong.</summary>
    private void NoteSpoiled()
    {
        Protection.IsBad(Backups.Protection.Primary, Primary.IsSpoiled);
        foreach (Language.Named<Replication.Standby> standby in Database.Standbys)
            Protection.IsBad(standby.Name, _copies.Exists(copy => copy.Kind == standby.Name && copy != Primary && copy.IsSpoiled));
    }
}
