using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Stores;

/// <summary>A second copy of everything in a store, made by the store itself. Deletions are not copied, and a copy is not copied on.</summary>
/// <param name="Store">The store that it goes to.</param>
/// <param name="After">Time from a point's arrival until its second copy can be used there.</param>
public sealed record Replica(string Store, Delay After)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Replica> Shape = new("second copy", "A second copy of everything in a store, made by the store itself.", fields => new Replica(
        fields.Required("store", Syntaxes.NameOf("stores"), "The store that it goes to."),
        fields.Optional("after", Syntaxes.Delay, "15m", "S3 cross-region replication: the majority of objects within 15 min (S3 User Guide)", "Time from a point's arrival until its second copy can be used.")));
}
