using Simulator.Kernel;

namespace Simulator.Models.Facts;

/// <summary>A database takes no writes from here on.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Cause">The fault, or the step of a plan.</param>
public sealed record DatabaseDown(Instant At, string Databases, int Database, string Cause) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} is down: {Cause}";
}

/// <summary>A database takes writes again.</summary>
/// <param name="At">When.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="How">What brought it back, in words.</param>
public sealed record DatabaseUp(Instant At, string Databases, int Database, string How) : Fact(At)
{
    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} is up: {How}";
}

/// <summary>A standby took over.</summary>
/// <param name="At">When it began to serve.</param>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="To">The zone that serves now.</param>
/// <param name="LossWindow">Age of the oldest acknowledged write that the standby did not have; zero if it had all.</param>
/// <param name="LostBytes">Acknowledged bytes of log that it did not have.</param>
public sealed record FailedOver(Instant At, string Databases, int Database, string To, TimeSpan LossWindow, double LostBytes) : Fact(At)
{
    /// <summary>The copy that took over, by name; it follows nobody any more.</summary>
    public string Standby { get; init; } = "";

    /// <inheritdoc/>
    public override string Describe() => $"{Databases} {Database} fails over to {To}: {LossWindow.TotalSeconds:0.000} s ({LostBytes:0} B) lost";
}
