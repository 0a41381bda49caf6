using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Databases.Commits;

/// <summary>A store without a primary: a write goes to every copy and is done when enough of them have acknowledged it (Dynamo, Cassandra).</summary>
/// <param name="Acknowledgements">W, 1 to the number of copies.</param>
/// <param name="Delays">What its messages take.</param>
public sealed record Leaderless(int Acknowledgements, QuorumDelays Delays)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Leaderless> Shape = new("leaderless block", "A store without a primary, known by the delays of its messages.", Read);

    private static readonly Syntax<Delay> Arriving = Syntaxes.Delay.Where("one that ends", delay => !delay.IsNever);

    private static Leaderless Read(Fields fields)
    {
        int acknowledgements = fields.Required("acknowledgements", Syntaxes.Count.Where("at least 1", n => n >= 1), "Copies that must have acknowledged a write.");
        Delay write = fields.Required("write", Arriving, "From the coordinator's write until a copy has it.");
        Delay acknowledge = fields.Required("acknowledge", Arriving, "From there until the coordinator has the acknowledgement.");
        Delay read = fields.Required("read", Arriving, "From the reader's question until a copy looks.");
        Delay answer = fields.Required("answer", Arriving, "From there until the reader has the answer.");
        TimeSpan apart = fields.Optional("apart", Syntaxes.Duration.Where("at most 1h", apart => apart <= TimeSpan.FromHours(1)), "0s", "all copies are alike unless they stand in places of their own",
            "What a message between two places takes on top; above 0 each copy has its own place, and writes and reads begin at any of them.");
        return new Leaderless(acknowledgements, new QuorumDelays(write.Seconds, acknowledge.Seconds, read.Seconds, answer.Seconds, apart.TotalSeconds));
    }
}
