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
}

/// <summary>How a plan divides the work: tenants go through its steps in batches; a batch ends when its last tenant is back.</summary>
/// <param name="Size">Tenants in a batch.</param>
/// <param name="AtOnce">Batches in work at the same time.</param>
/// <param name="Order">Whom to take first.</param>
public sealed record Batches(int Size, int AtOnce, BatchOrder Order)
{
    /// <summary>How batches are written. Left out, everyone is in one batch.</summary>
    public static readonly Shape<Batches> Shape = new("batches", "How a plan divides the work.", fields => new Batches(
        fields.Required("size", Syntaxes.Count.Where("at least 1", n => n >= 1), "Tenants in a batch."),
        fields.Optional("at once", Syntaxes.Count.Where("at least 1", n => n >= 1), "1", "one after the other, unless stated", "Batches in work at the same time."),
        fields.Optional("order", Syntaxes.Choice("an order", ("most users first", BatchOrder.MostUsersFirst), ("fewest users first", BatchOrder.FewestUsersFirst), ("first deleted first", BatchOrder.FirstDeletedFirst)),
            "first deleted first", "the order of the list, unless another is stated", "Whom to take first.")));

    /// <summary>Everyone at once.</summary>
    public static readonly Batches Everyone = new(int.MaxValue, 1, BatchOrder.FirstDeletedFirst);

    /// <summary>Puts those who wait in this order; ties in the order of deletion.</summary>
    public void Sort(List<Victim> waiting)
    {
        Comparison<Victim> byDeletion = (a, b) => (a.DeletedAt, a.Tenant, a.Product.Index).CompareTo((b.DeletedAt, b.Tenant, b.Product.Index));
        int sign = Order switch { BatchOrder.MostUsersFirst => -1, BatchOrder.FewestUsersFirst => 1, _ => 0 };
        waiting.Sort((a, b) => sign * a.Users.CompareTo(b.Users) is var users and not 0 ? users : byDeletion(a, b));
    }
}
