using Simulator.Models.Language;

namespace Simulator.Models.Faults.Timings;

/// <summary>When a fault happens: once, again and again, after another fault, or as a record of the past tells.</summary>
public abstract record Timing
{
    private static readonly string[] s_ways = ["at", "every", "after", "from"];

    /// <summary>Whether a record of the past tells what is hit and how long, so that the fault itself does not.</summary>
    internal static bool IsTold(Fields fields) => fields.Has("from");

    /// <summary>Reads when a fault happens.</summary>
    /// <param name="fields">The fault's keys.</param>
    public static Timing Read(Fields fields)
    {
        Moment at = fields.Optional("at", Syntaxes.Moment, "0s", "the run starts with the fault unless told otherwise", "When it begins: a UTC instant, or an offset from the start.");
        Renewal every = Renewal.Of(fields);
        CommonCause after = CommonCause.Of(fields);
        Traced? from = fields.Optional("from", Traced.Syntax, "none", "faults are made up unless a record of them is given",
            "A CSV file of faults that happened, beside the scenario, with the columns start,target,end: moments and offsets as in at; an empty end is the run's.");
        string[] given = [.. s_ways.Where(fields.Has)];
        fields.Check(given.Length <= 1, given.Length > 1 ? given[1] : "at", "one way to say when",
            () => $"{string.Join(" and ", given)} both say when it happens: keep one of them");
        fields.Check(from is not null || !fields.Has("from"), "from", "record that is named", () => "none is no record of faults: leave the key out");
        if (from is not null) return from;
        return after.Fault.Length > 0 ? after : fields.Has("every") ? every : new Once(at);
    }

    /// <summary>Lets the fault happen, each time when this says so, until the run ends.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="fault">The fault.</param>
    internal abstract void Begin(World world, Named<Fault> fault);

    /// <summary>Checks what can only be checked when the whole scenario is known.</summary>
    /// <param name="fields">The top level of the file.</param>
    /// <param name="fault">Whose timing it is.</param>
    /// <param name="scenario">The scenario; what is mentioned may not be defined in it, which is told elsewhere.</param>
    internal static void Check(Fields fields, Named<Fault> fault, Scenario scenario)
    {
        Once.Check(fields, fault.Name, fault.Value.When as Once, scenario);
        Renewal.Check(fields, fault.Name, fault.Value.When as Renewal, scenario);
        CommonCause.Check(fields, fault.Name, scenario);
        Traced.Check(fields, fault, fault.Value.When as Traced, scenario);
    }
}
