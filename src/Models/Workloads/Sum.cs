using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Workloads;

/// <summary>Several workloads at once: <c>daily(low 1 MB/s high 6 MB/s peak 15h) + bursts(base 0 B/s burst 16 MB/s every 1h lasts 3s)</c>.</summary>
/// <param name="Parts">What is added up, at least two.</param>
public sealed record Sum(IReadOnlyList<Workload> Parts) : Workload
{
    /// <inheritdoc/>
    public override double Mean => Parts.Sum(part => part.Mean);

    /// <summary>The sum of the peaks: what comes together where all peak at once; no rate is higher, though it may never be reached.</summary>
    public override double Peak => Parts.Sum(part => part.Peak);

    /// <inheritdoc/>
    public override bool RepeatsDaily => Parts.All(part => part.RepeatsDaily);

    /// <inheritdoc/>
    public override double RateAt(Instant moment, TimeSpan clock)
    {
        double rate = 0;
        foreach (Workload part in Parts) rate += part.RateAt(moment, clock);
        return rate;
    }

    /// <inheritdoc/>
    protected internal override double Volume(Instant from, Instant to, TimeSpan clock)
    {
        double volume = 0;
        foreach (Workload part in Parts) volume += part.Volume(from, to, clock);
        return volume;
    }

    internal override Parsed<Workload> Load(Folder folder)
    {
        Workload[] loaded = new Workload[Parts.Count];
        for (int i = 0; i < loaded.Length; i++)
        {
            Parsed<Workload> part = Parts[i].Load(folder);
            if (part.Problem is not null) return part;
            loaded[i] = part.Value;
        }
        return Parsed.Ok<Workload>(new Sum(loaded));
    }

    /// <summary>Each part may err by its share of the tolerance, so that all together keep to it.</summary>
    protected internal override Instant StepEnd(Instant from, TimeSpan clock, double tolerance)
    {
        Instant end = Instant.Never;
        foreach (Workload part in Parts)
            if (part.Mean > 0) end = Instant.Earlier(end, part.StepEnd(from, clock, tolerance * part.Mean / Mean));
        return end;
    }
}
