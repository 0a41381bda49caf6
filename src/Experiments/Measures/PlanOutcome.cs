using Simulator.Kernel;
using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>What was done under one recovery plan.</summary>
/// <param name="Name">The plan's name.</param>
public sealed record PlanOutcome(string Name)
{
    private readonly List<BatchOutcome> _batches = [];
    private readonly Dictionary<string, Instant> _done = [];
    private readonly Dictionary<string, Instant> _asked = [];

    /// <summary>When it was ready; null if it never was.</summary>
    public Instant? Ready { get; internal set; }

    /// <summary>The plan whose waiting batches it took over; null if none.</summary>
    public string? Replaces { get; internal set; }

    /// <summary>When the fault began that it is for; null if it never was ready.</summary>
    public Instant? FaultBegan { get; internal set; }

    /// <summary>When each of its steps was done for the last unit so far, by the step's name.</summary>
    public IReadOnlyDictionary<string, Instant> Done => _done;

    /// <summary>When each of its steps that were done for somebody could begin for the first of them.</summary>
    public IReadOnlyDictionary<string, Instant> Asked => _asked;

    /// <summary>How many tenants it brought back.</summary>
    public int Served { get; private set; }

    /// <summary>When it brought back the last of them; null if none.</summary>
    public Instant? LastServed { get; private set; }

    /// <summary>Its batches, in the order in which they were begun.</summary>
    public IReadOnlyList<BatchOutcome> Batches => _batches;

    internal void Serve(Instant at)
    {
        Served++;
        LastServed = at;
    }

    internal void Do(StepDone step)
    {
        _done[step.Step] = step.At;
        _asked[step.Step] = _asked.TryGetValue(step.Step, out Instant before) ? Instant.Earlier(before, step.Asked) : step.Asked;
    }

    internal void Begin(int batch, Instant at) => _batches.Add(new BatchOutcome(batch, at));

    internal void End(int batch, Instant began, Instant at)
    {
        int index = _batches.FindLastIndex(b => b.Batch == batch && b.Ended is null);
        if (index < 0) throw new InvalidOperationException($"{Name} batch {batch} ended at {at} and never began");
        _batches[index] = new BatchOutcome(batch, began) { Ended = at };
    }
}

/// <summary>One batch of a plan.</summary>
/// <param name="Batch">Its number within the plan, from 1.</param>
/// <param name="Began">When it was begun.</param>
public sealed record BatchOutcome(int Batch, Instant Began)
{
    /// <summary>When all its tenants were back; null if they were not by the end of the run.</summary>
    public Instant? Ended { get; internal init; }
}
