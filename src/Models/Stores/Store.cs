using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Stores;

/// <summary>An object store: backups in it survive whatever happens to databases and zones of its region.</summary>
/// <param name="Region">The region it is kept in.</param>
/// <param name="Read">What all readers together can read per second; shared fairly.</param>
/// <param name="Immutable">Whether what is stored cannot be deleted before its retention ends, by anyone.</param>
public sealed record Store(string Region, DataRate Read, bool Immutable)
{
    /// <summary>How a store is written.</summary>
    public static readonly Shape<Store> Shape = new("store", "Where backups are kept.", fields => new Store(
        fields.Required("region", Syntaxes.NameOf("regions"), "The region it is kept in."),
        fields.Required("read", Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0), "What all readers together can read; shared fairly."),
        fields.Optional("immutable", Syntaxes.Switch, "true", "object lock is what makes a backup survive its owner (Atlassian's were immutable)",
            "Whether stored backups cannot be deleted before their retention ends, by anyone. No fault goes for backups yet, so nothing follows from it so far.")));
}
