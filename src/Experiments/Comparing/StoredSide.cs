using Simulator.Experiments.Results;
using Simulator.Experiments.Running;
using Simulator.Experiments.Statistics;

namespace Simulator.Experiments.Comparing;

/// <summary>A variant of a stored result: its trials as they were written, or only their summaries.</summary>
/// <param name="name">What it is called.</param>
/// <param name="variant">What is stored of it.</param>
/// <param name="seed">Seed of the stored trials.</param>
public sealed class StoredSide(string name, StoredVariant variant, ulong seed) : Side(name, seed), ISideTrials
{
    private readonly Dictionary<string, double[]> _columns = variant.Columns.ToDictionary(column => column.Head, column => column.Values);

    /// <inheritdoc/>
    public override int? Stored => variant.Trials;

    /// <inheritdoc/>
    public override bool HasSummariesOnly => _columns.Count == 0;

    /// <inheritdoc/>
    public int Count => variant.Trials;

    /// <inheritdoc/>
    public bool AreAlike => false; // what is stored does not tell

    /// <inheritdoc/>
    public IReadOnlyList<TrialColumn> Natural { get; } = [.. (variant.Columns.Count > 0 ? variant.Columns.Select(column => column.Head) : variant.Means.Select(mean => mean.Head)).Select(TrialColumn.Read).OfType<TrialColumn>()];

    /// <inheritdoc/>
    public override ISideTrials First(int count) => this;

    /// <inheritdoc/>
    public double[]? Values(TrialColumn column) => _columns.GetValueOrDefault(column.Head) is { } values && !Array.TrueForAll(values, double.IsNaN) ? values : null;

    /// <inheritdoc/>
    public Moments? Summary(TrialColumn column) => variant.Means.Where(mean => mean.Head == column.Head).Select(mean => (Moments?)mean.Moments).FirstOrDefault();
}
