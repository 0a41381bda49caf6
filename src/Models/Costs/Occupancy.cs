using Simulator.Models.Backups;
using Simulator.Models.Databases;
using Simulator.Models.Language;

namespace Simulator.Models.Costs;

/// <summary>What one backup of one database keeps and moves on average over a long time.</summary>
/// <param name="Stored">Bytes that are kept.</param>
/// <param name="Points">Points a second.</param>
/// <param name="Moved">Bytes that are moved a second.</param>
public readonly record struct Occupied(double Stored, double Points, double Moved)
{
    /// <summary>Bytes of a point, on average.</summary>
    public double Bytes => Points > 0 ? Moved / Points : 0;
}

/// <summary>
/// What the backups of a collection of databases keep, in closed form: points a second, times bytes of a point, times how long it is kept (Little's law). The
/// log is written at its mean rate, and nothing fails. What builds on a full copy is taken to be cut from its cut on. A point that is kept for ever counts as
/// kept for the length of the run, or a bill would have no end.
/// </summary>
/// <param name="databases">The databases.</param>
/// <param name="length">How long the run lasts.</param>
public sealed class Occupancy(Database databases, TimeSpan length)
{
    private readonly Dictionary<string, double> _livesOfGenerations = [];

    /// <summary>What a backup keeps and moves.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="backup">The backup.</param>
    /// <param name="data">Bytes of the database.</param>
    /// <param name="rate">Bytes of log that it writes a second, on average.</param>
    public Occupied Of(string name, BackupPolicy backup, double data, double rate) => backup switch
    {
        ChangeStream stream => OfStream(stream, data, rate),
        Incremental { FullEvery: { } full } own => OfChains(name, own, full, data, rate),
        Layer layer => OfLayer(name, layer, data, rate),
        _ => default,
    };

    private Occupied OfStream(ChangeStream stream, double data, double rate)
    {
        double keep = Bounded(stream.Keep), copies = stream.NeedsBase ? data / stream.FullEvery.TotalSeconds : 0;
        // A database holds its rows as well as their old versions.
        return new Occupied((rate + copies) * keep + (stream.NeedsBase ? 0 : data), 1 / stream.Every.TotalSeconds, rate + copies);
    }

    private Occupied OfLayer(string name, Layer layer, double data, double rate)
    {
        double every = Every(layer, rate), bytes = Bytes(layer, data, rate);
        if (double.IsInfinity(every) || every <= 0) return OfMoments(layer, bytes);
        return new Occupied(bytes * Life(name, layer, every, bytes) / every, 1 / every, bytes / every);
    }

    /// <summary>Points at moments that are told one by one: on average over the run.</summary>
    private Occupied OfMoments(Layer layer, double bytes)
    {
        double run = length.TotalSeconds;
        int count = layer.Schedule.At.Count;
        double kept = layer.Schedule.At.Sum(at => Math.Min(Bounded(layer.Keep), Math.Max(0, run - (at.Offset?.TotalSeconds ?? 0))));
        return new Occupied(bytes * kept / run, count / run, bytes * count / run);
    }

    /// <summary>Increments with full ones among them: everything of a chain is kept as long as its last increment.</summary>
    private Occupied OfChains(string name, Incremental layer, TimeSpan full, double data, double rate)
    {
        double every = layer.Every.TotalSeconds, stored = 0, moved = 0;
        int chain = (int)Math.Round(full / layer.Every);
        double packed = layer.Schedule.Compression.Fraction;
        for (int place = 0; place < chain; place++)
        {
            double bytes = packed * (place == 0 ? data : Math.Min(data, rate * every));
            stored += bytes * (Life(name, layer, every, bytes) + (chain - 1 - place) * every);
            moved += bytes;
        }
        return new Occupied(stored / (chain * every), 1 / every, moved / (chain * every));
    }

    /// <summary>Seconds from one point to the next.</summary>
    private double Every(Layer layer, double rate)
    {
        double every = layer.Every == TimeSpan.MaxValue ? double.PositiveInfinity : layer.Every.TotalSeconds;
        if (layer is LogShipping { Segment: { } segment } && rate > 0) every = Math.Min(every, segment.Bytes / rate);
        // Nothing is copied twice.
        return layer is Copy && SourceOf(layer) is { } source ? Math.Max(every, Every(source, rate)) : every;
    }

    private double Bytes(Layer layer, double data, double rate)
    {
        double packed = layer.Schedule.Compression.Fraction;
        return layer switch
        {
            LogShipping { Padded: true, Segment: { } segment } => packed * segment.Bytes,
            LogShipping => packed * rate * Every(layer, rate),
            Copy when SourceOf(layer) is { } source => packed * (IsLog(source) ? source.Schedule.Compression.Fraction * rate * Every(layer, rate) : Chain(source, data, rate)),
            Differential when SourceOf(layer) is { } full => packed * MeanChange(layer, full, data, rate),
            Incremental => packed * Math.Min(data, rate * Every(layer, rate)),
            _ => packed * data,
        };
    }

    /// <summary>Bytes of a point with everything that it needs.</summary>
    private double Chain(Layer layer, double data, double rate)
    {
        double own = Bytes(layer, data, rate), every = Every(layer, rate);
        return layer switch
        {
            Incremental { FullEvery: { } full } => layer.Schedule.Compression.Fraction * data + own * (full.TotalSeconds / every - 1) / 2,
            Incremental when SourceOf(layer) is { } full => Chain(full, data, rate) + own * Math.Max(1, Every(full, rate) / every / 2),
            Differential when SourceOf(layer) is { } full => Chain(full, data, rate) + own,
            _ => own,
        };
    }

    /// <summary>What has changed since the full copy, which is cut together with the first of those that build on it: at most all the data.</summary>
    private double MeanChange(Layer layer, Layer full, double data, double rate)
    {
        double every = Every(layer, rate);
        int count = (int)Math.Clamp(Math.Ceiling(Every(full, rate) / every), 1, 100_000);
        return Enumerable.Range(0, count).Average(age => Math.Min(data, rate * every * age));
    }

    private bool IsLog(Layer layer) => layer is LogShipping || (layer is Copy && SourceOf(layer) is { } source && IsLog(source));

    private Layer? SourceOf(Layer layer) =>
        databases.Backups.Where(backup => backup.Name == layer.Schedule.From).Select(backup => backup.Value).OfType<Layer>().FirstOrDefault();

    /// <summary>Seconds that a point lies in its store, on average.</summary>
    private double Life(string name, Layer layer, double every, double bytes)
    {
        Retention keep = layer.Schedule.Keep;
        if (keep.Age is { } age) return Math.Max(0, Bounded(age) - (age == TimeSpan.MaxValue ? 0 : (layer.Schedule.Hold + layer.Schedule.Takes.For(bytes)).TotalSeconds));
        if (keep.Count is { } count) return count * every;
        if (!_livesOfGenerations.TryGetValue(name, out double life)) _livesOfGenerations.Add(name, life = LifeOfGenerations(keep.Generations, every));
        return life;
    }

    /// <summary>The mean over points of four of the longest periods, or of a hundred thousand points, of the time until no generation keeps them.</summary>
    private static double LifeOfGenerations(IReadOnlyList<Generation> generations, double every)
    {
        const int MostPoints = 100_000;
        int points = (int)Math.Clamp(4 * generations.Max(generation => generation.Period).TotalSeconds / every, 1, MostPoints);
        double sum = 0;
        for (int point = 0; point < points; point++)
        {
            double cut = (point + 0.5) * every, life = every;
            foreach (Generation generation in generations)
            {
                double period = generation.Period.TotalSeconds, begins = Math.Floor(cut / period) * period;
                if (cut - begins < every) life = Math.Max(life, FirstFrom(begins + generation.Count * period) - cut);
            }
            sum += life;
        }
        return sum / points;

        double FirstFrom(double moment) => (Math.Ceiling(moment / every - 0.5) + 0.5) * every;
    }

    private double Bounded(TimeSpan time) => (time == TimeSpan.MaxValue ? length : time).TotalSeconds;
}
