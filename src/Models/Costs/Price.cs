using System.Globalization;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Costs;

/// <summary>An amount of money for a unit: <c>0.25 EUR/h</c>. Amounts are decimal, so that sums are exact.</summary>
/// <param name="Amount">The amount, 0 or more.</param>
/// <param name="Currency">Three capital letters, as ISO 4217 has them.</param>
/// <param name="Unit">What it is paid for.</param>
public sealed record Rate(decimal Amount, string Currency, PriceUnit Unit)
{
    private const string Example = "0.25 EUR/h";

    /// <summary>How it is written.</summary>
    public static readonly Syntax<Rate> Syntax = new("a price", @"^[0-9]+(\.[0-9]+)? [A-Z]{3}/.+$", Example, Parse);

    /// <summary>As it is written.</summary>
    public override string ToString() => $"{Amount.ToString(CultureInfo.InvariantCulture)} {Currency}/{Unit.Text}";

    /// <summary>Whether a word is the code of a currency.</summary>
    public static bool IsCurrency(string word) => word.Length == 3 && word.All(char.IsAsciiLetterUpper);

    private static Parsed<Rate> Parse(string text) => Numbers.Split(text, "a price", Example).Then(split =>
    {
        string[] parts = split.Tail.Split('/', 2);
        if (!IsCurrency(parts[0])) return Parsed.No<Rate>($"'{text.Trim()}' names no currency: write its three capital letters behind the amount, as in {Example}");
        if (parts.Length < 2) return Parsed.No<Rate>($"'{text.Trim()}' does not say what it is paid for: write it behind a slash, as in {Example} or 0.02 EUR/GB/month");
        return PriceUnit.Parse(parts[1]).Then(unit => Parsed.Ok(new Rate(split.Number, parts[0], unit)));
    });
}

/// <summary>A price of a price list: how much, as of when, and who says so.</summary>
/// <param name="Rate">How much for what.</param>
/// <param name="Date">As of when.</param>
/// <param name="Source">Where it comes from; an example says that it is one.</param>
public sealed record Price(Rate Rate, DateOnly Date, string Source)
{
    private static readonly Syntax<DateOnly> s_date = new("a date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2026-01-31", text =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? Parsed.Ok(date)
            : Parsed.No<DateOnly>($"'{text.Trim()}' is not a date: write year, month and day, as in 2026-01-31"));

    /// <summary>How a price is written.</summary>
    public static readonly Shape<Price> Shape = new("price", "A price, as of when, and who says so.", fields => new Price(
        fields.Required("price", Rate.Syntax.Where("at most 1000000", rate => rate.Amount <= 1_000_000), "How much for what; a month is 730 h."),
        fields.Required("date", s_date, "As of when it holds."),
        fields.Required("source", Syntaxes.Sentence, "Where it comes from: a provider's list, an offer, a contract; or that it is an example.")));
}
