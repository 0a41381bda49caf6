using Simulator.Models.Language;

namespace Simulator.Experiments.Sensitivity;

/// <summary>What a file asks about its inputs: which matter for which figures.</summary>
/// <param name="Method">The method, with its size.</param>
/// <param name="Responses">The figures; none asks for those of the expectations.</param>
/// <param name="Inputs">The inputs, by path, and over what each is moved; none moves every quantity of the file by a fifth.</param>
/// <param name="Trials">Trials of each design, at least 2.</param>
/// <param name="Variant">The variant whose inputs are moved; empty for the baseline.</param>
public sealed record SensitivityPlan(Method Method, IReadOnlyList<Response> Responses, IReadOnlyList<Named<InputRange>> Inputs, int Trials, string Variant)
{
    /// <summary>Sizes of the methods, where nothing else is asked for.</summary>
    public const int DefaultTrials = 100, DefaultTrajectories = 10, DefaultLevels = 4, DefaultSamples = 128;

    /// <summary>The words for the methods.</summary>
    public static readonly IReadOnlyList<string> Methods = ["one-at-a-time", "morris", "sobol"];

    private static readonly Syntax<string> s_variant = Syntaxes.Sentence.Naming(name => name.Split(" + ").Select(value => new Reference("vary", value))).OrNone();

    /// <summary>How the number of trials of each design is written.</summary>
    public static Syntax<int> TrialsSyntax { get; } = Syntaxes.Count.Where("2 to 100000", trials => trials is >= 2 and <= 100_000);

    /// <summary>How the number of trajectories is written.</summary>
    public static Syntax<int> TrajectoriesSyntax { get; } = Syntaxes.Count.Where("2 to 1000", ways => ways is >= 2 and <= 1000);

    /// <summary>How the size of a Sobol sample is written.</summary>
    public static Syntax<int> SamplesSyntax { get; } = Syntaxes.Count.Where("a power of two from 16 to 65536", rows => rows is >= 16 and <= 65_536 && (rows & (rows - 1)) == 0, "128");

    /// <summary>How a plan is written.</summary>
    public static readonly Shape<SensitivityPlan> Shape = new("sensitivity", "Which inputs a figure depends on, and how much.", Read);

    /// <summary>The method of a word.</summary>
    /// <param name="word">One of <see cref="Methods"/>.</param>
    /// <param name="trajectories">Trajectories of Morris.</param>
    /// <param name="levels">Levels of Morris.</param>
    /// <param name="samples">Rows of Sobol.</param>
    public static Method MethodOf(string word, int trajectories = DefaultTrajectories, int levels = DefaultLevels, int samples = DefaultSamples) => word switch
    {
        "morris" => new Morris(trajectories, levels),
        "sobol" => new Sobol(samples),
        _ => new OneAtATime(),
    };

    private static SensitivityPlan Read(Fields fields)
    {
        string method = fields.Optional("method", Syntaxes.Choice("a method", [.. Methods.Select(word => (word, word))]), Methods[0], "the cheapest: two designs an input, and the easiest to read",
            "How inputs are tried: one after the other; along random ways (which also tells whether they work together); or all at once, for shares of the variance.");
        IReadOnlyList<Response> responses = fields.List("of", Response.Syntax, "The figures that are asked about, written like expectations without their test; those of the expectations where left out.");
        IReadOnlyList<Named<InputRange>> inputs = fields.Table("inputs", InputRange.Syntax, "Paths of inputs, each with the range over which it is moved; every quantity by a fifth where left out.");
        int trials = fields.Optional("trials", TrialsSyntax, "100", "judgement: all designs meet the same luck, so that far fewer are needed than for the figure itself", "Trials of each design.");
        int trajectories = fields.Optional("trajectories", TrajectoriesSyntax, "10", "Campolongo and others (2007) use 10 to 20", "Of morris: random ways through all inputs, each of one design more than there are inputs.");
        int levels = fields.Optional("levels", Syntaxes.Count.Where("even, from 2 to 20", count => count is >= 2 and <= 20 && count % 2 == 0), "4", "Morris (1991); usual since", "Of morris: values that are tried of each input.");
        int samples = fields.Optional("samples", SamplesSyntax, "128", "judgement: tells shares of the variance to about a tenth; Saltelli and others (2010) use 500 and more", "Of sobol: rows of each sample; designs are that times two more than there are inputs.");
        string variant = fields.Optional("in", s_variant, "none", "the baseline, unless told otherwise", "The variant whose inputs are moved.");
        return new SensitivityPlan(MethodOf(method, trajectories, levels, samples), responses, inputs, trials, variant);
    }
}
