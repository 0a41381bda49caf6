using Simulator.Models.Facts;

namespace Simulator.Experiments.Measures;

/// <summary>Where the time went: what the critical path of a recovery consists of. Together they are the time from a fault's beginning until the last one is back.</summary>
public static class TimeMeasures
{
    private static readonly (TimeUse Use, string Word, string Meaning)[] s_words =
    [
        (TimeUse.Noticing, "time noticing", "nobody knew yet"),
        (TimeUse.Deciding, "time deciding", "people found out what to do, agreed on it, or built the procedure for it"),
        (TimeUse.InVain, "time in vain", "plans were tried that were given up"),
        (TimeUse.WaitingForPeople, "time waiting for people", "no hands were free: everybody was at work, at home, or handing over"),
        (TimeUse.WaitingForCapacity, "time waiting for capacity", "there was no room: other batches were in work, a limit of calls was reached, others moved bytes over the same capacity"),
        (TimeUse.WaitingForTheFault, "time waiting for the fault", "nobody touched anything until the fault had passed"),
        (TimeUse.Moving, "time moving bytes", "bytes were on their way, as long as they take where nobody else moves any"),
        (TimeUse.Checking, "time checking", "somebody looked whether it was right"),
        (TimeUse.Working, "time working", "people worked, or a time passed by itself"),
    ];

    /// <summary>The measures, in the order of what they tell of.</summary>
    public static readonly IReadOnlyList<Measure> All = [.. s_words.Select(word => new Measure(word.Word, "s", Subjects.Faults,
        $"on the critical path from a fault's beginning until the last one is back: the time in which {word.Meaning}", (o, s) => Spent(o, s.Name, word.Use)) { Natural = Over, IfNone = null })];

    /// <summary>The word of the measure that tells how much time went into something.</summary>
    public static string WordOf(TimeUse use) => s_words.First(word => word.Use == use).Word;

    private static Members Spent(Outcome outcome, string fault, TimeUse use)
    {
        IncidentOutcome[] incidents = [.. outcome.Incidents.Where(incident => incident.Fault.Name == fault)];
        return incidents.Length > 0 && incidents.All(incident => incident.IsOver)
            ? Members.One(incidents.Sum(incident => incident.Path.Sum(piece => piece.Spent[use].Ticks)) / (double)TimeSpan.TicksPerSecond)
            : Members.None;
    }

    private static IEnumerable<Subject> Over(Outcome outcome) =>
        outcome.Incidents.GroupBy(incident => incident.Fault.Name).Where(of => of.All(incident => incident.IsOver)).Select(of => new Subject(of.Key));
}
