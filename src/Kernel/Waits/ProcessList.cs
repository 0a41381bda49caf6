namespace Simulator.Kernel.Waits;

/// <summary>The neighbours of a process in one list.</summary>
internal struct Links
{
    public Process? Previous;
    public Process? Next;
}

/// <summary>Which of its links a process uses in a list.</summary>
internal interface ILinked
{
    static abstract ref Links Of(Process process);
}

/// <summary>A process in the list of waits through a lifetime.</summary>
internal readonly struct InLifetime : ILinked
{
    public static ref Links Of(Process process) => ref process.InLifetime;
}

/// <summary>A process in the queue of what it waits for.</summary>
internal readonly struct InQueue : ILinked
{
    public static ref Links Of(Process process) => ref process.InQueue;
}

/// <summary>A doubly linked list whose links lie in the processes: joining and leaving allocate nothing and take constant time.</summary>
internal struct ProcessList<TLinked>
    where TLinked : struct, ILinked
{
    public Process? First { get; private set; }

    public Process? Last { get; private set; }

    public static Process? After(Process process) => TLinked.Of(process).Next;

    public static Process? Before(Process process) => TLinked.Of(process).Previous;

    public void AddLast(Process process) => InsertAfter(Last, process);

    /// <summary>Inserts behind a member, or (null) at the front.</summary>
    public void InsertAfter(Process? previous, Process process)
    {
        ref Links links = ref TLinked.Of(process);
        links.Previous = previous;
        links.Next = previous is null ? First : TLinked.Of(previous).Next;
        if (previous is null) First = process;
        else TLinked.Of(previous).Next = process;
        if (links.Next is null) Last = process;
        else TLinked.Of(links.Next).Previous = process;
    }

    public void Remove(Process process)
    {
        ref Links links = ref TLinked.Of(process);
        if (links.Previous is null) First = links.Next;
        else TLinked.Of(links.Previous).Next = links.Next;
        if (links.Next is null) Last = links.Previous;
        else TLinked.Of(links.Next).Previous = links.Previous;
        links = default;
    }
}
