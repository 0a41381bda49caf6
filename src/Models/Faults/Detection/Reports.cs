using Simulator.Models.Distributions;
using Simulator.Models.Language;

namespace Simulator.Models.Faults.Detection;

/// <summary>
/// Users who miss something report it, each after an exponential time of its own. The first report comes when the hazard of all together, users hit over <see cref="After"/>, has added up to an
/// exponential draw: with N users from the beginning on, after <see cref="After"/> / N in the mean (the minimum of N exponentials).
/// </summary>
/// <param name="After">Mean time until one user who is hit reports it, more than 0.</param>
/// <param name="Users">Users of each database that is hit, beside those of the tenants in it.</param>
/// <param name="HiddenFor">How long a cache serves what is gone, before anybody can miss it.</param>
public sealed record Reports(TimeSpan After, int Users, Delay HiddenFor)
{
    /// <summary>Their name in a sentence.</summary>
    public const string Name = "a user's report";

    /// <summary>How they are written.</summary>
    public static readonly Shape<Reports> Shape = new("reports", "Users who miss something report it: the more are hit, the sooner.", fields => new Reports(
        fields.Required("after", Syntaxes.Duration.Where("more than 0s and not never", after => after > TimeSpan.Zero && after < TimeSpan.MaxValue), "Mean time until one user who is hit reports it; each takes an exponential time of his own."),
        fields.Optional("users", Syntaxes.Count, "0", "the users are those of the tenants who are hit", "Users of each database that is hit, beside those of the tenants in it."),
        fields.Optional("hidden for", Syntaxes.Delay, "0s", "what is gone is missed at once unless a cache still has it", "How long caches serve what is gone, before anybody can miss it.")));
}
