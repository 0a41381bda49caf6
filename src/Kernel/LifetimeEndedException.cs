namespace Simulator.Kernel;

/// <summary>
/// The lifetime that a process waited through has ended: the component crashed, the attempt was given up. <c>finally</c> blocks run; a
/// started process that does not catch it just ends. Only the kernel makes one.
/// </summary>
public sealed class LifetimeEndedException : Exception
{
    internal LifetimeEndedException(Lifetime lifetime)
        : base("the lifetime has ended") => Lifetime = lifetime;

    /// <summary>Which lifetime has ended: compare it to tell one's own end from another's.</summary>
    public Lifetime Lifetime { get; }
}
