using Simulator.Models.Language;

namespace Simulator.Models.Costs;

/// <summary>One line of a bill: so much of something at a price.</summary>
/// <param name="Component">What kind of thing it is: "storage".</param>
/// <param name="Item">What it is, by its name in the scenario: "shop.nightly in bucket".</param>
/// <param name="Owner">The databases, store, crew or tenants that it is for.</param>
/// <param name="Of">What is counted.</param>
/// <param name="Used">How much, in hours, GB for a month, GB, requests or writes; infinite where everything is lost.</param>
/// <param name="Price">The price with its name; null where none is named.</param>
public sealed record BillLine(string Component, string Item, string Owner, Priced Of, double Used, Named<Price>? Price)
{
    // Quantities are told to a millionth, amounts to a hundredth: what is shown is what is multiplied and added.
    private const int DigitsOfQuantity = 6, DigitsOfAmount = 2;
    private const double Most = 1e18;

    /// <summary>The unit in which it is counted: the price's, or a plain one.</summary>
    public PriceUnit Unit => Price?.Value.Rate.Unit ?? PriceUnit.Plain(Of);

    /// <summary>Whether it is more than can be said: everything is lost.</summary>
    public bool IsEndless => Used > Most;

    /// <summary>How much, in that unit; meaningless where it is endless.</summary>
    public decimal Quantity => Math.Round((decimal)Math.Min(Used, Most) / Unit.Size, DigitsOfQuantity);

    /// <summary>Quantity times price, to the hundredth; null where it has no price.</summary>
    public decimal? Amount => Price is { } price ? Math.Round(Quantity * price.Value.Rate.Amount, DigitsOfAmount) : null;

    /// <summary>The sum of the amounts of lines; infinite where one of them is endless at a price. What has no price is in no sum.</summary>
    public static double Sum(IEnumerable<BillLine> lines)
    {
        decimal sum = 0;
        foreach (BillLine line in lines)
        {
            if (line is { IsEndless: true, Amount: > 0 }) return double.PositiveInfinity;
            sum += line.Amount ?? 0;
        }
        return (double)sum;
    }
}
