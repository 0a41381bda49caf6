namespace Simulator.Models.Language;

/// <summary>What became of reading a text: a value, or a problem in words that a planner can act on.</summary>
/// <param name="Value">The value; meaningless where there is a problem.</param>
/// <param name="Problem">What is wrong and what would be right; null where the text was understood.</param>
public readonly record struct Parsed<T>(T Value, string? Problem)
{
    /// <summary>The range that the value left, in words; null where the problem is another one.</summary>
    public string? Rule { get; init; }

    /// <summary>The same outcome with another value.</summary>
    public Parsed<TOther> Then<TOther>(Func<T, Parsed<TOther>> next) =>
        Problem is null ? next(Value) : new Parsed<TOther>(default!, Problem) { Rule = Rule };
}

/// <summary>Makes outcomes of reading.</summary>
public static class Parsed
{
    /// <summary>The text was understood.</summary>
    public static Parsed<T> Ok<T>(T value) => new(value, null);

    /// <summary>The text was not understood.</summary>
    public static Parsed<T> No<T>(string problem) => new(default!, problem);
}
