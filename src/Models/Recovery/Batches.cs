using Simulator.Models.Databases.Run;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery;

/// <summary>Whom to bring back first.</summary>
public enum BatchOrder
{
    /// <summary>Tenants with the most users first.</summary>
    MostUsersFirst,

    /// <summary>Tenants with the fewest users first.</summary>
    FewestUsersFirst,

    /// <summary>In the order of deletion.</summary>
    FirstDeletedFirst,

    /// <summary>What has the most data first: tenants, or whole databases.</summary>
    LargestFirst,

    /// <summary>What has the least data first.</summary>
    SmallestFirst,

    /// <summary>Tenants of the most important tier first.</summary>
    ByTier,
}

/// <summary>How a plan divides the work: tenants go through its steps in batches; a batch ends when its last tenant is back.</summary>
/// <param name="Size">Tenants in a batch.</param>
/// <param name="AtOnce">Batches in work at the same time.</param>
/// <param name="Order">Whom to take first.</param>
public sealed record Batches(int Size, int AtOnce, BatchOrder Order)
{
    private static readonly Syntax<BatchOrder> s_order = Syntaxes.Choice("an order",
        ("most users first", BatchOrder.MostUsersFirst), ("fewest users first", BatchOrder.FewestUsersFirst), ("first deleted first", BatchOrder.FirstDeletedFirst),
        ("largest first", BatchOrder.LargestFirst), ("smallest first", BatchOrder.SmallestFirst), ("by tier", BatchOrder.ByTier));

    /// <summary>How batches are written. Left out, everyone is in one batch.</summary>
    public static readonly Shape<Batches> Shape = new("batches", "How a plan divides the work.", fields => new Batches(
        fields.Required("size", Syntaxes.Count.Where("at least 1", n => n >= 1), "Tenants in a batch."),
        fields.Optional("at once", Syntaxes.Count.Where("at least 1", n => n >= 1), "1", "one after the other, unless stated", "Batches in work at the same time."),
        fields.Optional("order", s_order, "first deleted first", "the order of the list, unless another is stated", "Whom to take first; whole databases have no users and no tier.")));

    /// <summary>Everyone at once.</summary>
    public static readonly Batches Everyone = new(int.MaxValue, 1, BatchOrder.FirstDeletedFirst);

    /// <summary>Puts those who wait in this order; ties in the order of deletion.</summary>
    public void Sort(List<Victim> waiting)
    {
        Comparison<Victim> byDeletion = (a, b) => (a.DeletedAt, a.Tenant, a.Product.Index).CompareTo((b.DeletedAt, b.Tenant, b.Product.Index));
        waiting.Sort((a, b) => RankOf(a).CompareTo(RankOf(b)) is var rank and not 0 ? rank : byDeletion(a, b));
    }

    /// <summary>Puts whole databases that wait in this order; ties as they were hit.</summary>
    public void Sort(List<DatabaseRun> waiting)
    {
        if (Order is not (BatchOrder.LargestFirst or BatchOrder.SmallestFirst)) return;
        DatabaseRun[] sorted = [.. waiting.OrderBy(database => Order == BatchOrder.LargestFirst ? -database.Bytes : database.Bytes)];
        waiting.Clear();
        waiting.AddRange(sorted);
    }

    private double RankOf(Victim victim) => Order switch
    {
        BatchOrder.MostUsersFirst => -victim.Users,
        BatchOrder.FewestUsersFirst => victim.Users,
        BatchOrder.LargestFirst => -victim.Data,
        BatchOrder.SmallestFirst => victim.Data,
        BatchOrder.ByTier => victim.Tier,
        _ => 0,
    };
}
