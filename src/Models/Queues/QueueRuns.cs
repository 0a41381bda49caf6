using Simulator.Models.Language;

namespace Simulator.Models.Queues;

/// <summary>All queues of one trial.</summary>
public sealed class QueueRuns
{
    private readonly Dictionary<string, QueueRun> _byName;
    private readonly IReadOnlyList<QueueRun> _all;

    /// <summary>Builds them.</summary>
    public QueueRuns(World world, IReadOnlyList<Named<WorkQueue>> queues)
    {
        _all = [.. queues.Select(queue => new QueueRun(world, queue))];
        _byName = queues.Select((queue, index) => (queue.Name, index)).ToDictionary(pair => pair.Name, pair => _all[pair.index]);
    }

    /// <summary>A queue by its name.</summary>
    public QueueRun this[string name] => _byName[name];

    /// <summary>A database has gone down, or serves again.</summary>
    internal void Tell(string databases, int number, bool serves)
    {
        foreach (QueueRun queue in _all) queue.Tell(databases, number, serves);
    }

    /// <summary>A dependency is away, or there again.</summary>
    internal void Tell(string dependency, bool isThere)
    {
        foreach (QueueRun queue in _all) queue.Tell(dependency, isThere);
    }

    /// <summary>Draws the balances when the run ends.</summary>
    internal void Close()
    {
        foreach (QueueRun queue in _all) queue.Close();
    }
}
