using Simulator.Experiments;
using Simulator.Models.Language;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Varying;

/// <summary>Reads <c>uncertain</c>: paths of numbers that nobody knows exactly, each with the distribution of what it may be.</summary>
/// <param name="problems">Where problems go.</param>
internal sealed class UncertainReader(Problems problems)
{
    /// <summary>The key at the top level.</summary>
    public const string Section = "uncertain";

    private const string Times = "times ";
    private const int Digits = 6;
    private static readonly string[] s_study = ["version", "base", "name", "question", "source", "fitted", "objectives", "vary", Section, "expect", "run"];

    /// <summary>The study with what is uncertain about it.</summary>
    /// <param name="root">The whole tree.</param>
    /// <param name="axes">What is varied.</param>
    /// <param name="study">The study that was read from the tree.</param>
    public Study Read(MapNode root, IReadOnlyList<Axis> axes, Study study)
    {
        Entry? entry = root.Find(Section), draws = (root.Find("run")?.Value as MapNode)?.Find("draws");
        if (entry is null or { Value: TextNode { IsNone: true } or MapNode { Entries.Count: 0 } })
        {
            if (draws is not null) problems.Add(draws.KeyAt, "run.draws", "nothing is uncertain, so there is nothing to draw: write an input under 'uncertain', or take 'draws' away", "uncertain:draws of nothing");
            return study;
        }
        if (entry.Value is not MapNode map)
        {
            if (entry.Value is not BrokenNode) problems.Add(entry.Value.At, Section, "a mapping from paths to distributions is expected, such as { stores.bucket.read: uniform(100 MB/s 300 MB/s) }", "uncertain:form");
            return study;
        }
        int before = problems.Count;
        string[] varied = [.. axes.SelectMany(axis => axis.Values).SelectMany(value => value.Changes).Select(change => change.Path).Distinct()];
        UncertainInput[] inputs = [.. map.Entries.Select(input => Input(input, root, varied)).OfType<UncertainInput>()];
        if (study.Trials < 2) problems.Add(entry.KeyAt, Section, "one trial a draw cannot tell luck from ignorance: write at least run.trials: 2", "uncertain:one trial");
        if (problems.Count > before) return study;
        study = study with { Uncertainty = new Uncertainty(study.Draws, inputs) };
        TryDraws(entry, study);
        return study;
    }

    private UncertainInput? Input(Entry entry, MapNode root, string[] varied)
    {
        string path = entry.Key;
        if (entry.Value is BrokenNode) return null;
        if (s_study.FirstOrDefault(own => path == own || path.StartsWith(own + ".", StringComparison.Ordinal)) is { } own)
            return No(entry.KeyAt, path, $"'{own}' is what is asked, not what is uncertain about the scenario", "uncertain:not of the scenario");
        if (varied.FirstOrDefault(other => other == path || other.StartsWith(path + ".", StringComparison.Ordinal) || path.StartsWith(other + ".", StringComparison.Ordinal)) is { } axis)
            return No(entry.KeyAt, path, $"'{axis}' is varied: what is decided cannot be uncertain too", "uncertain:varied");
        if (entry.Value is not TextNode { Text: var text }) return No(entry.Value.At, path, "a distribution is expected, such as uniform(1h 24h)", "uncertain:distribution");
        bool isFactor = text.StartsWith(Times, StringComparison.Ordinal);
        Parsed<Spread> spread = Spread.ParseLaw(isFactor ? text[Times.Length..].Trim() : text);
        if (spread.Problem is { } problem) return No(entry.Value.At, path, problem, "uncertain:distribution");
        if (ValueAt(entry, root) is not { } now) return null;
        if (isFactor ? spread.Value.Kind.Base != "count" : WrittenQuantity.Of(now)?.Kind != spread.Value.Kind)
            return No(entry.Value.At, path, isFactor ? "a factor is a bare number, as in times uniform(0.5 2)" : NoNumber(now, spread.Value.Kind), "uncertain:not a number");
        if (!isFactor) return new UncertainInput(path, text, spread.Value.Kind.Base, spread.Value.Quantile, value => spread.Value.Value(value, Digits));
        return Spread.Times(now, 1, Digits) is not null
            ? new UncertainInput(path, text, "times", spread.Value.Quantile, factor => Spread.Times(now, factor, Digits)!)
            : No(entry.KeyAt, path, $"'{now}' stands there, in which no quantity can be multiplied", "uncertain:not a number");
    }

    /// <summary>What the file says at a path; null with a problem where that is no text.</summary>
    private string? ValueAt(Entry entry, MapNode root)
    {
        new Change(entry.Key, entry.KeyAt, entry.Value).Apply(root, out string? nowhere);
        Node? found = entry.Key.Split('.').Aggregate((Node?)root, (node, word) => (node as MapNode)?.Find(word)?.Value);
        if (found is TextNode text) return text.Text;
        if (found is not BrokenNode)
            No(entry.KeyAt, entry.Key, nowhere ?? (found is null ? "the file gives no value there: write the one that you would take if you had to, so that it has a place" : "that is no number but a block or a list"), "uncertain:leads nowhere");
        return null;
    }

    private static string NoNumber(string now, QuantityKind kind) => WrittenQuantity.Of(now) is { } other
        ? $"'{now}' stands there, which is {other.Kind.Noun}: a distribution of {kind.Noun[(kind.Noun.IndexOf(' ', StringComparison.Ordinal) + 1)..]}s does not fit"
        : $"'{now}' stands there, which is not {kind.Noun}: what varies by chance anyway can be uncertain by a factor, as in times uniform(0.5 2)";

    /// <summary>Every draw must make a sound scenario of the baseline, and says here if it does not.</summary>
    private void TryDraws(Entry entry, Study study)
    {
        for (int draw = 0; draw < study.Uncertainty!.Draws; draw++)
        {
            IReadOnlyList<Setting> settings = study.Uncertainty.SettingsOf(study.Seed, draw);
            try
            {
                study.Variants[0].Design!(settings);
            }
            catch (UnsoundDesignException unsound)
            {
                string values = string.Join(", ", settings.Select(setting => $"{setting.Path}: {setting.Value}"));
                problems.Add(entry.KeyAt, Section, $"draw {draw} ({values}) makes no sound scenario: {unsound.Message.Split('\n')[0]}", "uncertain:unsound draw");
                return;
            }
        }
    }

    private UncertainInput? No(Position at, string path, string problem, string rule)
    {
        problems.Add(at, $"{Section}.{path}", problem, rule);
        return null;
    }
}
