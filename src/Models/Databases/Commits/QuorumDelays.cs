using Simulator.Models.Distributions;

namespace Simulator.Models.Databases.Commits;

/// <summary>
/// One-way delays between a coordinator and the copies of a leaderless store, each drawn anew for every message and copy (the WARS model of Bailis et
/// al., VLDB 2012).
/// </summary>
/// <param name="Write">From the coordinator's write until a copy has it, in seconds.</param>
/// <param name="Acknowledge">From the copy's acknowledgement until the coordinator has it.</param>
/// <param name="Read">From the reader's question until a copy looks.</param>
/// <param name="Answer">From the copy's answer until the reader has it.</param>
/// <param name="Apart">
/// What every message between two places takes on top, in seconds. At 0 all copies are alike. Above 0 each copy stands in a place of its own, and writes and reads
/// begin at any of these places, each alike and independently: the copy there is near, the others are this far apart.
/// </param>
public sealed record QuorumDelays(Distribution Write, Distribution Acknowledge, Distribution Read, Distribution Answer, double Apart = 0);
