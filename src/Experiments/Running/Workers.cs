namespace Simulator.Experiments.Running;

/// <summary>Does numbered pieces of work on threads of its own. What comes of it depends on the numbers only, never on who did what when.</summary>
internal static class Workers
{
    /// <summary>Does all pieces, handing them out in order.</summary>
    /// <param name="pieces">How many pieces.</param>
    /// <param name="threads">How many threads, at least 1.</param>
    /// <param name="work">Does the piece of a number.</param>
    /// <param name="cancellation">Stops between pieces.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="Exception">What the piece of the lowest number that failed has thrown.</exception>
    internal static void Run(int pieces, int threads, Action<int> work, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var failures = new Exception?[pieces];
        int next = -1, failed = 0;
        void Loop()
        {
            while (!cancellation.IsCancellationRequested && Volatile.Read(ref failed) == 0 && Interlocked.Increment(ref next) is var piece && piece < pieces)
            {
                try
                {
                    work(piece);
                }
#pragma warning disable CA1031 // kept for the caller's thread: every piece of a lower number ends first, so that always the same failure is told
                catch (Exception failure)
#pragma warning restore CA1031
                {
                    failures[piece] = failure;
                    Volatile.Write(ref failed, 1);
                }
            }
        }

        Thread[] all = [.. Enumerable.Range(0, Math.Min(threads, Math.Max(1, pieces))).Select(_ => new Thread(Loop) { IsBackground = true })];
        foreach (Thread thread in all) thread.Start();
        foreach (Thread thread in all) thread.Join();
        if (Array.Find(failures, failure => failure is not null) is { } first)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        cancellation.ThrowIfCancellationRequested();
    }
}
