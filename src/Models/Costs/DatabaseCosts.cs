using Simulator.Models.Language;

namespace Simulator.Models.Costs;

/// <summary>The names of the prices that a collection of databases has; empty for not priced.</summary>
/// <param name="Instance">Of the time of the instance that each runs on.</param>
/// <param name="Dedicated">Of that of the databases that a tenant has for itself.</param>
/// <param name="Standbys">Of that of a standby's instance, by the standby's name; the others cost what the primary's does.</param>
/// <param name="Disk">Of its data, on the disks of every copy.</param>
/// <param name="Harm">Of what happens to it.</param>
public sealed record DatabaseCosts(string Instance, string Dedicated, IReadOnlyList<Named<string>> Standbys, string Disk, HarmCosts Harm)
{
    private const string AsInstance = "instance";

    private static readonly Syntax<string> s_dedicated = CostPlan.Choice.Or(AsInstance, AsInstance).Naming(name => name == AsInstance ? [] : CostPlan.Choice.Refers(name));

    /// <summary>How it is written.</summary>
    public static readonly Shape<DatabaseCosts> Shape = new("price choice of databases", "Which prices a collection of databases has.", fields =>
    {
        string instance = fields.Optional("instance", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of the time of an instance: each database runs on one.");
        string dedicated = fields.Optional("dedicated", s_dedicated, AsInstance, "a database is a database, whoever has it", "The price of the time of an instance of a tenant that has a database of its own.");
        return new DatabaseCosts(
            instance,
            dedicated == AsInstance ? instance : dedicated,
            fields.Table("standbys", CostPlan.Choice, "The price of the time of a standby's instance, by its name; those that are left out cost what the primary's does."),
            fields.Optional("disk", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of data on the disks of the primary and of every standby."),
            HarmCosts.Read(fields));
    });

    /// <summary>The name of the price of a standby's instance.</summary>
    public string OfStandby(string standby) => CostPlan.Of(Standbys, standby) ?? Instance;

    internal IEnumerable<(string Key, string Name, Priced[] Of)> Mentions(string path) =>
    [
        ($"{path}.instance", Instance, [Priced.Time]),
        ($"{path}.dedicated", Dedicated, [Priced.Time]),
        .. Standbys.Select(standby => ($"{path}.standbys.{standby.Name}", standby.Value, (Priced[])[Priced.Time])),
        ($"{path}.disk", Disk, [Priced.Stored]),
        .. Harm.Mentions(path),
    ];
}

/// <summary>The names of the prices of what happens to databases or tenants; empty for not priced.</summary>
/// <param name="Down">Of the time that one of them is down.</param>
/// <param name="Lost">Of what one of them loses: by the window of writes, by their size, or of tenants by their number.</param>
public sealed record HarmCosts(string Down, string Lost)
{
    internal const string Unpriced = "nothing has a price of itself: it is listed as not priced";

    /// <summary>How it is written, of tenants.</summary>
    public static readonly Shape<HarmCosts> Shape = new("price choice of tenants", "Which prices what happens to tenants has.", Read);

    internal static HarmCosts Read(Fields fields) => new(
        fields.Optional("down", CostPlan.Choice, "none", Unpriced, "The price of an hour that one of them is down: a penalty, or revenue that is lost."),
        fields.Optional("lost", CostPlan.Choice, "none", Unpriced, "The price of an hour of writes that one of them loses, or of a GB, or (of tenants) of a write."));

    internal IEnumerable<(string Key, string Name, Priced[] Of)> Mentions(string path, params Priced[] also) =>
        [($"{path}.down", Down, [Priced.Time]), ($"{path}.lost", Lost, [Priced.Time, Priced.Data, .. also])];
}
