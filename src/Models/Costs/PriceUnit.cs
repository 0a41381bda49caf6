using Simulator.Models.Language;

namespace Simulator.Models.Costs;

/// <summary>What a price is paid for.</summary>
public enum Priced
{
    /// <summary>Time: of an instance, of a person, of being down, or the window of writes that are lost. Counted in hours.</summary>
    Time,

    /// <summary>Data that is kept for a time. Counted in GB for a month.</summary>
    Stored,

    /// <summary>Data that is moved, read or lost. Counted in GB.</summary>
    Data,

    /// <summary>Requests to a store. Counted one by one.</summary>
    Requests,

    /// <summary>Writes that are lost. Counted one by one.</summary>
    Writes,
}

/// <summary>The unit of a price: what stands behind the currency's slash.</summary>
/// <param name="Text">As it is written: "GB/month".</param>
/// <param name="Of">What is paid for.</param>
/// <param name="Size">How many hours, GB-months, GB, requests or writes it is.</param>
public sealed record PriceUnit(string Text, Priced Of, decimal Size)
{
    /// <summary>Hours of a month, in prices only: a year of 365 days has twelve.</summary>
    public const int HoursOfMonth = 730;

    private static readonly (string Word, decimal Hours)[] s_times = [("h", 1), ("d", 24), ("month", HoursOfMonth), ("y", 8760)];

    private static readonly (string Word, decimal GB)[] s_sizes =
        [("GB", 1), ("TB", 1000), ("PB", 1_000_000), ("MB", 0.001m), ("GiB", 1.073741824m), ("TiB", 1099.511627776m)];

    private static readonly (string Word, decimal Count)[] s_counts = [("", 1), ("thousand ", 1000), ("million ", 1_000_000)];

    /// <summary>Every unit that there is.</summary>
    public static readonly IReadOnlyList<PriceUnit> All =
    [
        .. s_times.Select(time => new PriceUnit(time.Word, Priced.Time, time.Hours)),
        .. s_sizes.Select(size => new PriceUnit(size.Word, Priced.Data, size.GB)),
        .. s_sizes.SelectMany(size => s_times.Select(time => new PriceUnit($"{size.Word}/{time.Word}", Priced.Stored, size.GB * time.Hours / HoursOfMonth))),
        .. s_counts.Select(count => new PriceUnit(count.Word.Length == 0 ? "request" : $"{count.Word}requests", Priced.Requests, count.Count)),
        .. s_counts.Select(count => new PriceUnit(count.Word.Length == 0 ? "write" : $"{count.Word}writes", Priced.Writes, count.Count)),
    ];

    /// <summary>The unit in which something is told that has no price.</summary>
    public static PriceUnit Plain(Priced of) => All.First(unit => unit.Of == of && unit.Size == 1);

    /// <summary>What is paid for, in words, for messages.</summary>
    public static string Words(Priced of) => of switch
    {
        Priced.Time => "a time, such as EUR/h",
        Priced.Stored => "data kept for a time, such as EUR/GB/month",
        Priced.Data => "data, such as EUR/GB",
        Priced.Requests => "requests, such as EUR/thousand requests",
        _ => "writes, such as EUR/write",
    };

    /// <summary>Reads what stands behind the first slash.</summary>
    internal static Parsed<PriceUnit> Parse(string text)
    {
        PriceUnit? found = All.FirstOrDefault(unit => unit.Text == text);
        return found is not null ? Parsed.Ok(found)
            : Parsed.No<PriceUnit>($"'{text}' is not what a price is paid for: a time (h, d, month or y), a size (GB), a size and a time (GB/month), request, thousand requests, write{Near.Hint(text, All.Select(unit => unit.Text))}");
    }
}
