using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Stores.Blocks;

/// <summary>
/// The volumes of a block store: many alike, each kept on several nodes, drawn at random for each. One that loses contact with a copy looks for room for a new
/// one among the other nodes.
/// </summary>
/// <param name="Count">How many there are.</param>
/// <param name="Data">Bytes of each; where they differ, their mean.</param>
/// <param name="Copies">How many copies each has, on as many nodes.</param>
/// <param name="Free">Room for new copies, as a share of what all copies take.</param>
/// <param name="Rebuild">What all nodes together can copy per second while nobody searches.</param>
public sealed record Volumes(int Count, DataSize Data, int Copies, Share Free, DataRate Rebuild)
{
    /// <summary>Time between two searches of a volume that finds no room.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Up to what that time doubles from search to search; <see cref="Retry"/> where it stays as it is.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What one search takes of what the nodes could copy meanwhile.</summary>
    public DataSize RetryCost { get; init; }

    /// <summary>How long a copy must be away before it is given up; it is not taken back after that.</summary>
    public TimeSpan GivesUpAfter { get; init; }

    /// <summary>Whether a volume that finds no room takes no reads and writes until it is mirrored again.</summary>
    public bool Blocks { get; init; } = true;

    /// <summary>How many volumes can be copied per second while nobody searches.</summary>
    public double CopiedPerSecond => Rebuild.BytesPerSecond / Data.Bytes;

    /// <summary>For how many new copies there is room.</summary>
    public double Room => Free.Fraction * Count * Copies;

    /// <summary>How they are written.</summary>
    public static readonly Shape<Volumes> Shape = new("volumes", "The volumes of a block store, each kept on several nodes.", Read);

    private static Volumes Read(Fields fields)
    {
        Volumes volumes = new(
            fields.Required("count", Syntaxes.Count.Where("1 to 1000000000", n => n is >= 1 and <= 1_000_000_000), "How many there are."),
            fields.Required("data", Syntaxes.DataSize.Where("more than 0 B", size => size.Bytes > 0), "Bytes of each; where they differ, their mean."),
            fields.Optional("copies", Syntaxes.Count.Where("2 to 10", n => n is >= 2 and <= 10), "2", "assumed: a volume and its mirror", "How many copies each has, on as many nodes."),
            fields.Required("free", Syntaxes.Share, "Room for new copies, as a share of what all copies take."),
            fields.Required("rebuild", Syntaxes.DataRate.Where("more than 0 B/s", rate => rate.BytesPerSecond > 0), "What all nodes together can copy while no volume searches for room."));
        TimeSpan retry = fields.Optional("retry", Syntaxes.Duration.Where("more than 0s", time => time > TimeSpan.Zero), "30s", "assumed: no interval was published", "Time between two searches of a volume that finds no room.");
        TimeSpan backOff = fields.Optional("back-off", Syntaxes.Duration.Or("none", TimeSpan.Zero), "none", "EBS did not back off enough in 2011, and searched on and on (AWS summary)",
            "Up to what that time doubles from search to search, such as 1h; none: it stays as it is.");
        fields.Check(backOff == TimeSpan.Zero || backOff >= retry, "back-off", "back-off of the retries", () => $"the time between two searches begins with {Durations.Format(retry)} (retry): a back-off is longer than that");
        return volumes with
        {
            Retry = retry,
            BackOff = backOff > retry ? backOff : retry,
            RetryCost = fields.Optional("retry cost", Syntaxes.DataSize, "0 B", "a search costs nothing beside the copies unless it is said", "What one search takes of what the nodes could copy meanwhile."),
            GivesUpAfter = fields.Optional("gives up after", Syntaxes.Duration, "0s", "EBS looked for a new mirror at once in 2011 (AWS summary)",
                "How long a copy must be away before it is given up; then its room is not used again until every volume is whole."),
            Blocks = fields.Optional("without room", Syntaxes.Choice("a choice", ("block", true), ("go on", false)), "block", "EBS blocked reads and writes of a volume without a mirror in 2011 (AWS summary)",
                "What a volume does that finds no room: block its reads and writes until it is mirrored again, or go on with fewer copies."),
        };
    }
}
