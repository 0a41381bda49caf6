using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Databases;

/// <summary>Those who watch the primary, and have to agree that it is gone: each sees what can be seen from its zone.</summary>
/// <param name="Zones">Where they stand.</param>
/// <param name="Needed">How many must miss it; 0 for a majority.</param>
public sealed record Observers(IReadOnlyList<Placement> Zones, int Needed)
{
    /// <summary>How they are written.</summary>
    public static readonly Shape<Observers> Shape = new("observers", "Those who watch the primary and have to agree that it is gone.", Read);

    /// <summary>How many must miss it.</summary>
    public int Quorum => Needed == 0 ? Zones.Count / 2 + 1 : Needed;

    private static Observers Read(Fields fields)
    {
        IReadOnlyList<Placement> zones = fields.List("zones", Placement.Syntax, "The zones in which they stand, such as [us-east.a, us-east.b, us-east.c].", required: true);
        fields.Check(zones.All(zone => zone.Spread == Spread.Named), "zones", "observer in a named zone", () => "an observer stands in one zone: write it as <region>.<zone>, such as us-east.a");
        int needed = fields.Optional("quorum", Syntaxes.Count.Where("at least 1", n => n >= 1).Or("majority", 0), "majority", "more than half, so that two sides never both have it", "How many of them must miss the primary.");
        fields.Check(needed <= zones.Count, "quorum", "more observers than there are", () => $"{needed} must miss the primary, but there are only {zones.Count} observers: ask for fewer, or add zones");
        return new Observers(zones, needed);
    }
}
