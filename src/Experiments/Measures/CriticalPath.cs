using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>One piece of the way back from a fault.</summary>
/// <param name="What">What was done, or waited for: the plan and its step, or a few words.</param>
/// <param name="Unit">What it was done for; empty where that is the whole incident's affair.</param>
/// <param name="From">When it could begin.</param>
/// <param name="To">When it was done.</param>
/// <param name="Spent">What the time between went into.</param>
public sealed record PathPiece(string What, string Unit, Instant From, Instant To, TimeSpent Spent);

/// <summary>
/// The critical path of a recovery: from the beginning of the fault to the moment at which the last one was back, backwards from there over what each step
/// needed last. Between what it needs and its beginning a step waits, for people or for room; what held these up is not followed. The pieces follow each
/// other without a gap, so what they went into adds up to the whole, to the tick.
/// </summary>
public static class CriticalPath
{
    /// <summary>The pieces, in order.</summary>
    /// <param name="last">The step that gave the last one back.</param>
    /// <param name="fault">The fault.</param>
    /// <exception cref="InvalidOperationException">There is a gap: what let a step begin was not done at the moment at which it could.</exception>
    public static IReadOnlyList<PathPiece> To(StepDone last, FaultOutcome fault)
    {
        List<PathPiece> pieces = [];
        for (Fact? fact = last; fact is not null; fact = Before(fact)) pieces.AddRange(PiecesOf(fact, fault));
        pieces.Reverse();
        if (pieces[0].From != fault.Began || pieces.Zip(pieces.Skip(1)).Any(pair => pair.First.To != pair.Second.From))
            throw new InvalidOperationException($"there are gaps on the way back from {fault.Name}: {string.Join("; ", pieces.Select(piece => $"{piece.What} {piece.From} to {piece.To}"))}");
        return pieces;
    }

    private static Fact? Before(Fact fact) => fact switch { StepDone step => step.After, BatchBegan batch => batch.After, _ => null };

    /// <summary>What a fact stands for, the last first.</summary>
    private static IEnumerable<PathPiece> PiecesOf(Fact fact, FaultOutcome fault)
    {
        switch (fact)
        {
            case StepDone step:
                yield return new PathPiece($"{step.Plan} {step.Step}", step.Unit.ToString(), step.Asked, step.At, step.Spent);
                break;
            case BatchBegan batch:
                yield return Simply($"{batch.Plan} batch {batch.Batch} gets its place", batch.After?.At ?? batch.At, batch.At, TimeUse.WaitingForCapacity);
                break;
            case PlanReady plan:
                Instant noticed = fault.Noticed ?? plan.Taken;
                yield return Simply($"{plan.Plan} is ready", plan.Taken, plan.At, TimeUse.Deciding);
                yield return Simply("what was tried before is given up", noticed, plan.Taken, TimeUse.InVain);
                yield return Simply($"{plan.Fault} is noticed", fault.Began, noticed, TimeUse.Noticing);
                break;
        }
    }

    private static PathPiece Simply(string what, Instant from, Instant to, TimeUse use) => new(what, "", from, to, TimeSpent.On(use, to - from));
}
