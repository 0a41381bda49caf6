using System.Globalization;
using System.Text.Json;
using Simulator.Models.Costs;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Results;

/// <summary>
/// Writes a bill as <c>bill[]</c> of <c>summary.json</c>: <c>component</c>, <c>item</c>, <c>quantity</c>, <c>unit</c>, <c>price</c> (of one unit), <c>amount</c> (both null
/// where it is not priced), <c>date</c> and <c>source</c> of the price. Amounts are in <c>currency</c>, which stands beside it.
/// </summary>
internal static class BillText
{
    /// <summary>Writes the lines of a month in which nothing happens.</summary>
    internal static void Write(BillDrawn bill, Utf8JsonWriter json)
    {
        json.WriteString("currency", bill.Costs.Currency);
        json.List("bill", bill.Monthly, line => Write(line, json));
    }

    private static void Write(BillLine line, Utf8JsonWriter json)
    {
        json.WriteString("component", line.Component);
        json.WriteString("item", line.Item);
        json.WriteNumber("quantity", line.Quantity);
        json.WriteString("unit", line.Unit.Text);
        if (line.Price is { } price)
        {
            json.WriteNumber("price", price.Value.Rate.Amount);
            json.WriteNumber("amount", line.Amount!.Value);
            json.WriteString("date", price.Value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("source", price.Value.Source);
        }
        else
        {
            json.WriteNull("price");
            json.WriteNull("amount");
        }
    }
}
