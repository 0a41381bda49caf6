namespace Simulator.Kernel;

/// <summary>Something that happened: what a measure may know of a trial. Facts are values; they are written once and never changed.</summary>
/// <param name="At">When it happened.</param>
public abstract record Fact(Instant At)
{
    /// <summary>What happened, in one line of words for <c>journal.txt</c>, without the moment.</summary>
    public abstract string Describe();
}

/// <summary>The facts of one trial, in the order in which they happened.</summary>
public sealed class Journal
{
    private readonly List<Fact> _facts = [];

    /// <summary>All facts so far, oldest first.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>Writes a fact down.</summary>
    /// <exception cref="InvalidOperationException">The fact is older than the newest one: a model wrote about the past.</exception>
    public void Write(Fact fact)
    {
        if (_facts.Count > 0 && fact.At < _facts[^1].At)
            throw new InvalidOperationException($"a fact of {fact.At} was written after one of {_facts[^1].At}: {fact.Describe()}");
        _facts.Add(fact);
    }
}
