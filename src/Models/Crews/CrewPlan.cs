using Simulator.Models.Language;
using Simulator.Models.Recovery;

namespace Simulator.Models.Crews;

/// <summary>People who do the work of a recovery.</summary>
/// <param name="Size">How many there are at the start; of a crew with shifts, in each shift.</param>
/// <param name="Grows">Larger (or smaller) sizes later, by time since the start of the run, ascending.</param>
/// <param name="Order">Whom they serve first.</param>
public sealed record CrewPlan(int Size, IReadOnlyList<(TimeSpan After, int Size)> Grows, ServiceOrder Order)
{
    private static readonly Syntax<int> s_size = Syntaxes.Count.Where("1 to 1000000", n => n is >= 1 and <= 1_000_000);

    /// <summary>How a crew is written.</summary>
    public static readonly Shape<CrewPlan> Shape = new("crew", "People who do the work of a recovery.", Read);

    /// <summary>How many there are at least, at any hour, by time since an incident that they work on was noticed, ascending.</summary>
    public IReadOnlyList<(TimeSpan After, int Size)> Escalates { get; init; } = [];

    /// <summary>The hours at which they work; none for always.</summary>
    public IReadOnlyList<Named<Shift>> Shifts { get; init; } = [];

    /// <summary>How many are there outside of all shifts.</summary>
    public int OnCall { get; init; }

    /// <summary>What a task loses that is passed from one shift to the next.</summary>
    public TimeSpan HandOver { get; init; }

    /// <summary>How those slow down who have worked long; null where they do not.</summary>
    public Fatigue? Fatigue { get; init; }

    /// <summary>The most there ever are.</summary>
    public int Largest => Grows.Concat(Escalates).Select(step => step.Size).Append(Size).Append(OnCall).Max();

    /// <summary>The place in the crew's queue: lower ones first. Work for a whole comes before work for one of its parts.</summary>
    /// <param name="unit">What the work is done for.</param>
    public double RankOf(Unit unit) => Order switch
    {
        ServiceOrder.MostUsersFirst => -(unit.Victim?.Users ?? double.MaxValue),
        ServiceOrder.FewestUsersFirst => unit.Victim?.Users ?? -double.MaxValue,
        ServiceOrder.LargestFirst => -(DataOf(unit) ?? double.MaxValue),
        ServiceOrder.SmallestFirst => DataOf(unit) ?? -double.MaxValue,
        _ => 0,
    };

    private static double? DataOf(Unit unit) => unit.Victim?.Data ?? unit.Shared?.Whole?.Bytes;

    private static CrewPlan Read(Fields fields)
    {
        int size = fields.Required("size", s_size, "How many people there are at any moment; of a crew with shifts, in each shift.");
        var grows = Steps(fields, "grows", "Their number from a time after the start of the run on, such as { 3d: 450 }.");
        ServiceOrder order = fields.Optional("order", Syntaxes.Choice("an order", ("first come", ServiceOrder.FirstCome), ("most users first", ServiceOrder.MostUsersFirst),
            ("fewest users first", ServiceOrder.FewestUsersFirst), ("largest first", ServiceOrder.LargestFirst), ("smallest first", ServiceOrder.SmallestFirst)),
            "first come", "the fair order, unless another is stated", "Whom they serve first.");
        CrewPlan crew = new(size, grows, order)
        {
            Escalates = Steps(fields, "escalates", "Their least number, at any hour, from a time after the notice of an incident that they work on, such as { 30m: 10 }."),
            Shifts = fields.Table("shifts", Shift.Syntax, "The hours at which they work, such as { day: 8h-18h }; left out, always. What is not done by the end of a shift is laid down."),
            OnCall = fields.Optional("on call", Syntaxes.Count.Where("0 to 1000000", n => n <= 1_000_000), "0", "outside their hours people are at home, unless stated", "How many are there outside of all shifts."),
            HandOver = fields.Optional("hand over", Syntaxes.Duration.Where("0s to 24h", time => time <= TimeSpan.FromHours(24)), "0s", "nothing is lost unless stated", "What a task loses that is passed from one shift to the next."),
            Fatigue = fields.OptionalBlock("fatigue", Fatigue.Shape, "How those slow down who have worked long; left out, they do not."),
        };
        foreach ((bool isGiven, string key) in new[] { (crew.OnCall > 0, "on call"), (crew.HandOver > TimeSpan.Zero, "hand over"), (crew.Fatigue is not null, "fatigue") })
            fields.Check(!isGiven || crew.Shifts.Count > 0, key, $"{key} with shifts", () => $"{key} is about people who come and go: say when with shifts");
        fields.Check(new Roster(crew.Shifts).IsInTurn, "shifts", "shifts in turn", () => "two shifts are there at the same time: give them hours one after the other, or make two crews of them");
        fields.Check(crew.Shifts.All(shift => shift.Value.Length > crew.HandOver), "hand over", "hand-over within a shift",
            () => "a shift that hands over as long as it lasts gets nothing done");
        return crew;
    }

    private static IReadOnlyList<(TimeSpan After, int Size)> Steps(Fields fields, string key, string meaning)
    {
        List<(TimeSpan After, int Size)> steps = [];
        foreach (Named<int> step in fields.Table(key, s_size, meaning))
        {
            Parsed<TimeSpan> after = Syntaxes.Duration.Parse(step.Name);
            fields.Check(after.Problem is null, key, $"{key} by time", () => $"{key} is written {{ <duration>: <count> }}, but {after.Problem}");
            if (after.Problem is null) steps.Add((after.Value, step.Value));
        }
        return [.. steps.OrderBy(step => step.After)];
    }
}
