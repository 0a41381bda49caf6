namespace Simulator.Experiments;

/// <summary>A value that one input of a scenario is given.</summary>
/// <param name="Path">Dotted path of the input: <c>databases.shop.backups.nightly.every</c>.</param>
/// <param name="Value">Its value as a file would say it: <c>24h</c>.</param>
public sealed record Setting(string Path, string Value);

/// <summary>Makes the scenario in which some inputs have other values than in the file.</summary>
/// <param name="settings">The values; a path that is not among them keeps what the file says.</param>
/// <exception cref="UnsoundDesignException">These values make no sound scenario.</exception>
public delegate Models.Scenario Designer(IReadOnlyList<Setting> settings);

/// <summary>Values of inputs that make no sound scenario: nothing is wrong with the file, but with what was tried.</summary>
/// <param name="message">The problems, as they would be told of a file.</param>
public sealed class UnsoundDesignException(string message) : Exception(message);
