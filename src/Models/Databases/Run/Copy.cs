using Simulator.Kernel;
using Simulator.Models.Databases.Log;
using Simulator.Models.Databases.Replication;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Run;

/// <summary>One copy of a database: the one that takes writes, or one that follows.</summary>
public sealed class Copy
{
    internal Copy(string name, Zone zone, Standby? role)
    {
        (Name, Zone, Role) = (name, zone, role);
        InStep = new(initially: role is null);
    }

    /// <summary>"primary" for the one that takes writes when the run begins, else the standby's name, numbered where there are several alike.</summary>
    public string Name { get; }

    /// <summary>The standby's name in the scenario, without a number.</summary>
    public string Kind { get; init; } = Faults.Target.Primary;

    /// <summary>Where it stands.</summary>
    public Zone Zone { get; }

    /// <summary>How it follows; null while it takes writes. Two copies that change places change roles.</summary>
    public Standby? Role { get; internal set; }

    /// <summary>How it gets the log; null while it takes writes, has nothing, or waits for a source.</summary>
    public Follower? Follower { get; internal set; }

    /// <summary>Whether it follows and keeps up, whoever its follower is, or takes the writes itself.</summary>
    public Kernel.Condition InStep { get; }

    /// <summary>What it had and when.</summary>
    internal CopyHistory History { get; } = new();

    /// <summary>Whether it runs.</summary>
    public bool IsUp => Stops == 0;

    /// <summary>Whether its data is there.</summary>
    public bool HasData { get; internal set; } = true;

    /// <summary>How many faults keep everybody out of it though it runs.</summary>
    internal int Bars { get; set; }

    /// <summary>What it cannot be used without.</summary>
    internal IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The account that it belongs to; empty for one of its own.</summary>
    internal string Account { get; init; } = "";

    /// <summary>How many faults keep it from running.</summary>
    internal int Stops { get; set; }

    /// <summary>The history that it holds: which of the database's logs, one after the other.</summary>
    internal int Timeline { get; set; }

    /// <summary>What is on its disk of that log, while it neither takes writes nor follows.</summary>
    internal double Held { get; set; }

    /// <summary>What of that it has applied; infinite where that is all of it.</summary>
    internal double Applied { get; set; } = double.PositiveInfinity;

    /// <summary>Since when another copy takes the writes that it took, and it does not follow that one; null where it does.</summary>
    internal Instant? ReplacedSince { get; set; }

    /// <summary>What it is known to have because a commit waited for it.</summary>
    internal double Confirmed { get; set; } = double.NegativeInfinity;

    /// <summary>Since when a commit that should wait for it cannot; null while it answers.</summary>
    internal Instant? MissingSince { get; set; }

    /// <summary>Whether commits no longer wait for it.</summary>
    internal bool GivenUp { get; set; }

    /// <summary>Whether every commit had waited for it when the copy that takes writes was last lost, and it has run since.</summary>
    internal bool WasAwaited { get; set; }

    /// <summary>Through whom it follows, is rebuilt and is watched.</summary>
    internal Lifetime? Following { get; set; }
}
