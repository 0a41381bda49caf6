using Simulator.Models.Databases;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Backups;

/// <summary>
/// A logical dump: every table read out row by row, as of one moment. No log rolls it forward. Restoring it loads the tables and builds their indexes anew, by as
/// many workers as the restore has; taking it reads them by <paramref name="Workers"/>. A worker does one table at a time, the largest first, so the largest bounds both.
/// </summary>
/// <param name="Schedule">When it is made, where from and where to. A rate that it takes is that of one worker.</param>
/// <param name="Workers">Workers that read tables at the same time.</param>
public sealed record Dump(Schedule Schedule, int Workers) : Layer(Schedule)
{
    /// <summary>How a dump is written.</summary>
    public static readonly Shape<BackupPolicy> Shape = new("dump", "A logical dump of each database, as of one moment.", fields => new Dump(
        Schedule.Read(fields),
        fields.Optional("workers", Syntaxes.Count.Where("1 to 1000", n => n is >= 1 and <= 1000), "1", "pg_dump reads with one connection unless told otherwise (-j)", "Workers that read tables at the same time; a rate in 'takes' is that of one.")));

    /// <summary>How long a dump is on its way: a fixed time, or a rate of all workers together that the largest tables keep below their sum.</summary>
    public Pace PaceOf(Schema schema) => Schedule.Takes.Rate is { } rate
        ? new Pace(TimeSpan.Zero, new DataRate(rate.BytesPerSecond / Makespan(schema, Workers)))
        : Schedule.Takes;

    /// <summary>The share of the bytes that the busiest of some workers has, who take the tables largest first (list scheduling; Graham 1969).</summary>
    /// <param name="schema">The tables.</param>
    /// <param name="workers">How many workers.</param>
    public static double Makespan(Schema schema, int workers)
    {
        double[] busy = new double[Math.Min(workers, schema.Tables.Count)];
        foreach (Table table in LargestFirst(schema))
        {
            int idle = 0;
            for (int i = 1; i < busy.Length; i++)
                if (busy[i] < busy[idle]) idle = i;
            busy[idle] += table.Share.Fraction;
        }
        return busy.Max();
    }

    /// <summary>The tables in the order in which workers take them.</summary>
    internal static IEnumerable<Table> LargestFirst(Schema schema) => schema.Tables.OrderByDescending(table => table.Share.Fraction);
}
