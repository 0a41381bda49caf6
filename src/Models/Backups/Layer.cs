namespace Simulator.Models.Backups;

/// <summary>
/// A level of protection that is made of points, each cut at a moment, then held, moved, kept and dropped. Which points there are, and from when until
/// when each can be used, is told by <see cref="LayerRun"/>.
/// </summary>
/// <param name="Schedule">When points are cut, where from and where to, and how long they are kept.</param>
public abstract record Layer(Schedule Schedule) : BackupPolicy(Schedule.Every, Schedule.Takes.Time, Schedule.Keep.LongestAge(Schedule.Every))
{
    /// <summary>The store that its points are kept in.</summary>
    public string To => Schedule.To;

    /// <summary>Whether a point holds only what has changed since an older one, which it needs to be of any use.</summary>
    public virtual bool NeedsBase => false;
}
