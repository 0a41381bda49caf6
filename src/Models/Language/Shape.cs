namespace Simulator.Models.Language;

/// <summary>
/// How a record is written in a scenario. The reading function is the whole schema: run over a file it makes the record or reports problems;
/// run over nothing it lists its own keys, defaults and origins. There is no second description to keep in step.
/// </summary>
/// <param name="Name">What the record is called in messages, without an article: "crew".</param>
/// <param name="Meaning">One sentence on what it stands for in the world.</param>
/// <param name="Read">Asks the fields for every key and makes the record.</param>
public sealed record Shape<T>(string Name, string Meaning, Func<Fields, T> Read);

/// <summary>One member of a family that is told apart by its <c>kind</c>: <c>deletion</c> among the faults.</summary>
/// <param name="Word">The word in the file.</param>
/// <param name="Shape">How the rest of the record is written.</param>
public sealed record Kind<T>(string Word, Shape<T> Shape);

/// <summary>A named member of a collection.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Value">The record.</param>
public readonly record struct Named<T>(string Name, T Value);
