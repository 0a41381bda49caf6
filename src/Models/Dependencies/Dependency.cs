using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Dependencies;

/// <summary>Something outside that databases or queues cannot do without: a certificate, a secret store, a name service. What it holds is no data of theirs.</summary>
/// <param name="In">The region or zone that it stands in; null where nothing in the scenario takes it along.</param>
/// <param name="Account">The account that it belongs to; empty for one of its own.</param>
public sealed record Dependency(Place? In, string Account)
{
    private static readonly Syntax<Place?> s_place = new Syntax<Place?>("a region, a zone or elsewhere", $"{Place.Syntax.Pattern}|^elsewhere$", "elsewhere",
        text => text == "elsewhere" ? Parsed.Ok<Place?>(null) : Place.Syntax.Parse(text).Then(place => Parsed.Ok<Place?>(place)),
        place => place is { } known ? Place.Syntax.Refers(known) : []);

    /// <summary>How it is written.</summary>
    public static readonly Shape<Dependency> Shape = new("dependency", "Something outside that databases or queues cannot do without, such as a certificate.", fields => new Dependency(
        fields.Optional("in", s_place, "elsewhere", "nothing takes it along unless it is said where it stands", "The region or zone that it stands in, and stops with."),
        fields.Optional("account", Syntaxes.Name.OrNone(), "none", "an account of its own, so that no deletion of another account reaches it", "The account that it belongs to, and goes with.")));
}
