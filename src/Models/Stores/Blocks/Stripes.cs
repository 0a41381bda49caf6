using Simulator.Kernel;
using Simulator.Kernel.Randomness;
using Simulator.Models.Databases;
using Simulator.Models.Facts;
using Simulator.Models.Faults;
using Simulator.Models.Language;

namespace Simulator.Models.Stores.Blocks;

/// <summary>
/// The databases that are striped over a store's volumes. Where each of their volumes is in the population is one uniform number for each fault: nothing is
/// kept of a volume that nothing happens to.
/// </summary>
/// <param name="world">The trial's world.</param>
/// <param name="store">The store's name.</param>
/// <param name="volumes">Its volumes.</param>
internal sealed class Stripes(World world, string store, Volumes volumes)
{
    private readonly Dictionary<(string, int), Stripe> _stripes = [];
    private readonly List<(HitVolume Volume, Occurrence Fault)> _line = [], _unsure = [];
    private readonly List<HitVolume> _held = [];
    private int _copied, _checked;

    private IEnumerable<Named<Database>> Collections => world.Scenario.Databases.Where(databases => databases.Value.Striped?.Store == store);

    /// <summary>Says how many there are.</summary>
    public void Tell()
    {
        foreach (Named<Database> databases in Collections) world.Journal.Write(new StripedDatabases(world.Now, databases.Name, databases.Value.Count, store));
    }

    /// <summary>Draws which of their whole volumes a fault reaches.</summary>
    public void Strike(Wave wave)
    {
        foreach (Named<Database> databases in Collections)
            for (int number = 0; number < databases.Value.Count; number++)
            {
                RandomStream luck = wave.Fault.Luck($"volumes of {databases.Name}").For((ulong)number);
                for (int volume = 0; volume < databases.Value.Striped!.Volumes; volume++) Strike(wave, databases, number, volume, luck.NextUniform());
            }
        wave.WaitingVolumes.Sort((a, b) => a.Position.CompareTo(b.Position));
    }

    /// <summary>A fault takes some of the volumes whose copies it reaches for the last time: those of them that belong to databases are drawn.</summary>
    /// <param name="wave">The fault.</param>
    /// <param name="waves">All whose volumes may wait.</param>
    /// <param name="mirroring">The population before that.</param>
    public void LoseLast(Wave wave, IEnumerable<Wave> waves, Mirroring mirroring)
    {
        double first = mirroring.Unsure, inLine = (mirroring.Wanted - mirroring.Copied) * wave.Reached.Last;
        List<(HitVolume Volume, Occurrence Fault)> line = _line[_copied..];
        _line.RemoveRange(_copied, line.Count);
        List<HitVolume> lost = [];
        foreach ((HitVolume volume, Occurrence fault) in line)
            if (!IsLast(wave, volume, first, inLine, lost))
            {
                volume.Position = mirroring.Closer(volume.Position, wave.Reached.Last);
                _line.Add((volume, fault));
            }
        first += inLine;
        foreach (Wave other in waves)
        {
            double waiting = other.Waiting * wave.Reached.Last;
            other.WaitingVolumes.RemoveAll(volume => IsLast(wave, volume, first, waiting, lost));
            first += waiting;
        }
        foreach (HitVolume volume in lost.OrderBy(volume => volume.Position)) GoToPeople(volume, wave);
    }

    /// <summary>Those who waited stand in the line now.</summary>
    /// <param name="wave">The fault that made them wait.</param>
    /// <param name="from">Where the first of them stands.</param>
    /// <param name="granted">The last position that has room.</param>
    public void GiveUp(Wave wave, double from, double granted)
    {
        foreach (HitVolume volume in wave.WaitingVolumes)
        {
            volume.Position = from + volume.Position * wave.Waiting;
            _line.Add((volume, wave.Fault));
            if (volumes.Blocks && volume.Position > granted) volume.Stripe.Stick(volume, wave.Fault);
        }
        wave.WaitingVolumes.Clear();
    }

    /// <summary>The nodes are there again, for those who have not given them up.</summary>
    public static void Return(Wave wave)
    {
        foreach (HitVolume volume in wave.WaitingVolumes.Concat(wave.AwayVolumes)) volume.Stripe.Release(volume);
        wave.WaitingVolumes.Clear();
        wave.AwayVolumes.Clear();
    }

    /// <summary>Those that were held go on.</summary>
    public void Attach()
    {
        foreach (HitVolume volume in _held) volume.Stripe.Release(volume);
        _held.Clear();
    }

    /// <summary>When the next of their volumes is copied or looked at; never where none is under way.</summary>
    public Instant Next(Mirroring mirroring) => Instant.Earlier(
        _copied < _line.Count ? mirroring.CopiedAt(_line[_copied].Volume.Position) : Instant.Never,
        _checked < _unsure.Count ? mirroring.CheckedAt(_unsure[_checked].Volume.Position) : Instant.Never);

    /// <summary>Lets those go on that are whole by now.</summary>
    public void Release(Mirroring mirroring)
    {
        for (; _copied < _line.Count && _line[_copied].Volume.Position <= mirroring.Copied; _copied++)
        {
            HitVolume volume = _line[_copied].Volume;
            if (mirroring.IsDetached && volume.IsStuck && Luck("writable copies", volume) < mirroring.NeedsControl) _held.Add(volume);
            else volume.Stripe.Release(volume);
        }
        for (; _checked < _unsure.Count && _unsure[_checked].Volume.Position <= mirroring.Checked; _checked++)
        {
            (HitVolume volume, Occurrence fault) = _unsure[_checked];
            bool isLost = Luck("by hand", volume) < mirroring.Unrecoverable;
            if (isLost) volume.Stripe.Lose(fault);
            else volume.Stripe.Release(volume);
        }
    }

    private void Strike(Wave wave, Named<Database> databases, int number, int volume, double luck)
    {
        bool isAway = luck < wave.Reached.All;
        if (luck >= wave.Reached.All + wave.Reached.Some) return;
        if (!_stripes.TryGetValue((databases.Name, number), out Stripe? stripe)) _stripes.Add((databases.Name, number), stripe = new Stripe(world, databases, number));
        if (!stripe.IsWhole(volume) || stripe.IsLost) return;
        HitVolume hit = stripe.Hit(volume, (luck - wave.Reached.All) / wave.Reached.Some);
        if (!isAway) wave.WaitingVolumes.Add(hit);
        else if (wave.How == NodeLoss.Destroyed) stripe.Lose(wave.Fault);
        else
        {
            wave.AwayVolumes.Add(hit);
            stripe.Stick(hit, wave.Fault);
        }
    }

    /// <summary>Whether the last copy of a volume was reached; then it stands among those for people, as far behind the first as luck has it.</summary>
    private bool IsLast(Wave wave, HitVolume volume, double first, double amount, List<HitVolume> lost)
    {
        double luck = Luck($"last copies in {wave.Fault.Name} {wave.Fault.Number}", volume);
        if (luck >= wave.Reached.Last) return false;
        volume.Position = first + luck / wave.Reached.Last * amount;
        lost.Add(volume);
        return true;
    }

    private void GoToPeople(HitVolume volume, Wave wave)
    {
        if (wave.How == NodeLoss.Destroyed)
        {
            volume.Stripe.Lose(wave.Fault);
            return;
        }
        _unsure.Add((volume, wave.Fault));
        volume.Stripe.Stick(volume, wave.Fault);
    }

    /// <summary>One volume's luck, whatever happens to others.</summary>
    private double Luck(string what, HitVolume volume) =>
        world.Streams.Get(store, $"{what} of {volume.Stripe.Databases}").For((ulong)volume.Stripe.Number * 1000 + (ulong)volume.Number).NextUniform();
}
