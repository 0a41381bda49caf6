namespace Simulator.Models.Databases.Log;

/// <summary>Who follows a log: as facts and random streams name it.</summary>
/// <param name="Databases">The databases' name in the scenario.</param>
/// <param name="Database">The database's number.</param>
/// <param name="Name">The standby's or the stream's name.</param>
public sealed record FollowerName(string Databases, int Database, string Name);
