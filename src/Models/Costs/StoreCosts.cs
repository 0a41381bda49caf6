using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Costs;

/// <summary>The names of the prices that a store has; empty for not priced.</summary>
/// <param name="Storage">Of what is kept in it.</param>
/// <param name="Writes">Of requests that write.</param>
/// <param name="Reads">Of requests that read.</param>
/// <param name="Restore">Of bytes that are read back.</param>
/// <param name="Part">Bytes of one request at most.</param>
public sealed record StoreCosts(string Storage, string Writes, string Reads, string Restore, DataSize Part)
{
    /// <summary>A store of which nothing is said.</summary>
    public static readonly StoreCosts None = Defaults.Of(new Shape<StoreCosts>("", "", Read));

    /// <summary>How it is written.</summary>
    public static readonly Shape<StoreCosts> Shape = new("price choice of a store", "Which prices a store has.", Read);

    /// <summary>How many requests it takes to move so many bytes: one at least, where there are any.</summary>
    public double Requests(double bytes) => Math.Ceiling(bytes / Part.Bytes);

    private static StoreCosts Read(Fields fields) => new(
        fields.Optional("storage", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of what is kept in it."),
        fields.Optional("writes", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of requests that write: each point is one, or as many as it has parts."),
        fields.Optional("reads", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of requests that read, in a restore."),
        fields.Optional("restore", CostPlan.Choice, "none", HarmCosts.Unpriced, "The price of bytes that a restore reads from it, as archives have one."),
        fields.Optional("part", Syntaxes.DataSize.Where("more than 0 B", size => size.Bytes > 0), "8 MB", "the AWS command line's multipart_chunksize", "Bytes that one request moves at most."));

    internal IEnumerable<(string Key, string Name, Priced[] Of)> Mentions(string path) =>
        [($"{path}.storage", Storage, [Priced.Stored]), ($"{path}.writes", Writes, [Priced.Requests]), ($"{path}.reads", Reads, [Priced.Requests]), ($"{path}.restore", Restore, [Priced.Data])];
}
