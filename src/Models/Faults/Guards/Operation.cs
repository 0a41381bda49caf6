using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Faults.Guards;

/// <summary>What somebody does by hand, or lets a script do: what may stop it before it starts, and how often it is tried again. Faults of operators have it in common.</summary>
/// <param name="Guards">What may stop it, in the order in which it meets them.</param>
/// <param name="Retries">How often what was refused or broke off is tried again; null for not at all.</param>
public sealed record Operation(IReadOnlyList<Guard> Guards, Retries? Retries)
{
    /// <summary>What nothing stops, because no operator does it or nobody looks.</summary>
    public static readonly Operation Unguarded = new([], null);

    /// <summary>In what the operator is wrong.</summary>
    public Slips Slips { get; init; }

    /// <summary>How often it can be begun in all.</summary>
    public int Attempts => 1 + (Retries?.Times ?? 0);

    /// <summary>Reads an operation.</summary>
    /// <param name="fields">The fault's keys.</param>
    /// <param name="checks">What a machine checks before it starts; those that are null are not there.</param>
    internal static Operation Read(Fields fields, params ReadOnlySpan<Prompt?> checks)
    {
        Guard? review = fields.OptionalBlock("review", Look.Review, "Somebody else looks at it before it starts.");
        Guard? dry = fields.OptionalBlock("dry run", Look.DryRun, "It is run once without doing anything, and somebody reads what it would have done.");
        List<Guard?> all = [.. checks, review, dry];
        return new Operation([.. all.OfType<Guard>()], fields.OptionalBlock("retries", Retries.Shape, "What was refused, or broke off midway, is tried again."));
    }

    /// <summary>The guard that stops an attempt; null where none does. What stops it is told.</summary>
    /// <param name="fault">The mistake as it happens.</param>
    /// <param name="attempt">How often it was tried before.</param>
    /// <param name="of">How many it would have been.</param>
    internal Guard? StopperOf(Occurrence fault, int attempt, int of)
    {
        if (Guards.FirstOrDefault(guard => guard.Stops(Slips, fault, attempt)) is not { } guard) return null;
        fault.World.Journal.Write(new GuardStopped(fault.World.Now, fault.Name, guard.Name, 0, of) { Occurrence = fault.Number });
        return guard;
    }

    /// <summary>Waits until it is tried again.</summary>
    internal async Process AwaitRetry(Lifetime life, Occurrence fault, int attempt) =>
        await life.Wait(Retries!.After, fault.Stream("retries").For((ulong)attempt));
}
