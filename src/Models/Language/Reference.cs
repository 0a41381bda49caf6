namespace Simulator.Models.Language;

/// <summary>A mention of something that must be defined elsewhere in the same scenario, checked when the whole file has been read.</summary>
/// <param name="Section">
/// Where the name must stand: a top-level section (<c>crews</c>), or the dotted path of a collection (<c>databases.shard.backups</c>).
/// A segment <c>*</c> stands for every member (<c>databases.*.backups</c>), and <c>|</c> separates sections of which any may have the name.
/// </param>
/// <param name="Name">The name that is meant.</param>
/// <param name="In">Where it must be defined: only in variants that have all of these values of <c>vary</c>; null for every variant.</param>
public readonly record struct Reference(string Section, string Name, IReadOnlyList<string>? In = null)
{
    /// <summary>The line of a file beside the scenario that mentions it, as a message begins with it (<c>faults.csv:3: </c>); empty where the scenario itself does.</summary>
    public string From { get; init; } = "";
}
