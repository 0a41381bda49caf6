using Simulator.Models.Language;
using Simulator.Models.Places;

namespace Simulator.Models.Databases.Commits;

/// <summary>That single reads are followed, for what they miss of a write that was acknowledged shortly before.</summary>
/// <param name="From">Which copies they ask.</param>
/// <param name="At">Where those who read stand; null for beside the primary. Not used with <paramref name="Store"/>.</param>
/// <param name="After">How long after the write's acknowledgement reads begin, ascending, at least one.</param>
/// <param name="Followed">Pairs of a write and a read that are drawn in each trial, 1 to 1,000,000.</param>
/// <param name="Store">The copies as a leaderless store; null where they are the primary and its standbys.</param>
public sealed record Reads(ReadFrom From, Placement? At, IReadOnlyList<TimeSpan> After, int Followed, Leaderless? Store)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Reads> Shape = new("reads block", "Follow single reads: which share of them misses a write that was acknowledged before.", Read);

    private static readonly Syntax<Placement> Somewhere =
        Placement.Syntax.Or("primary", null!).Naming(place => place is null ? [] : Placement.Syntax.Refers(place));

    private static Reads Read(Fields fields)
    {
        ReadFrom from = fields.Required("from", ReadFrom.Syntax, "Which copies a read asks: the primary, any one, or all of which the first answers count.");
        Placement? at = fields.Optional("at", Somewhere, "primary", "assumed: an application stands beside the copy that takes its writes", "Where those who read stand.");
        IReadOnlyList<TimeSpan> after = fields.List("after", Syntaxes.Duration.Where("at most 1d", after => after <= TimeSpan.FromDays(1)), "How long after a write's acknowledgement the reads begin.", required: true);
        fields.Check(after.Zip(after.Skip(1)).All(pair => pair.First < pair.Second), "after", "reads in no order", () => "the delays must ascend, each once: 0ms, 10ms, 100ms");
        int followed = fields.Optional("followed", Syntaxes.Count.Where("1 to 1000000", n => n is >= 1 and <= 1_000_000), "1000",
            "assumed: a share of stale reads is then known to 3 points in each trial", "Pairs of a write and a read that are drawn in each trial.");
        Leaderless? store = fields.OptionalBlock("leaderless", Leaderless.Shape, "The copies as a store without a primary, known by the delays of its messages alone.");
        fields.Check(store is null || from.IsQuorum, "from", "leaderless without quorum", () => $"a leaderless store is asked as a whole: write so many of so many copies, such as 2 of 3, not {from}");
        fields.Check(store is null || !from.IsQuorum || store.Acknowledgements <= from.Copies, "leaderless", "more acknowledgements than copies",
            () => $"a write waits for {store!.Acknowledgements} copies, and there are {from.Copies}");
        fields.Check(store is null || at is null, "at", "place in a leaderless store", () => "a leaderless store is known by its delays alone: say how far its places are apart, under leaderless");
        return new Reads(from, at, after, followed, store);
    }
}
