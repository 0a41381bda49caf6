using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Faults;

namespace Simulator.Models.Stores.Blocks;

/// <summary>The volumes of one block store in one trial. Its events are faults, what people do, the ends of the lines, and each volume of a striped database that is whole again.</summary>
/// <param name="world">The trial's world.</param>
/// <param name="store">The store's name.</param>
/// <param name="volumes">Its volumes.</param>
public sealed class VolumesRun(World world, string store, Volumes volumes)
{
    private readonly Mirroring _mirroring = new(volumes);
    private readonly Stripes _stripes = new(world, store, volumes);
    private readonly List<Wave> _waves = [];
    private readonly Condition _isSure = new(initially: true);
    private Lifetime? _watch;
    private (Instant At, Census Census)? _told;

    /// <summary>Something happens to a share of its nodes.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="share">The share, in [0, 1].</param>
    /// <param name="how">What happens to them.</param>
    /// <returns>What makes them come back; what is gone stays gone.</returns>
    public Action Strike(Occurrence fault, double share, NodeLoss how)
    {
        if (_told is null) _stripes.Tell();
        Advance();
        Reached reached = Reached.Of(volumes.Copies, share);
        Wave wave = new(fault, how, reached, _mirroring.Mirrored * reached.Some, _mirroring.Mirrored * reached.All);
        if (how != NodeLoss.CutOff) LoseLast(wave);
        _mirroring.LoseContact(wave.Waiting);
        if (how == NodeLoss.Destroyed) _mirroring.Lose(wave.Away);
        else _mirroring.Withdraw(wave.Away);
        _stripes.Strike(wave);
        _waves.Add(wave);
        if (volumes.GivesUpAfter == TimeSpan.Zero) GiveUp(wave);
        else world.Forever.Start(GiveUpLater(wave));
        Changed();
        return () => Return(wave);
    }

    /// <summary>There is room for more copies from now on.</summary>
    /// <param name="share">How much, as a share of what all copies took at first.</param>
    public void AddRoom(double share) => Change(() => _mirroring.AddRoom(share * volumes.Count * volumes.Copies));

    /// <summary>Those that find no room cease to search, or search again.</summary>
    public void Search(bool goesOn) => Change(() => _mirroring.Searches = goesOn);

    /// <summary>The store's control plane cannot be asked from now on, or again.</summary>
    public void Detach(bool isDetached) => Change(() =>
    {
        _mirroring.Detach(isDetached);
        if (!isDetached) _stripes.Attach();
    });

    /// <summary>People look at volumes whose last copy stopped, and make them whole, until none is left.</summary>
    /// <param name="life">Through whom it is waited for.</param>
    /// <param name="perSecond">How many volumes they do per second.</param>
    /// <param name="unrecoverable">The share of them that is lost.</param>
    public async Process Repair(Lifetime life, double perSecond, double unrecoverable)
    {
        Change(() => (_mirroring.CheckedPerSecond, _mirroring.Unrecoverable) = (_mirroring.CheckedPerSecond + perSecond, unrecoverable));
        try
        {
            await life.Until(_isSure);
        }
        finally
        {
            Change(() => _mirroring.CheckedPerSecond -= perSecond);
        }
    }

    /// <summary>Draws the balance when the run ends.</summary>
    /// <exception cref="InvalidOperationException">A volume is in no state, or in two.</exception>
    internal void Close()
    {
        if (_told is null) return;
        Advance();
        Tell();
        Census census = _mirroring.Census;
        double hair = 1e-9 * volumes.Count, least = new[] { census.Mirrored, census.Waiting, census.Rebuilding, census.Stuck, census.Held, census.Lost }.Min();
        if (Math.Abs(census.All - volumes.Count) > hair || least < -hair) throw new InvalidOperationException($"store {store}: of {volumes.Count} volumes {census}");
    }

    private void LoseLast(Wave wave)
    {
        bool isGone = wave.How == NodeLoss.Destroyed;
        Wave[] waiting = [.. _waves.Where(other => !other.HasGivenUp)];
        _stripes.LoseLast(wave, waiting, _mirroring);
        _mirroring.LoseLast(wave.Reached.Last, isGone);
        foreach (Wave other in waiting)
        {
            _mirroring.LoseLastOfWaiting(other.Waiting * wave.Reached.Last, isGone);
            other.Waiting *= 1 - wave.Reached.Last;
        }
    }

    private async Process GiveUpLater(Wave wave)
    {
        // What is gone does not come back: then there is nothing to wait for but the time itself.
        if (wave.How == NodeLoss.Destroyed) await world.Forever.Wait(volumes.GivesUpAfter);
        else if (await world.Forever.Until(wave.IsOver, volumes.GivesUpAfter)) return;
        Change(() => GiveUp(wave));
    }

    private void GiveUp(Wave wave)
    {
        wave.HasGivenUp = true;
        double from = _mirroring.Wanted;
        _mirroring.GiveUp(wave.Waiting, wave.How == NodeLoss.Destroyed);
        _stripes.GiveUp(wave, from, _mirroring.Granted);
    }

    private void Return(Wave wave)
    {
        if (wave.How == NodeLoss.Destroyed) return;
        wave.IsOver.Set(true);
        Change(() =>
        {
            _mirroring.Withdraw(-wave.Away);
            if (!wave.HasGivenUp) _mirroring.Return(wave.Waiting);
            wave.HasGivenUp = true;
            Stripes.Return(wave);
        });
    }

    private void Change(Action change)
    {
        Advance();
        change();
        Changed();
    }

    /// <summary>Goes on to now, and says where the volumes are.</summary>
    private void Advance()
    {
        _mirroring.Advance(world.Now);
        _stripes.Release(_mirroring);
        Tell();
    }

    /// <summary>Says where the volumes are, and waits for what comes of it.</summary>
    private void Changed()
    {
        Tell();
        _isSure.Set(_mirroring.Checked >= _mirroring.Unsure);
        _watch?.End();
        _watch = world.Forever.Child();
        _watch.Start(Watch(_watch));
    }

    private void Tell()
    {
        Census census = _mirroring.Census;
        if (_told == (world.Now, census)) return;
        _told = (world.Now, census);
        world.Journal.Write(new VolumesChanged(world.Now, store, census.Mirrored, census.Waiting, census.Rebuilding, census.Stuck, census.Held, census.Lost));
    }

    private async Process Watch(Lifetime life)
    {
        while (true)
        {
            Instant change = _mirroring.NextChange, next = Instant.Earlier(change, _stripes.Next(_mirroring));
            if (next.IsNever) return;
            await life.WaitUntil(next);
            _mirroring.Advance(world.Now);
            _stripes.Release(_mirroring);
            if (next >= change) Tell();
            _isSure.Set(_mirroring.Checked >= _mirroring.Unsure);
        }
    }
}
