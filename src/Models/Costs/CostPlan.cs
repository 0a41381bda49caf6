using Simulator.Models.Language;

namespace Simulator.Models.Costs;

/// <summary>
/// What things cost: a price list, and which of its prices is paid for what. Nothing has a price of itself: what none is named for is listed on the bill as
/// not priced.
/// </summary>
/// <param name="Prices">The price list.</param>
/// <param name="Databases">Which prices collections of databases have.</param>
/// <param name="Stores">Which prices stores have.</param>
/// <param name="Crews">The name of the price of an hour of one of a crew, by the crew's name.</param>
/// <param name="Tenants">Which prices what happens to tenants has.</param>
/// <param name="Transfer">Which prices moving bytes has.</param>
public sealed record CostPlan(
    IReadOnlyList<Named<Price>> Prices, IReadOnlyList<Named<DatabaseCosts>> Databases, IReadOnlyList<Named<StoreCosts>> Stores, IReadOnlyList<Named<string>> Crews,
    IReadOnlyList<Named<HarmCosts>> Tenants, TransferCosts Transfer)
{
    /// <summary>How a choice of a price is written.</summary>
    internal static readonly Syntax<string> Choice = Syntaxes.NameOf("costs.prices").OrNone();

    /// <summary>The currency of all prices; empty where there are none.</summary>
    public string Currency => Prices.Count == 0 ? "" : Prices[0].Value.Rate.Currency;

    /// <summary>How it is written.</summary>
    public static readonly Shape<CostPlan> Shape = new("section of costs", "What things cost.", Read);

    /// <summary>A price by its name; null where none is named.</summary>
    public Named<Price>? Find(string? name)
    {
        foreach (Named<Price> price in Prices)
            if (price.Name == name) return price;
        return null;
    }

    /// <summary>What one of several things costs, by its name; null where nothing is said of it.</summary>
    public static T? Of<T>(IReadOnlyList<Named<T>> all, string name) where T : class => all.FirstOrDefault(one => one.Name == name).Value;

    private static CostPlan Read(Fields fields)
    {
        IReadOnlyList<Named<Price>> prices = fields.Map("prices", Price.Shape, "The price list, or the name of a YAML file in the scenario's folder that holds one.", required: true);
        string[] currencies = [.. prices.Select(price => price.Value.Rate.Currency).Distinct()];
        fields.Check(currencies.Length <= 1, "prices", "prices of one currency", () => $"the prices are in {string.Join(" and ", currencies)}: a bill adds up in one currency only");
        CostPlan plan = new(
            prices,
            fields.Map("databases", DatabaseCosts.Shape, "Which prices databases have, by their name."),
            fields.Map("stores", StoreCosts.Shape, "Which prices stores have, by their name."),
            fields.Table("crews", Choice, "The price of an hour of one person of a crew, by the crew's name."),
            fields.Map("tenants", HarmCosts.Shape, "Which prices what happens to tenants has, by the population's name."),
            fields.OptionalBlock("transfer", TransferCosts.Shape, "Which prices moving bytes has.") ?? TransferCosts.None);
        foreach ((string key, string name, Priced[] of) in plan.Mentions())
            fields.Check(plan.Find(name) is not { } price || of.Contains(price.Value.Rate.Unit.Of), key, "price of what it is paid for",
                () => $"{name} is {plan.Find(name)!.Value.Value.Rate}, and this is paid for {string.Join(", or for ", of.Select(PriceUnit.Words))}");
        return plan;
    }

    /// <summary>Checks that what has prices is there.</summary>
    internal void Check(Fields fields, Scenario scenario)
    {
        foreach ((string key, IEnumerable<string> names, string[] known) in new (string, IEnumerable<string>, string[])[]
        {
            ("databases", Databases.Select(one => one.Name), [.. scenario.Databases.Select(one => one.Name)]),
            ("stores", Stores.Select(one => one.Name), [.. scenario.Stores.Select(one => one.Name)]),
            ("crews", Crews.Select(one => one.Name), [.. scenario.Crews.Select(one => one.Name)]),
            ("tenants", Tenants.Select(one => one.Name), [.. scenario.Tenants.Select(one => one.Name)]),
        })
            foreach (string name in names)
                fields.Check(known.Contains(name), $"costs.{key}.{name}", "costs of what is there", () => $"there is no {name} in {key}, so it costs nothing{Near.Hint(name, known)}");
        // A standby may be there in other variants only: a name is taken for a mistake where it nearly is another's.
        foreach (Named<DatabaseCosts> databases in Databases)
            foreach (string standby in databases.Value.Standbys.Select(one => one.Name).Except(Standbys(scenario, databases.Name)))
                fields.Check(Near.Find(standby, Standbys(scenario, databases.Name)) is null, $"costs.databases.{databases.Name}.standbys.{standby}", "costs of a standby that is there",
                    () => $"{databases.Name} has no standby {standby}{Near.Hint(standby, Standbys(scenario, databases.Name))}");
    }

    private static string[] Standbys(Scenario scenario, string databases) =>
        [.. scenario.Databases.Where(one => one.Name == databases).SelectMany(one => one.Value.Standbys).Select(standby => standby.Name)];

    /// <summary>Every price that is named, where, and what it may be paid for there.</summary>
    private IEnumerable<(string Key, string Name, Priced[] Of)> Mentions() =>
    [
        .. Databases.SelectMany(one => one.Value.Mentions($"databases.{one.Name}")),
        .. Stores.SelectMany(one => one.Value.Mentions($"stores.{one.Name}")),
        .. Crews.Select(one => ($"crews.{one.Name}", one.Value, (Priced[])[Priced.Time])),
        .. Tenants.SelectMany(one => one.Value.Mentions($"tenants.{one.Name}", Priced.Writes)),
        .. Transfer.Mentions("transfer"),
    ];
}
