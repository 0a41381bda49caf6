using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Models.Databases.Run;

/// <summary>
/// Which standbys commits wait for. As long as enough of them answer, every acknowledged commit is on those that were waited for. When too few do,
/// commits wait until they answer again, or are given up.
/// </summary>
internal sealed class Sync(DatabaseRun database, World world)
{
    private Instant? _degradedSince;
    private Instant? _begun;

    /// <summary>The copies that have everything that is acknowledged.</summary>
    public IReadOnlyList<Copy> Awaited { get; private set; } = [];

    /// <summary>How long after a write was sent it is acknowledged: the way to the slowest of those that it waits for, and back.</summary>
    public TimeSpan Lead { get; private set; }

    /// <summary>Whether commits wait for answers that do not come.</summary>
    public bool Stalls { get; private set; }

    /// <summary>Whether commits go on with fewer answers than they should have.</summary>
    public bool IsDegraded => _degradedSince is not null;

    /// <summary>
    /// What the slowest of them takes, bytes of log a second; infinite where that never matters. Of a link that several logs share this is the fair
    /// share of one of them.
    /// </summary>
    public double Ceiling => Awaited.Select(copy => copy.Follower?.Route.Lane?.Share ?? double.PositiveInfinity).Append(Applied).Min();

    /// <summary>What the slowest of those applies that commits wait for until they show it.</summary>
    private double Applied => Awaited.Select(copy => copy.Role is { Replication.Awaits: Replication.Awaited.Apply, Apply: not null } ? copy.ApplyRate : double.PositiveInfinity)
        .DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Takes account of who answers now.</summary>
    public void Update()
    {
        List<Copy> waiting = [.. database.Copies.Where(copy => copy != database.Primary && copy.Role?.Replication.Waits == true)];
        if (waiting.Count == 0 || !database.Runs) return;
        foreach (Copy copy in waiting) Look(copy);
        List<Copy> answering = [.. waiting.Where(copy => copy.MissingSince is null)];
        int needed = database.Database.Acknowledge.Needed ?? waiting.Count;
        Stalls = answering.Count < needed && waiting.Exists(copy => copy.MissingSince is not null && !copy.GivenUp);
        if (!database.Database.Acknowledge.InOrder) answering = [.. answering.OrderBy(copy => copy.Follower!.Route.Latency)];
        Awaited = [.. answering.Take(needed)];
        Pace(waiting);
        Lead = Awaited.Count == 0 ? TimeSpan.Zero : Awaited.Max(database.AnswerOf);
        Tell(waiting, !Stalls && answering.Count < needed);
        if (Stalls) return;
        foreach (Copy copy in Awaited)
        {
            if (copy is not { IsUp: true, HasData: true, Follower.Upstream: null } || !database.Reaches(copy) || copy.Follower.Route.Latency > Lead)
                throw new InvalidOperationException($"{database.Name} {database.Number} acknowledges commits that {copy.Name} cannot have answered");
            Hold(copy, database.PositionOf(copy), database.Log.At(world.Now));
        }
    }

    /// <summary>Who is waited for holds the clients back where his way is full; who is not falls behind there.</summary>
    private void Pace(List<Copy> waiting)
    {
        foreach (Copy copy in waiting)
        {
            if (copy.Follower is not { } follower) continue;
            bool isAwaited = Awaited.Contains(copy);
            follower.SetThePace(isAwaited, isAwaited ? Applied : double.PositiveInfinity);
            if (isAwaited) follower.Route.Lane?.WatchShare(database.LaneChanged);
        }
    }

    /// <summary>Another copy takes writes from now on: it knows of nobody who follows it until he has everything.</summary>
    public void BeginAnew()
    {
        _begun = world.Now;
        Awaited = [];
        foreach (Copy copy in database.Copies) (copy.MissingSince, copy.GivenUp) = (null, false);
    }

    /// <summary>Holds the model to what it promises: whoever a commit waited for has it.</summary>
    /// <exception cref="InvalidOperationException">He has not.</exception>
    public static void Hold(Copy copy, double has, double acknowledged)
    {
        if (!(has >= acknowledged - 1))
            throw new InvalidOperationException($"{acknowledged} B were acknowledged, but {copy.Name}, which every commit waited for, has only {has} B");
    }

    private void Look(Copy copy)
    {
        bool isThere = copy.IsUp && copy.HasData && copy.Follower is not null && database.Reaches(copy);
        bool wasThere = copy.MissingSince is null && _begun != world.Now;
        if (isThere && (wasThere || copy.Follower!.InStep.IsTrue))
        {
            (copy.MissingSince, copy.GivenUp) = (null, false);
            return;
        }
        if (isThere) database.TouchOnceInStep(copy);
        if (copy.MissingSince is not null) return;
        copy.MissingSince = world.Now;
        if (copy.Role!.WaitsForStandby && !copy.Role.Replication.Degrades) return;
        bool isSilent = copy.IsUp && copy.HasData;
        // Who has just taken over knows that nobody follows it yet.
        if (copy.Follower is null && !copy.Role.WaitsForStandby)
        {
            copy.GivenUp = true;
            return;
        }
        if (!isSilent && !copy.Role.Replication.Degrades) copy.GivenUp = true;
        else if (copy.Role.Timeout != TimeSpan.MaxValue) world.Forever.Start(GiveUp(copy, world.Now, copy.Role.Timeout));
    }

    private async Process GiveUp(Copy copy, Instant since, TimeSpan timeout)
    {
        await world.Forever.Wait(timeout);
        if (copy.MissingSince != since) return;
        copy.GivenUp = true;
        database.StandbyGivenUp();
    }

    private void Tell(List<Copy> waiting, bool isDegraded)
    {
        if (Stalls || isDegraded == IsDegraded) return;
        if (isDegraded)
        {
            _degradedSince = world.Now;
            string missing = string.Join(" and ", waiting.Where(copy => copy.MissingSince is not null).Select(copy => copy.Name));
            world.Journal.Write(new Degraded(world.Now, database.Name, database.Number, $"{missing} {(missing.Contains(" and ", StringComparison.Ordinal) ? "do" : "does")} not answer"));
        }
        else
        {
            world.Journal.Write(new SyncResumed(world.Now, database.Name, database.Number, _degradedSince!.Value));
            _degradedSince = null;
        }
    }
}
