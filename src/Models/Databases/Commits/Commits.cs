using Simulator.Models.Databases.Replication;
using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Databases.Commits;

/// <summary>That single commits are followed, and what each costs. A database without it is known by its bytes alone.</summary>
/// <param name="Local">From the client's commit until the primary has it on its own disk.</param>
/// <param name="StandbyWrite">From the log's arrival at a standby until it has been handed to the operating system there and the answer is under way.</param>
/// <param name="StandbyFlush">The same until it is on disk there.</param>
/// <param name="StandbyApply">The same until those who read there see it.</param>
/// <param name="Followed">Commits that are drawn in each trial for each state of the database, 1 to 1,000,000.</param>
public sealed record Commits(Delay Local, Delay StandbyWrite, Delay StandbyFlush, Delay StandbyApply, int Followed)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Commits> Shape = new("commits block", "Follow single commits: what each costs in latency, and how many acknowledged ones are lost.", Read);

    /// <summary>What a standby does with a commit before it confirms it.</summary>
    /// <param name="awaited">What is waited for; not <see cref="Awaited.Nothing"/>.</param>
    public Delay WorkUntil(Awaited awaited) => awaited switch
    {
        Awaited.Receipt => StandbyWrite,
        Awaited.Flush => StandbyFlush,
        Awaited.Apply => StandbyApply,
        _ => throw new ArgumentOutOfRangeException(nameof(awaited), $"nothing is confirmed before {awaited}"),
    };

    private static Commits Read(Fields fields) => new(
        fields.Optional("local", Syntaxes.Delay.Where("one that ends", Ends), "lognormal(median 0.295ms p95 0.47ms)", "measured on PostgreSQL 15: insert and commit of one client, flushed to a local disk",
            "From the client's commit until the primary has done its own part; with a relaxed flush that does not include the disk."),
        fields.Optional("standby write", Syntaxes.Delay.Where("one that ends", Ends), "uniform(0.4ms 0.9ms)", Measured, "A standby's work before it confirms that it has received a commit."),
        fields.Optional("standby flush", Syntaxes.Delay.Where("one that ends", Ends), "uniform(0.9ms 3.3ms)", Measured, "A standby's work before it confirms that it has a commit on disk."),
        fields.Optional("standby apply", Syntaxes.Delay.Where("one that ends", Ends), "uniform(1.1ms 3.4ms)", Measured, "A standby's work until those who read there see a commit."),
        fields.Optional("followed", Syntaxes.Count.Where("1 to 1000000", n => n is >= 1 and <= 1_000_000), "1000", "assumed: ten of them lie beyond each trial's p99",
            "Commits that are drawn in each trial for each state of the database."));

    private static bool Ends(Delay delay) => !delay.IsNever;

    private const string Measured = "measured on PostgreSQL 15: a commit's latency less the local part and the round trip";
}
