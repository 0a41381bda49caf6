namespace Simulator.Kernel;

/// <summary>An executed event: when, and which process.</summary>
/// <param name="At">When it was executed.</param>
/// <param name="Method">The method of the process, such as <c>Region.Serve</c>.</param>
/// <param name="Number">The how-many-th process of its trial it was to begin, from 1.</param>
public readonly record struct TracedEvent(Instant At, string Method, long Number)
{
    /// <summary>Such as <c>0d 00:00:05.0000000 Region.Serve#3</c>.</summary>
    public override string ToString() => $"{At} {Method}#{Number}";
}

/// <summary>The executed events of a run, to name the first difference when two fingerprints differ. Costs 32 bytes an event.</summary>
public sealed class EventTrace
{
    private readonly List<TracedEvent> _events = [];

    /// <summary>The events, in the order of execution.</summary>
    public IReadOnlyList<TracedEvent> Events => _events;

    /// <summary>The first event in which two runs differ, in words; null if there is none.</summary>
    public static string? FirstDifference(EventTrace a, EventTrace b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        for (int i = 0; i < Math.Max(a.Events.Count, b.Events.Count); i++)
        {
            TracedEvent? left = i < a.Events.Count ? a.Events[i] : null;
            TracedEvent? right = i < b.Events.Count ? b.Events[i] : null;
            if (left != right) return $"event {i + 1}: {Text(left)} / {Text(right)}";
        }
        return null;
    }

    internal void Add(Instant at, Process process) => _events.Add(new TracedEvent(at, process.Method, process.Number));

    private static string Text(TracedEvent? e) => e?.ToString() ?? "nothing more";
}
