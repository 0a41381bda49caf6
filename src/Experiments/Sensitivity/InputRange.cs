using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Experiments.Sensitivity;

/// <summary>Over what an input is moved: <c>from 1h to 24h</c>, a distribution, or <c>+-20%</c> around what the file says.</summary>
/// <param name="Text">The range as it is written.</param>
public abstract record InputRange(string Text)
{
    /// <summary>Every quantity is moved by a fifth where nothing else is asked for.</summary>
    public static readonly InputRange Fifth = new Around("+-20%", 0.2);

    /// <summary>How a range is written.</summary>
    public static Syntax<InputRange> Syntax { get; } = new("a range", "^(from .+ to .+|[+]-[0-9.]+ ?%|[a-z]+[(].+[)])$", "from 1h to 24h", Parse);

    /// <summary>The value at a place of the range.</summary>
    /// <param name="written">What the file says, in its own unit.</param>
    /// <param name="place">From 0 (its lower end) to 1 (its upper end).</param>
    /// <param name="takesEnds">Whether the places 0 and 1 are tried: of a distribution, whose tails may have no end, they are its p5 and p95.</param>
    /// <param name="scaled">Makes every quantity of a text larger by a factor; null where there is none in it.</param>
    /// <returns>The text; null where what the file says cannot be moved so.</returns>
    public abstract string? At(string written, double place, bool takesEnds, Func<string, double, string?> scaled);

    private static Parsed<InputRange> Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.StartsWith("+-", StringComparison.Ordinal)) return Models.Quantities.Share.Parse(trimmed[2..]).Then(by => by.Fraction is > 0 and < 1
            ? Parsed.Ok<InputRange>(new Around(trimmed, by.Fraction))
            : Parsed.No<InputRange>($"'{trimmed}' moves nothing, or down to nothing: write more than 0% and less than 100%"));
        string[] ends = trimmed.StartsWith("from ", StringComparison.Ordinal) ? trimmed[5..].Split(" to ") : [];
        if (ends.Length == 2) return Between.Of(trimmed, ends[0], ends[1]);
        if (!trimmed.Contains('(', StringComparison.Ordinal)) return Parsed.No<InputRange>($"'{trimmed}' is no range: write from 1h to 24h, a distribution such as uniform(1h 24h), or +-20%");
        return ByLaw.Of(trimmed);
    }
}

/// <summary>So much less to so much more than the file says; counts at least one less and one more.</summary>
/// <param name="Text">The range as it is written.</param>
/// <param name="By">How far, as a share.</param>
public sealed record Around(string Text, double By) : InputRange(Text)
{
    /// <inheritdoc/>
    public override string? At(string written, double place, bool takesEnds, Func<string, double, string?> scaled)
    {
        if (scaled(written, 1 - By) is not { } low || scaled(written, 1 + By) is not { } high) return null;
        return Amount.Whole.Read(written).Problem is null
            ? Amount.Whole.Within(Amount.Whole.Read(low).Value, Amount.Whole.Read(high).Value, place)
            : scaled(written, 1 - By + 2 * By * place) ?? written;
    }
}

/// <summary>Anything between two ends, each alike.</summary>
/// <param name="Text">The range as it is written.</param>
/// <param name="Amount">What kind of quantity the ends are.</param>
/// <param name="Low">The lower end, in its base unit.</param>
/// <param name="High">The upper end.</param>
public sealed record Between(string Text, Amount Amount, double Low, double High) : InputRange(Text)
{
    /// <inheritdoc/>
    public override string? At(string written, double place, bool takesEnds, Func<string, double, string?> scaled) => Amount.Within(Low, High, place);

    /// <summary>The range between two texts of the same kind.</summary>
    internal static Parsed<InputRange> Of(string text, string low, string high)
    {
        foreach (Amount amount in Amount.All)
        {
            if (amount.Read(low) is not { Problem: null } from || amount.Read(high) is not { Problem: null } to) continue;
            if (!double.IsFinite(to.Value)) return Parsed.No<InputRange>($"'{text}' has no end: 'never' cannot be half way to anything");
            return from.Value < to.Value ? Parsed.Ok<InputRange>(new Between(text, amount, from.Value, to.Value)) : Parsed.No<InputRange>($"'{text}' is empty: the first end must be below the second");
        }
        return Parsed.No<InputRange>($"'{text}' is not between two quantities of one kind: write durations, sizes, rates, shares or counts, such as from 1h to 24h");
    }
}

/// <summary>As a distribution says.</summary>
/// <param name="Text">The range as it is written.</param>
/// <param name="Law">The distribution.</param>
/// <param name="Measure">In what its values are told.</param>
public sealed record ByLaw(string Text, Distribution Law, Measure Measure) : InputRange(Text)
{
    private const double Tail = 0.05; // where the ends are tried: a tail may have none

    /// <inheritdoc/>
    public override string? At(string written, double place, bool takesEnds, Func<string, double, string?> scaled)
    {
        double value = Law.Quantile(takesEnds ? Tail + (1 - 2 * Tail) * place : place);
        // A number of things stays whole where the file has a whole one.
        return Measure.Write(Measure == Measure.Amount && Amount.Whole.Read(written).Problem is null ? Math.Round(value) : value);
    }

    /// <summary>Reads a distribution of durations, sizes or plain amounts.</summary>
    internal static Parsed<InputRange> Of(string text)
    {
        Parsed<Distribution> durations = Models.Distributions.Law.Parse(text, Measure.Duration);
        foreach (Measure measure in (Measure[])[Measure.Duration, Measure.Size, Measure.Amount])
            if (Models.Distributions.Law.Parse(text, measure) is { Problem: null, Value: not Empirical } law) return Parsed.Ok<InputRange>(new ByLaw(text, law.Value, measure));
        return Parsed.No<InputRange>(durations.Problem ?? $"'{text}' draws from a file: an input is moved over a range or a family of distributions");
    }
}
