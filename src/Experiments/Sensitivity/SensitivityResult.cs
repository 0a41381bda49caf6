namespace Simulator.Experiments.Sensitivity;

/// <summary>A design that was tried.</summary>
/// <param name="Settings">The values of its inputs; an input that keeps what the file says is not among them.</param>
/// <param name="Values">The responses, in their order; infinite or no number where a trial gives none.</param>
public sealed record Design(IReadOnlyList<Setting> Settings, IReadOnlyList<double> Values);

/// <summary>What the inputs do to one response.</summary>
/// <param name="Response">The response.</param>
/// <param name="Effects">What each input does, in the order of the inputs; null where <paramref name="Problem"/> says why.</param>
/// <param name="Noise">Share of the variance between designs that is luck; null where the method does not tell.</param>
/// <param name="Problem">Why nothing can be said; null where something can.</param>
public sealed record ResponseEffects(Response Response, IReadOnlyList<Effect>? Effects, double? Noise, string? Problem)
{
    /// <summary>Numbers of the inputs, that which does most first; those that do the same in the order of the file.</summary>
    public IReadOnlyList<int> Order => Effects is null ? [] : [.. Enumerable.Range(0, Effects.Count).OrderByDescending(input => Effects[input].Numbers[0].Value)];
}

/// <summary>What became of a sensitivity analysis.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Version">Version of the simulator.</param>
/// <param name="Responses">What the inputs do to each response.</param>
/// <param name="Designs">Every design that was tried, each once; that of the file first where it is one of them.</param>
public sealed record SensitivityResult(SensitivityQuestion Question, string Version, IReadOnlyList<ResponseEffects> Responses, IReadOnlyList<Design> Designs)
{
    /// <summary>Which inputs matter for a response, that which does most first.</summary>
    public IReadOnlyList<Input> Mattering(ResponseEffects response) => [.. response.Order.Where(input => response.Effects![input].Matters).Select(input => Question.Inputs[input])];

    /// <summary>In one sentence which inputs matter for a response.</summary>
    public string Sentence(ResponseEffects response)
    {
        if (response.Problem is { } problem) return $"{response.Response.Text}: {problem}";
        IReadOnlyList<Input> mattering = Mattering(response);
        int others = Question.Inputs.Count - mattering.Count;
        string rest = others == 0 ? "" : $"; {(mattering.Count == 0 ? "" : "the ")}{(others == 1 ? "one other input is" : $"{others} other inputs are")} not seen to";
        return mattering.Count == 0
            ? $"No input is seen to matter for {response.Response.Text}."
            : $"For {response.Response.Text} {(mattering.Count == 1 ? "one input matters" : $"{mattering.Count} inputs matter")}: {string.Join(", ", mattering.Select(input => input.Path))}{rest}.";
    }
}
