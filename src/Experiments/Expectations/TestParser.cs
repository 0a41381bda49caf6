using Simulator.Experiments.Measures;
using Simulator.Models.Language;

namespace Simulator.Experiments.Expectations;

/// <summary>Reads what must hold of a figure.</summary>
/// <param name="sentence">The words, the next of which begins the test.</param>
/// <param name="measure">The measure, whose unit the limits have.</param>
/// <param name="isMean">Whether a mean is limited.</param>
internal sealed class TestParser(Sentence sentence, Measure measure, bool isMean)
{
    private static readonly string[] s_comparisons = ["<=", "<", ">=", ">", "="];

    /// <summary>What is wrong; null where nothing is.</summary>
    internal string? Problem { get; private set; }

    /// <summary>The currency of the amounts that were read; empty where there was none.</summary>
    internal string Currency { get; private set; } = "";

    /// <summary>Whether a word begins a test.</summary>
    internal static bool Starts(string word) => word is "between" or "reaches" or "is" || word is ['<' or '>' or '=' or '!' or '~', ..];

    /// <summary>Reads a test of the measure.</summary>
    internal Test Read()
    {
        if (sentence.Next == "reaches") return ReadReaches();
        if (sentence.Take("is")) return ReadStated();
        return new Test(ReadLimits(measure.Unit));
    }

    /// <summary>Reads a test of a share of trials.</summary>
    internal Test ReadShare() => new(ReadLimits("share"));

    /// <summary>Reads a comparison with a quantity.</summary>
    internal Limits ReadComparison(string unit)
    {
        string word = sentence.Next;
        string? sign = s_comparisons.FirstOrDefault(c => word.StartsWith(c, StringComparison.Ordinal));
        if (word != sign)
        {
            Fail(NoComparison(word, sign, unit));
            return new Limits(null, null);
        }

        sentence.Take();
        double limit = ReadQuantity(unit);
        return sign switch
        {
            "<" => new Limits(null, limit, Exclusive: true),
            "<=" => new Limits(null, limit),
            ">=" => new Limits(limit, null),
            ">" => new Limits(limit, null, Exclusive: true),
            _ => new Limits(limit, limit) { Hair = HairOf(unit) },
        };
    }

    /// <summary>What equality overlooks: the tick to which moments are rounded, and a byte.</summary>
    private static double HairOf(string unit) => unit switch
    {
        "s" => 1.5 / TimeSpan.TicksPerSecond,
        "B" => 1,
        _ => 0,
    };

    private static string NoComparison(string word, string? sign, string unit)
    {
        if (word.Length == 0) return $"a test is missing: end with one like '<= {Example(unit)}'";
        return sign is not null && char.IsAsciiDigit(word[sign.Length])
            ? $"'{word}' needs a space after {sign}"
            : $"'{word}' is no test: write one like '<= {Example(unit)}', with <, <=, =, >=, > or between";
    }

    private Limits ReadLimits(string unit)
    {
        if (!sentence.Take("between")) return ReadComparison(unit);
        double low = ReadQuantity(unit);
        Expect("and", $"between {Example(unit)} and {Example(unit)}");
        double high = ReadQuantity(unit);
        if (low > high) Fail("the limits of 'between' are the wrong way round: write the smaller one first");
        return new Limits(low, high);
    }

    /// <summary>A published value and how far off it may be, in its own unit or as a share of it.</summary>
    private Test ReadStated()
    {
        double value = ReadQuantity(measure.Unit);
        Expect("within", $"is {Example(measure.Unit)} within 10%");
        bool isShare = measure.Unit != "share" && sentence.Next.EndsWith('%');
        double within = isShare ? value * ReadQuantity("share") : ReadQuantity(measure.Unit);
        return new Test(new Limits(value - within, value + within)) { Stated = value };
    }

    private Test ReadReaches()
    {
        sentence.Take();
        if (measure.OverTime is null) Fail($"'{measure.Word}' is no share over time: only {Growing} can be said to reach one");
        double share = ReadQuantity("share");
        if (share <= 0) Fail("a share of 0% is reached from the beginning: write one above it");
        if (sentence.Take("by")) return new Test(new Limits(null, ReadQuantity("s")), share);
        Expect("at", "reaches 45% by 8d' or 'reaches 45% at 7.9d within 12h");
        TimeSpan at = ReadDuration();
        Expect("within", "reaches 45% at 7.9d within 12h");
        TimeSpan within = ReadDuration();
        return new Test(new Limits((at - within).TotalSeconds, (at + within).TotalSeconds), share, new PublishedMoment(at, within));
    }

    private static string Growing => string.Join(" and ", MeasureTable.Measures.Where(m => m.OverTime is not null).Select(m => $"'{m.Word}'"));

    private TimeSpan ReadDuration()
    {
        double seconds = ReadQuantity("s");
        if (seconds <= TimeSpan.FromDays(3_650_000).TotalSeconds) return TimeSpan.FromSeconds(seconds);
        Fail("'never' is no published moment");
        return TimeSpan.Zero;
    }

    private double ReadQuantity(string unit)
    {
        string text = sentence.TakeUntil(word => word is "and" or "by" or "at" or "within" or "in" || Starts(word));
        if (text.Length == 0)
        {
            Fail($"a quantity is missing: write one like '{Example(unit)}'");
            return 0;
        }

        Parsed<double> quantity = Quantity.Read(text, isMean && unit == "count" ? Quantity.MeanCount : unit);
        if (quantity.Problem is { } problem) Fail(problem);
        else if (unit == CostMeasures.Money) ReadCurrency(text.Split(' ')[^1]);
        return quantity.Value;
    }

    private void ReadCurrency(string currency)
    {
        if (Currency.Length > 0 && Currency != currency) Fail($"the amounts are in {Currency} and {currency}: write both in one currency");
        Currency = currency;
    }

    private void Expect(string word, string example)
    {
        if (!sentence.Take(word)) Fail($"'{word}' is missing{(sentence.IsOver ? "" : $" before '{sentence.Next}'")}: write it as in '{example}'");
    }

    private static string Example(string unit) => unit switch
    {
        "s" => "5m",
        "B" => "5 MB",
        "share" => "1%",
        "1/d" => "12/d",
        "count" => "4",
        "writes" => "20 writes",
        CostMeasures.Money => "900 EUR",
        _ => "15.5",
    };

    private void Fail(string problem) => Problem ??= problem;
}
