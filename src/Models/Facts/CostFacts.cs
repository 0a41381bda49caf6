using Simulator.Kernel;
using Simulator.Models.Costs;

namespace Simulator.Models.Facts;

/// <summary>Told when the run ends, where a scenario has costs: what things cost, and what stands there all the time costs in a month.</summary>
/// <param name="At">When the run ended.</param>
/// <param name="Costs">The price list, and which price is paid for what.</param>
/// <param name="Monthly">The bill of a month in which nothing happens.</param>
public sealed record BillDrawn(Instant At, CostPlan Costs, IReadOnlyList<BillLine> Monthly) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"a month in which nothing happens costs {BillLine.Sum(Monthly):0.00} {Costs.Currency}";
}

/// <summary>Told when the run ends, where a scenario has costs: how long people of a crew were at work on recoveries.</summary>
/// <param name="At">When the run ended.</param>
/// <param name="Crew">The crew's name.</param>
/// <param name="Worked">The time of all its hands together.</param>
public sealed record CrewWorked(Instant At, string Crew, TimeSpan Worked) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Crew} have worked {Worked.TotalHours:0.00} h on recoveries";
}

/// <summary>Told when the run ends, where a scenario has costs: what restores have read from a store.</summary>
/// <param name="At">When the run ended.</param>
/// <param name="Store">The store's name.</param>
/// <param name="Bytes">Bytes of all pieces that were read to their end.</param>
/// <param name="Requests">How many requests that took.</param>
public sealed record StoreRead(Instant At, string Store, double Bytes, double Requests) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"restores have read {Bytes:0} B from {Store} in {Requests:0} requests";
}

/// <summary>Told when the run ends, where a scenario has costs: what restores and new copies of standbys have moved between places.</summary>
/// <param name="At">When the run ended.</param>
/// <param name="Way">The kind of way: "in region", "between zones", "between regions".</param>
/// <param name="Bytes">Bytes of all moves that came to their end.</param>
public sealed record BytesCarried(Instant At, string Way, double Bytes) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"recoveries have moved {Bytes:0} B {Way}";
}
