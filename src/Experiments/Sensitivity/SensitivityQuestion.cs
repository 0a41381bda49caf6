namespace Simulator.Experiments.Sensitivity;

/// <summary>Everything that a sensitivity analysis needs.</summary>
/// <param name="Study">The study that is asked about.</param>
/// <param name="Variant">Name of the variant whose inputs are moved.</param>
/// <param name="Method">The method.</param>
/// <param name="Responses">The figures, at least one.</param>
/// <param name="Inputs">The inputs, at least one.</param>
/// <param name="Trials">Trials of each design, at least 2.</param>
/// <param name="Unmoved">Paths of quantities that were left out since no other value of them makes a sound scenario.</param>
public sealed record SensitivityQuestion(
    Study Study, string Variant, Method Method, IReadOnlyList<Response> Responses, IReadOnlyList<Input> Inputs, int Trials, IReadOnlyList<string> Unmoved);
