using Simulator.Kernel.Waits;

namespace Simulator.Kernel;

/// <summary>
/// A level that processes can wait for: is serving, is empty, has been noticed. It is a level and not an edge, so no wake-up gets lost.
/// Who waits is woken at the instant at which it becomes true, through the calendar, in the order of waiting; if by then it is false
/// again, they wait on.
/// </summary>
/// <param name="initially">Whether it is true at first.</param>
public sealed class Condition(bool initially = false) : IWaitable
{
    private ProcessList<InQueue> _waiting;

    /// <summary>Whether it is true now.</summary>
    public bool IsTrue { get; private set; } = initially;

    /// <summary>Makes it true or false. Setting what it already is does nothing.</summary>
    public void Set(bool value)
    {
        if (IsTrue == value) return;
        IsTrue = value;
        if (!value) return;
        for (Process? process = _waiting.First; process is not null; process = ProcessList<InQueue>.After(process))
        {
            // Who was woken earlier at this instant keeps its place.
            if (process.IsWoken) continue;
            process.IsWoken = true;
            process.Simulation.Wake(process);
        }
    }

    internal void Enqueue(Process process, Instant deadline)
    {
        process.Deadline = deadline;
        _waiting.AddLast(process);
        if (!deadline.IsNever) process.Simulation.Schedule(process, deadline);
    }

    bool IWaitable.Awaken(Process process)
    {
        process.IsWoken = false;
        if (IsTrue || process.Deadline <= process.Simulation.Now)
        {
            _waiting.Remove(process);
            return true;
        }
        // The wake-up took the place of the timeout in the calendar: put it back.
        if (!process.Deadline.IsNever) process.Simulation.Schedule(process, process.Deadline);
        return false;
    }

    void IWaitable.Abandon(Process process) => _waiting.Remove(process);
}
