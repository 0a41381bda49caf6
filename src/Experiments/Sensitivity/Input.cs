namespace Simulator.Experiments.Sensitivity;

/// <summary>An input of a scenario that is moved.</summary>
/// <param name="Path">Its dotted path in the file.</param>
/// <param name="Written">What the file says.</param>
/// <param name="Range">Over what it is moved.</param>
/// <param name="At">Its text at a place of its range, from 0 to 1; the second argument tells whether the ends are tried, see <see cref="InputRange.At"/>.</param>
public sealed record Input(string Path, string Written, InputRange Range, Func<double, bool, string> At);
