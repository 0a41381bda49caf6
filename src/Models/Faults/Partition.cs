using Simulator.Models.Distributions;
using Simulator.Models.Faults.Timings;
using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Stores.Blocks;

namespace Simulator.Models.Faults;

/// <summary>A place is cut off from all others, or a link is cut, one way or both; inside a place that is cut off all goes on.</summary>
/// <param name="When">When it happens.</param>
/// <param name="Noticed">Time until people notice; failover controllers act on their own.</param>
/// <param name="Target">The zones, region or link.</param>
/// <param name="Lasts">How long it lasts.</param>
/// <param name="To">The end of a link that nothing gets to any more; null for both.</param>
public sealed record Partition(Timing When, Delay Noticed, Target Target, Delay Lasts, Place? To) : Disruption(When, Noticed, Target, Lasts)
{
    private static readonly Syntax<Place?> s_direction = new Syntax<Place?>("a direction", @"^(both|to [a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?)$", "both", ParseDirection)
        .Naming(to => to is { } place ? Place.Syntax.Refers(place) : []);

    /// <summary>How a partition is written.</summary>
    public static readonly Shape<Fault> Shape = new("partition", "A place is cut off, or a link is cut.", fields => new Partition(
        Begins(fields), Notice(fields), Struck(fields, "The zone, region or link that is cut off, such as us-east.a or links.coast, or a share of a block store's nodes such as 15% of stores.ebs."), Length(fields),
        fields.Optional("direction", s_direction, "both", "a broken cable carries nothing either way", "Of a link: both, or the end that nothing gets to any more: to eu-west.")));

    /// <inheritdoc/>
    public override IReadOnlyList<Scope> CanHit { get; } = [Scope.Zones, Scope.Link, Scope.Nodes];

    /// <inheritdoc/>
    protected override void CheckOwn(Fields fields, string path, Scenario scenario)
    {
        bool isLink = Target.First == "links";
        fields.Check(To is null || isLink, $"{path}.direction", "direction of a link", () => $"only a link has directions: {Target} is cut off both ways");
        Link? link = isLink ? scenario.Links.Where(link => link.Name == Target.Second).Select(link => link.Value).FirstOrDefault() : null;
        fields.Check(To is not { } to || link is null || link.Between.Contains(to), $"{path}.direction", "end of the link",
            () => $"{Target} does not end at {To}, but at {string.Join(" and ", link!.Between)}");
    }

    /// <inheritdoc/>
    protected override Action Begin(Occurrence fault)
    {
        if (Target.In(fault.World.Scenario) == Scope.Nodes) return Target.StrikeNodes(fault, NodeLoss.CutOff);
        Network network = fault.World.Network;
        if (Target.In(fault.World.Scenario) == Scope.Link)
        {
            Lane[] lanes = [.. Lanes(fault.World)];
            foreach (Lane lane in lanes) lane.Cut();
            return () => { foreach (Lane lane in lanes) lane.Restore(); };
        }
        IReadOnlyList<Zone> places = Target.Second.Length == 0 ? [Zone.Outside(Target.First)] : Target.ZonesOf(fault);
        foreach (Zone place in places) network.Cut(place);
        return () => { foreach (Zone place in places) network.Restore(place); };
    }

    /// <inheritdoc/>
    protected override string What(Occurrence fault) => To is { } to ? $"nothing gets over {Target} to {to}" : Target.First == "links" ? $"{Target} is cut" : $"{Target} is cut off";

    /// <inheritdoc/>
    protected override string Over(Occurrence fault) => Target.First == "links" ? $"{Target} is whole again" : $"{Target} can be reached again";

    private IEnumerable<Lane> Lanes(World world)
    {
        Link link = world.Scenario.Links.First(link => link.Name == Target.Second).Value;
        for (int end = 0; end < 2; end++)
            if (To is null || link.Between[end] == To) yield return world.Network.Lane(Target.Second, end);
    }

    private static Parsed<Place?> ParseDirection(string text)
    {
        if (text == "both") return Parsed.Ok<Place?>(null);
        return text.StartsWith("to ", StringComparison.Ordinal)
            ? Place.Syntax.Parse(text[3..]).Then(place => Parsed.Ok<Place?>(place))
            : Parsed.No<Place?>($"'{text}' is not a direction: write both, or the end that nothing gets to any more, such as to us-east");
    }
}
