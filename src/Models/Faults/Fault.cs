using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Faults;

/// <summary>
/// Something that goes wrong: what it hits, when it begins, and when somebody knows. The table below is the only registration: a new kind of
/// fault is one file in this folder and one line here.
/// </summary>
/// <param name="At">When it begins.</param>
/// <param name="Noticed">Time from its beginning until somebody notices.</param>
public abstract record Fault(Moment At, Delay Noticed)
{
    /// <summary>Every kind of fault, by its word in a scenario.</summary>
    public static readonly IReadOnlyList<Kind<Fault>> Kinds =
    [
        new("deletion", Deletion.Shape),
        new("crash", Crash.Shape),
        new("destruction", Destruction.Shape),
        new("load", Load.Shape),
        new("corruption", Corruption.Shape),
    ];

    /// <summary>Lets it happen. It begins at once; the world has waited for <see cref="At"/>.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="name">The fault's name in the scenario.</param>
    public abstract Process Strike(World world, string name);

    /// <summary>Reads when it begins.</summary>
    protected static Moment Begins(Fields fields) =>
        fields.Optional("at", Syntaxes.Moment, "0s", "the run starts with the fault unless told otherwise", "When it begins: a UTC instant, or an offset from the start.");

    /// <summary>Reads when somebody notices.</summary>
    protected static Delay Notice(Fields fields) => fields.Required("noticed", Syntaxes.Delay, "Time from its beginning until somebody notices.");
}
