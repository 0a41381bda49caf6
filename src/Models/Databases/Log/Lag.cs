namespace Simulator.Models.Databases.Log;

/// <summary>How far a follower is behind.</summary>
/// <param name="Bytes">Log that was written but is not applied there, 0 or more.</param>
/// <param name="Age">Age of the oldest byte among them; zero where nothing is missing.</param>
public readonly record struct Lag(double Bytes, TimeSpan Age);
