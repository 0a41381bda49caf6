using System.Globalization;
using Simulator.Experiments.Results;
using Simulator.Models.Costs;
using Simulator.Models.Facts;

namespace Simulator.Reports.Page;

/// <summary>The bills of the page: every line a quantity times a price, with the price's date and source.</summary>
internal static class Bills
{
    /// <summary>Writes the bill of a month in which nothing happens, of every variant that has one; all but the first are folded.</summary>
    internal static void WriteBills(this Html html, StudyResult result)
    {
        VariantResult[] billed = [.. result.Variants.Where(variant => variant.Bill is not null)];
        if (billed.Length == 0) return;
        html.Markup("<h2 id=\"bill\">What it costs a month</h2>\n");
        for (int i = 0; i < billed.Length; i++)
        {
            html.Markup(i == 0 ? "<h3>" : "<details><summary>").Text(billed[i].Name).Markup(i == 0 ? "</h3>\n" : "</summary>\n");
            html.WriteBill(billed[i].Bill!);
            html.Markup(i == 0 ? "" : "</details>\n");
        }
    }

    private static void WriteBill(this Html html, BillDrawn bill)
    {
        html.Head("A month of 730 h in which nothing happens. What no price is named for is in no sum.", "Component", "For", "Quantity", "Price", "A month", "As of", "Source");
        foreach (BillLine line in bill.Monthly)
        {
            html.Markup("<tr>").Element("th", line.Component, "scope=\"row\"").Element("td", line.Item)
                .Element("td", $"{line.Quantity.ToString("#,##0.###", CultureInfo.InvariantCulture)} {line.Unit.Text}", "class=\"number\"")
                .Element("td", line.Price?.Value.Rate.ToString() ?? "not priced", "class=\"number\"")
                .Element("td", line.Amount is { } amount ? Money(amount, bill) : "–", "class=\"number\"")
                .Element("td", line.Price?.Value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "")
                .Element("td", line.Price?.Value.Source ?? "").Markup("</tr>\n");
        }
        html.Markup("<tr>").Element("th", "total", "scope=\"row\"").Element("td", "").Element("td", "").Element("td", "")
            .Element("td", Money((decimal)BillLine.Sum(bill.Monthly), bill), "class=\"number\"").Element("td", "").Element("td", "").Markup("</tr>\n");
        html.Foot();
    }

    private static string Money(decimal amount, BillDrawn bill) => $"{amount.ToString("#,##0.00", CultureInfo.InvariantCulture)} {bill.Costs.Currency}";
}
