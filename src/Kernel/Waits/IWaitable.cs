namespace Simulator.Kernel.Waits;

/// <summary>Something that keeps waiting processes.</summary>
internal interface IWaitable
{
    /// <summary>
    /// The calendar has come to a waiting process. True if its wait is over (it is kept no longer), false if it waits on.
    /// </summary>
    bool Awaken(Process process);

    /// <summary>A process waits no longer: its lifetime has ended.</summary>
    void Abandon(Process process);
}
