using Simulator.Kernel;

namespace Simulator.Models.Stores.Blocks;

/// <summary>
/// How many volumes of a block store are in which state, as a function of time: a fluid with few events, however many volumes there are. Those that want a new
/// copy stand in a line: so many have ever wanted one, so many of those have found room, so many of those are copied, first in first out. The nodes
/// copy at one rate, less what the searches of those take that find none. Those whose last copy stopped while they lacked another stand in a second line, for
/// hands. Room that is there is found at once, also under a back-off. One copy of each volume is the one that is written to, any of them alike; where that one was away
/// another is chosen, by a control plane: while it cannot be asked, those that were stuck are held when they are copied.
/// </summary>
/// <param name="volumes">The volumes.</param>
public sealed class Mirroring(Volumes volumes)
{
    private readonly List<Refused> _refused = [];
    private double _waiting, _away, _kept;

    /// <summary>Positions in the line of volumes that found no room when they wanted it.</summary>
    private record struct Refused(double From, double To, Instant Since);

    /// <summary>Up to when it is known.</summary>
    public Instant At { get; private set; } = Instant.Start;

    /// <summary>How many have all their copies.</summary>
    public double Mirrored { get; private set; } = volumes.Count;

    /// <summary>For how many new copies there is room.</summary>
    public double Room { get; private set; } = volumes.Room;

    /// <summary>Position of the last one that wanted a new copy.</summary>
    public double Wanted { get; private set; }

    /// <summary>Position of the last one that found room.</summary>
    public double Granted { get; private set; }

    /// <summary>Position of the last one that is copied.</summary>
    public double Copied { get; private set; }

    /// <summary>Position of the last one that needs hands, in a line of its own.</summary>
    public double Unsure { get; private set; }

    /// <summary>Position of the last of those that somebody has looked at.</summary>
    public double Checked { get; private set; }

    /// <summary>How many are lost.</summary>
    public double Lost { get; private set; }

    /// <summary>How many are held.</summary>
    public double Held { get; private set; }

    /// <summary>The share of those that were stuck that need the control plane: of one copy in so many.</summary>
    public double NeedsControl { get; } = volumes.Blocks ? 1.0 / volumes.Copies : 0;

    /// <summary>Whether the control plane cannot be asked.</summary>
    public bool IsDetached { get; private set; }

    /// <summary>Whether those that find no room go on searching.</summary>
    public bool Searches { get; set; } = true;

    /// <summary>How many people look at per second.</summary>
    public double CheckedPerSecond { get; set; }

    /// <summary>The share of those that turn out to be lost.</summary>
    public double Unrecoverable { get; set; }

    /// <summary>Where they all are.</summary>
    public Census Census
    {
        get
        {
            double refused = RefusedBetween(Copied, Wanted);
            double blocked = volumes.Blocks ? refused : 0;
            return new Census(Mirrored, _waiting + refused - blocked, Wanted - Copied - refused, blocked + _away + Unsure - Checked, Held, Lost);
        }
    }

    /// <summary>When the next of the two lines is done, or the searches become fewer; never where nothing is under way.</summary>
    public Instant NextChange => Pace().Until;

    /// <summary>Goes on to a moment.</summary>
    /// <param name="to">The moment; one that has passed changes nothing.</param>
    public void Advance(Instant to)
    {
        while (At < to)
        {
            (double copying, double checking, Instant until) = Pace();
            until = Instant.Earlier(to, until);
            double seconds = (until - At).TotalSeconds, copied = Math.Min(Granted, Copied + copying * seconds), seen = Math.Min(Unsure, Checked + checking * seconds);
            double lost = (seen - Checked) * Unrecoverable, held = IsDetached ? RefusedBetween(Copied, copied) * NeedsControl : 0;
            Mirrored += copied - Copied - held + seen - Checked - lost;
            (Held, Lost) = (Held + held, Lost + lost);
            (At, Copied, Checked) = (until, copied, seen);
            ReuseRoom();
        }
    }

    /// <summary>When a position in the line is copied, as things stand; never where it is not under way.</summary>
    public Instant CopiedAt(double position) => position > Granted ? Instant.Never : Soonest(position - Copied, Pace().Copying);

    /// <summary>When somebody has looked at a position in the line for hands, as things stand.</summary>
    public Instant CheckedAt(double position) => Soonest(position - Checked, Pace().Checking);

    /// <summary>The control plane cannot be asked from now on, or again; then all that were held go on.</summary>
    public void Detach(bool isDetached)
    {
        IsDetached = isDetached;
        if (!isDetached) (Mirrored, Held) = (Mirrored + Held, 0);
    }

    /// <summary>Whole volumes lose contact with a copy.</summary>
    public void LoseContact(double amount) => (Mirrored, _waiting) = (Mirrored - amount, _waiting + amount);

    /// <summary>Some of these have contact again.</summary>
    public void Return(double amount) => (Mirrored, _waiting) = (Mirrored + amount, _waiting - amount);

    /// <summary>Whole volumes are out of reach, or in reach again where the amount is negative.</summary>
    public void Withdraw(double amount) => (Mirrored, _away) = (Mirrored - amount, _away + amount);

    /// <summary>Whole volumes are lost.</summary>
    public void Lose(double amount) => (Mirrored, Lost) = (Mirrored - amount, Lost + amount);

    /// <summary>Some that wait give up the copy that is away, and want a new one. Its room is not used again until every volume is whole.</summary>
    /// <param name="amount">How many.</param>
    /// <param name="isGone">Whether the room is gone for good with what was on it.</param>
    public void GiveUp(double amount, bool isGone)
    {
        _waiting -= amount;
        Wanted += amount;
        if (!isGone) _kept += amount;
        Grant();
        if (Wanted > Granted) _refused.Add(new Refused(Math.Max(Granted, Wanted - amount), Wanted, At));
    }

    /// <summary>The last copy of some that want another is gone, or stopped so that somebody has to look whether what is on it is good.</summary>
    /// <param name="share">The share of those in the line.</param>
    /// <param name="isGone">Whether they are lost.</param>
    public void LoseLast(double share, bool isGone)
    {
        double amount = (Wanted - Copied) * share;
        for (int i = 0; i < _refused.Count; i++) _refused[i] = _refused[i] with { From = Closer(_refused[i].From, share), To = Closer(_refused[i].To, share) };
        (Wanted, Granted) = (Closer(Wanted, share), Closer(Granted, share));
        if (isGone) Lost += amount;
        else Unsure += amount;
    }

    /// <summary>The same for those who have not given up their copy yet.</summary>
    public void LoseLastOfWaiting(double amount, bool isGone)
    {
        _waiting -= amount;
        if (isGone) Lost += amount;
        else Unsure += amount;
    }

    /// <summary>Where a position in the line is after a share of those behind the last that is copied has left it.</summary>
    public double Closer(double position, double share) => position <= Copied ? position : Copied + (position - Copied) * (1 - share);

    /// <summary>There is room for more copies.</summary>
    public void AddRoom(double copies)
    {
        Room += copies;
        Grant();
    }

    private double RefusedBetween(double from, double to) => _refused.Sum(some => Math.Max(0, Math.Min(some.To, to) - Math.Max(some.From, from)));

    private void Grant()
    {
        double granted = Math.Min(Room, Wanted - Granted);
        (Room, Granted) = (Room - granted, Granted + granted);
    }

    private void ReuseRoom()
    {
        if (_kept == 0 || Copied < Wanted || Checked < Unsure || _waiting > 0) return;
        (Room, _kept) = (Room + _kept, 0);
        _refused.Clear();
    }

    /// <summary>How many are copied and looked at per second from now on, and until when that stays so.</summary>
    private (double Copying, double Checking, Instant Until) Pace()
    {
        double copying = volumes.CopiedPerSecond;
        Instant until = Instant.Never;
        Retries retries = new(volumes.Retry, volumes.BackOff);
        foreach (Refused some in _refused)
        {
            double searching = Searches ? Math.Max(0, some.To - Math.Max(some.From, Granted)) : 0;
            if (searching == 0 || volumes.RetryCost.Bytes == 0) continue;
            (double perSecond, TimeSpan age) = retries.At(At - some.Since);
            copying -= searching * perSecond * volumes.RetryCost.Bytes / volumes.Data.Bytes;
            until = Instant.Earlier(until, some.Since + age);
        }
        copying = Granted > Copied ? Math.Max(0, copying) : 0;
        foreach (double end in _refused.SelectMany(some => new[] { some.From, some.To }).Where(end => end > Copied && end < Granted)) until = Instant.Earlier(until, Soonest(end - Copied, copying));
        double checking = Unsure > Checked ? CheckedPerSecond : 0;
        return (copying, checking, Instant.Earlier(until, Instant.Earlier(Soonest(Granted - Copied, copying), Soonest(Unsure - Checked, checking))));
    }

    private Instant Soonest(double amount, double perSecond)
    {
        double ticks = perSecond > 0 ? Math.Max(1, Math.Ceiling(amount / perSecond * TimeSpan.TicksPerSecond)) : double.PositiveInfinity;
        return ticks < long.MaxValue / 2 ? At + new TimeSpan((long)ticks) : Instant.Never;
    }
}
