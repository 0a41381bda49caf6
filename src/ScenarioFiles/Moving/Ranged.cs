using Simulator.Experiments;
using Simulator.Experiments.Sensitivity;
using Simulator.Models.Language;
using Simulator.ScenarioFiles.Reading;
using Simulator.ScenarioFiles.Tree;

namespace Simulator.ScenarioFiles.Moving;

/// <summary>The inputs of a sensitivity analysis: paths of a file, each with a range.</summary>
public static class Ranged
{
    private const string Nothing = "no quantity stands there that could be moved so: +-20% moves counts, shares, sizes, rates and times; for another value write a range";

    /// <summary>The inputs that are named, or what is wrong with one of them.</summary>
    /// <param name="template">The file.</param>
    /// <param name="wanted">Paths and ranges.</param>
    public static Parsed<IReadOnlyList<Input>> Of(Template template, IReadOnlyList<Named<InputRange>> wanted)
    {
        List<Input> inputs = [];
        foreach ((string path, InputRange range) in wanted)
        {
            if (template.TextAt(path) is not { } written) return Parsed.No<IReadOnlyList<Input>>($"'{path}' leads to no value of the file{Near.Hint(path, template.Quantities.Select(found => found.Path))}");
            if (InputOf(path, written, range) is not { } input) return Parsed.No<IReadOnlyList<Input>>($"{path}: {Nothing}");
            inputs.Add(input);
        }
        return Parsed.Ok<IReadOnlyList<Input>>(inputs);
    }

    /// <summary>Every quantity of the file moved by a fifth; apart from them the paths of those that cannot be, as no sound scenario has them so.</summary>
    public static (IReadOnlyList<Input> Inputs, IReadOnlyList<string> Unmoved) All(Template template)
    {
        Input[] all = [.. template.Quantities.Select(found => InputOf(found.Path, found.Text, InputRange.Fifth)).OfType<Input>()];
        bool[] moves = [.. all.Select(input => IsSound(template, input, 0) && IsSound(template, input, 1))];
        return ([.. all.Where((_, i) => moves[i])], [.. all.Where((_, i) => !moves[i]).Select(input => input.Path)]);
    }

    /// <summary>What stands at a path; null where no text does.</summary>
    internal static string? TextAt(MapNode root, string path) =>
        (path.Split('.').Aggregate((Node?)root, (node, word) => (node as MapNode)?.Find(word)?.Value) as TextNode)?.Text;

    /// <summary>Reports the paths of a plan that lead to nothing that could be moved, in any variant.</summary>
    internal static void Check(SensitivityPlan plan, MapNode root, IReadOnlyList<MapNode> variants, Problems problems)
    {
        Position at = root.Find("sensitivity")!.KeyAt;
        foreach ((string path, InputRange range) in plan.Inputs)
        {
            string[] written = [.. variants.Select(variant => TextAt(variant, path)).OfType<string>()];
            if (written.Any(text => InputOf(path, text, range) is not null)) continue;
            IEnumerable<string> known = variants.Take(1).SelectMany(Inputs.Texts).Select(found => found.Path);
            problems.Add(at, $"sensitivity.inputs.{path}", written.Length > 0 ? Nothing : $"the path leads to no value of this file{Near.Hint(path, known)}", RuleNames.MovesNothing);
        }
    }

    private static Input? InputOf(string path, string written, InputRange range)
    {
        string? At(double place, bool takesEnds) => range.At(written, place, takesEnds, (text, factor) => Scaled.Of(text, factor, null));
        return At(0, true) is null ? null : new Input(path, written, range, (place, takesEnds) => At(place, takesEnds) ?? written);
    }

    private static bool IsSound(Template template, Input input, double place)
    {
        try
        {
            template.With([new Setting(input.Path, input.At(place, true))]);
            return true;
        }
        catch (UnsoundDesignException)
        {
            return false;
        }
    }
}
