using Simulator.Experiments.Measures;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Experiments.Expectations;

/// <summary>Reads what a measure is taken of, and so which of the measures of one word is meant.</summary>
/// <param name="sentence">The words, the next of which may be "of".</param>
/// <param name="measures">The measures of one word.</param>
internal sealed class SubjectParser(Sentence sentence, IReadOnlyList<Measure> measures)
{
    /// <summary>What is wrong; null where nothing is.</summary>
    internal string? Problem { get; private set; }

    private string Word => measures[0].Word;

    private string Example => measures[0] switch
    {
        { HasMembers: true, Takes: Subjects.Plan } => $"{Word} of each restore",
        { Takes: Subjects.Queues } => $"{Word} of hooks",
        { Unit: CostMeasures.Money } => $"{Word} of storage",
        { Takes: Subjects.Faults } => $"{Word} of zone-lost",
        var m when m.Takes.HasFlag(Subjects.Databases) && !m.Takes.HasFlag(Subjects.Tenants) => $"{Word} of {(m.HasMembers ? "worst " : "")}shop",
        { HasMembers: true } => $"{Word} of worst site",
        { Takes: Subjects.Plan } => $"{Word} of restore",
        _ => $"{Word} of site",
    };

    internal (Measure Measure, Subject Subject, Reduce Reduce) Read()
    {
        if (!sentence.Take("of")) return WithoutSubject();
        Reduce reduce = ReadReduce();
        (string name, string? part) = ReadNameOfPart();
        bool users = sentence.Take("users");
        string? over = sentence.Take("over") ? ReadName(Taken()) : null;
        TimeSpan? after = sentence.Take("after") ? ReadDelay() : null;
        Measure measure = measures.FirstOrDefault(m => m.Takes.HasFlag(Subjects.TwoPlans) == over is not null) ?? measures[0];
        if (users && !measure.Takes.HasFlag(Subjects.Users)) Fail($"'{Word}' is not taken of users: leave 'users' out");
        if (over is not null && !measure.Takes.HasFlag(Subjects.TwoPlans)) Fail($"'{Word}' is not taken of one thing over another: leave 'over {over}' out");
        if (after is not null && !measure.Takes.HasFlag(Subjects.Delays)) Fail($"'{Word}' is not taken at a delay: leave 'after {Durations.Format(after.Value)}' out");
        return (measure, new Subject(name, users, over) { Part = part, After = after }, reduce);
    }

    private (Measure, Subject, Reduce) WithoutSubject()
    {
        if (!measures[0].Takes.HasFlag(Subjects.All)) Fail($"'{Word}' needs a subject: write '{Example}' with the name that the scenario has");
        return (measures[0], Subject.All, Reduce.Each);
    }

    private Reduce ReadReduce()
    {
        // A word before a test or the end is a name, even one that reads like a reduction.
        string word = sentence.Next, next = sentence.Ahead(1);
        if (next is "" or "users" or "over" or "after" or "in" || TestParser.Starts(next) || TestParser.Starts(word)) return Reduce.Each;
        string[] known = [.. ReduceWords.All.Select(entry => entry.Word)];
        if (!known.Contains(word))
        {
            Fail($"'{word}' is neither a name nor one of {string.Join(", ", known)}{Near.Hint(word, known)}");
            return Reduce.Each;
        }

        if (!measures[0].HasMembers) Fail($"'{Word}' has one value a trial: leave '{word}' out");
        sentence.Take();
        return ReduceWords.All.First(entry => entry.Word == word).Reduce;
    }

    private string Taken() => TestParser.Starts(sentence.Next) ? "" : sentence.Take();

    private (string Name, string? Part) ReadNameOfPart()
    {
        string word = Taken();
        int dot = word.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return (ReadName(word), null);
        (string name, string part) = (word[..dot], word[(dot + 1)..]);
        if ((measures[0].Takes & (Subjects.Followers | Subjects.Backups | Subjects.Steps)) == 0)
            Fail($"'{Word}' is not taken of a part of '{name}': leave '.{part}' out");
        return (ReadName(name), ReadName(part));
    }

    private string ReadName(string word)
    {
        Parsed<string> name = Syntaxes.Name.Parse(word);
        if (word.Length == 0) Fail($"a name is missing: write it as in '{Example}'");
        else if (name.Problem is not null) Fail(name.Problem);
        return word;
    }

    private TimeSpan ReadDelay()
    {
        string text = sentence.TakeUntil(word => word == "in" || TestParser.Starts(word));
        Parsed<TimeSpan> delay = Durations.Parse(text);
        if (text.Length == 0) Fail($"a delay is missing: write it as in '{Word} of shop after 10ms'");
        else if (delay.Problem is not null) Fail(delay.Problem);
        return delay.Value;
    }

    private void Fail(string problem) => Problem ??= problem;
}
