namespace Simulator.Kernel;

/// <summary>
/// What will happen, earliest first; what is due at the same moment comes out in the order in which it went in. An implicit heap with four
/// children a node: half as deep as a binary one, and its children lie side by side in memory. Cancelled entries stay until they come up
/// or outnumber the wanted ones: the waste is bounded by half the heap.
/// </summary>
internal sealed class Calendar
{
    private const int Arity = 4;
    private const int WasteAllowed = 64;

    private Entry[] _heap = new Entry[64];
    private int _count;
    private int _waste;
    private long _sequence;

    private readonly record struct Entry(long Moment, long Sequence, Process Process)
    {
        // An entry is wanted as long as its process says so: cancelling is forgetting the number.
        public bool IsWanted => Process.PendingEntry == Sequence;

        public bool Precedes(in Entry other) => Moment < other.Moment || (Moment == other.Moment && Sequence < other.Sequence);
    }

    /// <summary>Whether anything is left to happen. Drops cancelled entries that have come up.</summary>
    public bool HasNext
    {
        get
        {
            while (_count > 0 && !_heap[0].IsWanted)
            {
                RemoveFirst();
                _waste--;
            }
            return _count > 0;
        }
    }

    /// <summary>When the next thing happens; ask <see cref="HasNext"/> before.</summary>
    public Instant NextMoment => new(_heap[0].Moment);

    /// <summary>Adds a process that has no entry.</summary>
    public void Add(Process process, Instant at)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, 2 * _count);
        process.PendingEntry = ++_sequence;
        SiftUp(_count++, new Entry(at.Ticks, _sequence, process));
    }

    /// <summary>Forgets the entry of a process, if it has one.</summary>
    public void Cancel(Process process)
    {
        if (process.PendingEntry == 0) return;
        process.PendingEntry = 0;
        _waste++;
        if (_waste > WasteAllowed && _waste > _count / 2) DropWaste();
    }

    /// <summary>Takes the next entry out; ask <see cref="HasNext"/> before.</summary>
    public (Instant, Process) Take()
    {
        Entry first = _heap[0];
        RemoveFirst();
        first.Process.PendingEntry = 0;
        return (new Instant(first.Moment), first.Process);
    }

    /// <summary>The processes in a wait of random length, in the order in which they began to wait.</summary>
    public IReadOnlyList<Process> RandomWaits()
    {
        var waits = new List<Process>();
        foreach (Entry entry in _heap.AsSpan(0, _count))
            if (entry.IsWanted && entry.Process.Delay is not null) waits.Add(entry.Process);
        waits.Sort(static (a, b) => a.WaitNumber.CompareTo(b.WaitNumber));
        return waits;
    }

    private void RemoveFirst()
    {
        Entry last = _heap[--_count];
        _heap[_count] = default;
        if (_count > 0) SiftDown(0, last);
    }

    private void SiftUp(int index, in Entry entry)
    {
        Entry[] heap = _heap;
        while (index > 0)
        {
            int parent = (index - 1) / Arity;
            if (!entry.Precedes(heap[parent])) break;
            heap[index] = heap[parent];
            index = parent;
        }
        heap[index] = entry;
    }

    private void SiftDown(int index, in Entry entry)
    {
        Entry[] heap = _heap;
        while (true)
        {
            int child = (Arity * index) + 1;
            if (child >= _count) break;
            int least = child;
            int end = Math.Min(child + Arity, _count);
            for (int next = child + 1; next < end; next++)
                if (heap[next].Precedes(heap[least])) least = next;
            if (!heap[least].Precedes(entry)) break;
            heap[index] = heap[least];
            index = least;
        }
        heap[index] = entry;
    }

    private void DropWaste()
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
            if (_heap[i].IsWanted) _heap[kept++] = _heap[i];
        Array.Clear(_heap, kept, _count - kept);
        _count = kept;
        _waste = 0;
        // Order within the heap does not matter: the keys are all different, so what comes out is the same.
        for (int i = (_count - 2) / Arity; i >= 0 && _count > 1; i--)
        {
            Entry moving = _heap[i];
            SiftDown(i, moving);
        }
    }
}
