using Simulator.Models.Language;
using Simulator.Models.Places;
using Simulator.Models.Stores.Blocks;

namespace Simulator.Models.Faults;

/// <summary>
/// What a fault hits: <c>us-east.a</c> a zone, <c>us-east.a.hall-1</c> a building, rack or node in one, <c>us-east</c> a region, <c>us-east.zones</c> its zones, <c>links.coast</c>, <c>stores.s3</c>,
/// <c>accounts.main</c>, <c>dependencies.vault</c>, <c>shard</c> all databases of a collection, <c>shard.cells</c> the groups that they are divided into, <c>shard.primary</c> and <c>shard.spare</c> single copies of them, <c>site</c> tenants. A number
/// or a share in front says how many of them: <c>one of us-east.zones</c>, <c>10% of shard.primary</c>; <c>15% of stores.ebs</c> is a share of a block store's nodes.
/// </summary>
/// <param name="Pick">How many.</param>
/// <param name="First">The part before the dot.</param>
/// <param name="Second">The part behind the dot; empty where there is none.</param>
public sealed record Target(Pick Pick, string First, string Second)
{
    /// <summary>The copy that takes writes when the run begins.</summary>
    public const string Primary = "primary";

    /// <summary>The groups that databases are divided into.</summary>
    public const string Cells = "cells";

    private const string Zones = "zones";

    private static readonly string[] s_sections = ["links", "stores", "accounts", "dependencies"];

    /// <summary>How a target is written.</summary>
    public static readonly Syntax<Target> Syntax = new Syntax<Target>(
        "a target", @"^((one|[0-9]+|[0-9]+(\.[0-9]+)? ?%) of )?[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){0,4}$", "us-east.a", Parse).Naming(target => target.Refers());

    /// <summary>Whether it means nodes of a block store, and not the whole store.</summary>
    internal bool MeansNodes => First == "stores" && Pick != default;

    /// <summary>What kind of thing it is in a scenario in which everything it mentions is defined.</summary>
    public Scope In(Scenario scenario) => First switch
    {
        "links" => Scope.Link,
        "stores" => MeansNodes ? Scope.Nodes : Scope.Store,
        "accounts" => Scope.Account,
        "dependencies" => Scope.Dependency,
        _ when scenario.Regions.Any(region => region.Name == First) => Scope.Zones,
        _ when Second.Length == 0 && IsOfTenants(scenario) => Scope.Tenants,
        _ => Second.Length == 0 ? Scope.Databases : Second == Cells ? Scope.Cells : Scope.Copies,
    };

    /// <summary>The zones, or places in them, that are meant, where it means zones; drawn ones are drawn again the same.</summary>
    /// <param name="fault">The fault that hits them.</param>
    public IReadOnlyList<Zone> ZonesOf(Occurrence fault)
    {
        IReadOnlyList<string> zones = fault.World.Region(First).Zones;
        if (Second.Length > 0 && Second != Zones) return [new Zone(First, Second)];
        return [.. Pick.Of(zones.Count, fault.Stream("hits")).Select(zone => new Zone(First, zones[zone]))];
    }

    /// <summary>Lets something happen to a share of a block store's nodes, where it means that.</summary>
    /// <param name="fault">The fault that hits them.</param>
    /// <param name="how">What happens to them.</param>
    /// <returns>What makes them come back.</returns>
    internal Action StrikeNodes(Occurrence fault, NodeLoss how) => fault.World.Store(Second).Volumes!.Strike(fault, Pick.Share!.Value.Fraction, how);

    /// <summary>As in a scenario.</summary>
    public override string ToString() => Pick + First + (Second.Length > 0 ? $".{Second}" : "");

    /// <summary>Checks that what nodes are meant of has some, and how many are meant.</summary>
    internal void CheckNodes(Fields fields, string path, string where, Scenario scenario)
    {
        if (!MeansNodes) return;
        fields.Check(Pick.Share is not null, path, "share of nodes", () => $"{where}{this}: how many nodes {Second} has is not said; write a share of them, such as 15% of stores.{Second}");
        fields.Check(scenario.HasVolumes(Second), path, "nodes of a block store", () => $"{where}{this} means nodes of a block store, and {Second} has no volumes: add them, or hit stores.{Second} as a whole");
    }

    /// <summary>What it mentions that must be defined elsewhere.</summary>
    internal IEnumerable<Reference> Refers() => (First, Second) switch
    {
        ("links" or "stores" or "dependencies", _) => [new Reference(First, Second)],
        ("accounts", _) => [new Reference(Accounts.Section, Second)],
        (_, "") => [new Reference("regions|databases|tenants", First)],
        (_, Zones) => [new Reference("regions", First)],
        (_, Primary or Cells) => [new Reference("databases", First)],
        _ when Second.Contains('.', StringComparison.Ordinal) => [new Reference("regions", First), Region.Mention(First, Second)],
        _ => [new Reference("regions|databases", First), new Reference($"regions.{First}.zones|databases.{First}.standbys", Second)],
    };

    private bool IsOfTenants(Scenario scenario) => scenario.Tenants.Any(tenants => tenants.Name == First) && !scenario.Databases.Any(databases => databases.Name == First);

    private static Parsed<Target> Parse(string text)
    {
        int of = text.IndexOf(" of ", StringComparison.Ordinal);
        Parsed<Pick> pick = of < 0 ? Parsed.Ok(default(Pick)) : Pick.Parse(text[..of]);
        if (pick.Problem is not null) return Parsed.No<Target>($"in '{text}': {pick.Problem}");
        string[] parts = (of < 0 ? text : text[(of + 4)..]).Split('.');
        bool lacks = parts.Length == 1 && s_sections.Contains(parts[0]);
        if (parts.Length > 5 || (parts.Length > 2 && (of >= 0 || s_sections.Contains(parts[0]))) || lacks || parts.Any(part => Syntaxes.Name.Parse(part).Problem is not null))
            return Parsed.No<Target>($"'{text}' is not a target: write a region, a zone such as us-east.a, a place in it such as us-east.a.hall-1, databases, their copies such as shard.primary, links.<link>, stores.<store>, dependencies.<dependency> or accounts.<account>");
        return Parsed.Ok(new Target(pick.Value, parts[0], string.Join('.', parts[1..])));
    }
}
