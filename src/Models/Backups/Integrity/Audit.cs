using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Backups.Integrity;

/// <summary>A look at every stored point at a cadence, which finds the bad ones.</summary>
/// <param name="Every">Time between two audits; when the first one is, is drawn.</param>
/// <param name="Finds">Chance that an audit finds a bad point.</param>
/// <param name="Repairs">Whether a bad point is made good again where a good second copy of it exists, rather than dropped.</param>
public sealed record Audit(TimeSpan Every, Share Finds, bool Repairs)
{
    /// <summary>How an audit is written.</summary>
    public static readonly Shape<Audit> Shape = new("audit", "A look at every stored point at a cadence.", fields => new Audit(
        fields.Required("every", Syntaxes.Duration.Where("more than 0s and not never", every => every > TimeSpan.Zero && every != TimeSpan.MaxValue), "Time between two audits."),
        fields.Optional("finds", Syntaxes.Share.Where("more than 0%", share => share.Fraction > 0), "100%", "an audit that reads every byte against its checksum misses none", "Chance that an audit finds a bad point, each time."),
        fields.Optional("then", Syntaxes.Choice("a consequence", ("drop", false), ("repair", true)), "drop", "an audit looks, and mends nothing unless it is said",
            "What becomes of a bad point: drop, or repair from a good second copy where there is one (replicates to, a copy of it); of points in fragments, mend the bad ones while enough are good.")));
}
