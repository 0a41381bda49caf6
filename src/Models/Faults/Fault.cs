using Simulator.Kernel;
using Simulator.Models.Faults.Detection;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;

namespace Simulator.Models.Faults;

/// <summary>
/// Something that goes wrong: what it hits, when it begins, and when somebody knows. The table below is the only registration: a new kind of
/// fault is one file in this folder and one line here.
/// </summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Who notices it, and how long after its beginning.</param>
public abstract record Fault(Timing When, Noticing Noticed)
{
    /// <summary>Every kind of fault, by its word in a scenario.</summary>
    public static readonly IReadOnlyList<Kind<Fault>> Kinds =
    [
        new("deletion", Deletion.Shape),
        new("partition", Partition.Shape),
        new("slow", Slow.Shape),
        new("crash", Crash.Shape),
        new("destruction", Destruction.Shape),
        new("load", Load.Shape),
        new("corruption", Corruption.Shape),
        new("migration", Migration.Shape),
        new("expiry", Expiry.Shape),
        new("ransomware", Ransomware.Shape),
        new("rollout", Rollout.Shape),
        new("hang", Hang.Shape),
    ];

    /// <summary>Whether it deletes tenants, rather than hitting what serves them.</summary>
    public virtual bool DeletesTenants => false;

    /// <summary>What kind of disruption it is to whoever states objectives.</summary>
    /// <param name="scenario">The scenario, in which everything that it mentions is defined.</param>
    public abstract DisruptionKind KindIn(Scenario scenario);

    /// <summary>Whether it harms single tables, which can be put back beside the others.</summary>
    public virtual bool HarmsTables => false;

    /// <summary>Whether it may cut a link, or a place off.</summary>
    internal virtual bool MayCutWays => false;

    /// <summary>Checks what can only be checked when the whole scenario is known.</summary>
    /// <param name="fields">The top level of the file.</param>
    /// <param name="name">Its name in the scenario.</param>
    /// <param name="scenario">The scenario; what is mentioned may not be defined in it, which is told elsewhere.</param>
    internal virtual void Check(Fields fields, string name, Scenario scenario)
    {
    }

    /// <summary>Lets it happen. It begins at once; <see cref="When"/> has waited for its moment.</summary>
    /// <param name="fault">The fault as it happens.</param>
    public abstract Process Strike(Occurrence fault);

    /// <summary>Reads when it begins.</summary>
    protected static Timing Begins(Fields fields) => Timing.Read(fields);

    /// <summary>Reads who notices it.</summary>
    protected static Noticing Notice(Fields fields) => Noticing.Read(fields);
}
