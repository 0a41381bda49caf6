using Simulator.Kernel;
using Simulator.Models.Language;

namespace Simulator.Models.Crews;

/// <summary>People who do the work of a recovery.</summary>
/// <param name="Size">How many there are when the incident is noticed.</param>
/// <param name="Grows">Larger (or smaller) sizes later, by time since the start of the run, ascending.</param>
/// <param name="Order">Whom they serve first.</param>
public sealed record CrewPlan(int Size, IReadOnlyList<(TimeSpan After, int Size)> Grows, CrewOrder Order)
{
    /// <summary>The most there ever are.</summary>
    public int Largest => Grows.Select(step => step.Size).Append(Size).Max();

    private static readonly Syntax<int> s_size = Syntaxes.Count.Where("1 to 1000000", n => n is >= 1 and <= 1_000_000);

    /// <summary>How a crew is written.</summary>
    public static readonly Shape<CrewPlan> Shape = new("crew", "People who do the work of a recovery.", Read);

    private static CrewPlan Read(Fields fields)
    {
        int size = fields.Required("size", s_size, "How many people there are at any moment.");
        List<(TimeSpan After, int Size)> grows = [];
        foreach (Named<int> step in fields.Table("grows", s_size, "Their number from a time after the start of the run on, such as { 3d: 450 }."))
        {
            Parsed<TimeSpan> after = Syntaxes.Duration.Parse(step.Name);
            fields.Check(after.Problem is null, "grows", "grows by time", () => $"grows is written {{ <duration>: <count> }}, but {after.Problem}");
            if (after.Problem is null) grows.Add((after.Value, step.Value));
        }
        CrewOrder order = fields.Optional("order", Syntaxes.Choice("an order", ("first come", CrewOrder.FirstCome), ("most users first", CrewOrder.ByRank)),
            "first come", "the fair order, unless another is stated", "Whom they serve first.");
        return new CrewPlan(size, [.. grows.OrderBy(step => step.After)], order);
    }
}
