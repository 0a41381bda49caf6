using Simulator.Models.Language;

namespace Simulator.Models.Databases.Commits;

/// <summary>What must hold between the reads that are followed and the copies that they ask.</summary>
internal static class ReadRules
{
    internal static void Check(Fields fields, Database database)
    {
        if (database.Reads is not { } reads) return;
        int copies = 1 + database.Standbys.Sum(standby => standby.Value.Count);
        bool isOfAll = reads.Store is not null || !reads.From.IsQuorum || reads.From.Copies == copies;
        fields.Check(isOfAll, "reads.from", "reads of other copies", () => $"'{reads.From}' asks {reads.From.Copies} copies, but the primary and its standbys are {copies}: write so many of {copies}");
        bool hasEnough = reads.Store is null || database.Standbys.Count == 0;
        fields.Check(hasEnough, "reads.leaderless", "leaderless store with standbys", () => "a leaderless store has no primary and no standbys: leave standbys out");
    }
}
