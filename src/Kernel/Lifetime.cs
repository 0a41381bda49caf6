using System.Diagnostics;
using Simulator.Kernel.Waits;

namespace Simulator.Kernel;

/// <summary>
/// How long something lives: a component, an attempt, a shift. Whoever waits, waits through a lifetime; when it ends every such wait
/// throws <see cref="LifetimeEndedException"/>, so nobody has to ask whether it is still alive.
/// </summary>
[StackTraceHidden]
public sealed partial class Lifetime
{
    private readonly List<Lifetime> _children = [];
    private readonly Lifetime? _parent;
    private int _indexInParent;
    private ProcessList<InLifetime> _enlisted;
    private Condition? _ended;

    internal Lifetime(Simulation simulation, Lifetime? parent)
    {
        Simulation = simulation;
        _parent = parent;
        if (parent is null) return;
        _indexInParent = parent._children.Count;
        parent._children.Add(this);
    }

    /// <summary>The simulation it belongs to.</summary>
    public Simulation Simulation { get; }

    /// <summary>The moment of the event that is being executed.</summary>
    public Instant Now => Simulation.Now;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>True once it has ended; for others who wait for that, through lifetimes of their own.</summary>
    public Condition Ended => _ended ??= new Condition(HasEnded);

    /// <summary>
    /// Has a cold process begin at this instant, after what is already due. If the lifetime ends before, the process never begins.
    /// </summary>
    /// <remarks>Gives nothing back: an awaitable that a model may leave alone would take the bite out of CS4014.</remarks>
    /// <exception cref="InvalidOperationException">It was already started.</exception>
    /// <exception cref="LifetimeEndedException">The lifetime has ended.</exception>
    public void Start(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        ThrowIfEnded();
        process.Enter(Simulation);
        process.BeginWait(this, subject: null);
        Simulation.Wake(process);
    }

    /// <summary>A lifetime that ends with this one, or earlier.</summary>
    /// <exception cref="LifetimeEndedException">The lifetime has ended.</exception>
    public Lifetime Child()
    {
        ThrowIfEnded();
        return new Lifetime(Simulation, this);
    }

    /// <summary>
    /// Ends it and its children: every wait through them throws at this same instant, through the calendar, in the order in which the
    /// waits were begun. Ending it again does nothing.
    /// </summary>
    public void End()
    {
        if (HasEnded) return;
        var waiting = new List<Process>();
        EndTree(waiting);
        _parent?.Forget(this);
        waiting.Sort(static (a, b) => a.WaitNumber.CompareTo(b.WaitNumber));
        foreach (Process process in waiting) process.CutShort();
    }

    internal void Enlist(Process process) => _enlisted.AddLast(process);

    internal void Delist(Process process) => _enlisted.Remove(process);

    internal void ThrowIfEnded()
    {
        if (HasEnded) throw new LifetimeEndedException(this);
    }

    private void EndTree(List<Process> waiting)
    {
        HasEnded = true;
        while (_enlisted.First is { } process)
        {
            _enlisted.Remove(process);
            if (process.StrikeOff(this)) waiting.Add(process);
        }
        foreach (Lifetime child in _children) child.EndTree(waiting);
        _children.Clear();
        _ended?.Set(true);
    }

    // The last child takes its place: their order does not matter, because ended waits are sorted.
    private void Forget(Lifetime child)
    {
        Lifetime last = _children[^1];
        _children[child._indexInParent] = last;
        last._indexInParent = child._indexInParent;
        _children.RemoveAt(_children.Count - 1);
    }
}
