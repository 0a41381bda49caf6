using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Workloads;

/// <summary>What stands between the parentheses of a workload: labels, each with its value.</summary>
/// <param name="Text">The whole text, for messages.</param>
/// <param name="Kind">The word before the parenthesis.</param>
/// <param name="Inside">What stands between the parentheses.</param>
/// <param name="Rates">In what rates are told.</param>
internal sealed record Arguments(string Text, string Kind, string Inside, Rates Rates)
{
    private string[] _labels = [];
    private string[] _tokens = [];

    /// <summary>Whether it is exactly these labels, in this order, each followed by something; after that they can be read.</summary>
    public bool AreLabelled(params string[] labels)
    {
        _labels = labels;
        _tokens = Inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] found = [.. _tokens.Where(labels.Contains)];
        return found.SequenceEqual(labels) && _tokens[0] == labels[0];
    }

    /// <summary>The text under a label.</summary>
    public string Of(string label) =>
        string.Join(' ', _tokens.SkipWhile(token => token != label).Skip(1).TakeWhile(token => !_labels.Contains(token)));

    /// <summary>The rate under a label, in base units per second.</summary>
    public Parsed<double> Rate(string label) => Told(label, Rates.Read(Of(label)));

    /// <summary>The duration under a label; <c>never</c> is none.</summary>
    public Parsed<TimeSpan> Duration(string label) => Told(label, Durations.Parse(Of(label)).Then(time =>
        time == TimeSpan.MaxValue ? Parsed.No<TimeSpan>("'never' is no time here: leave the workload out") : Parsed.Ok(time)));

    /// <summary>The problem that these are not the labels of the kind.</summary>
    /// <param name="form">What stands between the parentheses, with # for a rate.</param>
    public Parsed<Workload> Wrong(string form) =>
        Parsed.No<Workload>($"'{Text}' is not a {Kind} workload: write {Kind}({form.Replace("#", Rates.Example, StringComparison.Ordinal)})");

    private Parsed<T> Told<T>(string label, Parsed<T> read) => read.Problem is { } problem ? Parsed.No<T>($"in '{Text}': {label}: {problem}") : read;
}
