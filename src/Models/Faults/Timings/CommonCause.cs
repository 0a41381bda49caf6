using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Quantities;

namespace Simulator.Models.Faults.Timings;

/// <summary>It follows from another fault, each time that one begins, with a chance: both have a common cause.</summary>
/// <param name="Fault">The other fault.</param>
/// <param name="Delay">Time from the other's beginning to its own.</param>
/// <param name="Chance">The share of times in which it follows.</param>
public sealed record CommonCause(string Fault, Delay Delay, Share Chance) : Timing
{
    /// <summary>Nothing to do before the other fault begins: see <see cref="World.Strike"/>.</summary>
    internal override void Begin(World world, Named<Fault> fault)
    {
    }

    /// <summary>The other fault has begun: this one takes its course.</summary>
    /// <param name="world">The trial's world.</param>
    /// <param name="fault">This fault.</param>
    /// <param name="number">Which occurrence of the other it is; this one's luck goes by it too.</param>
    internal async Process Follow(World world, Named<Fault> fault, int number)
    {
        Occurrence one = new(world, fault.Name, number);
        if (one.Luck("chance").NextUniform() >= Chance.Fraction) return;
        await world.Forever.Wait(Delay, one.Luck("delay"));
        await world.Strike(fault, one);
    }

    internal static void Check(Fields fields, string fault, Scenario scenario)
    {
        IReadOnlyList<string> circle = Order.Cycle(scenario.Faults, other => other.Name, other => other.Value.When is CommonCause cause ? [cause.Fault] : []);
        fields.Check(!circle.Contains(fault), $"faults.{fault}.after", "faults after each other in a circle",
            () => $"faults wait for each other in a circle: {string.Join(" -> ", circle)}; none of them could ever begin");
    }

    internal static CommonCause Of(Fields fields)
    {
        string after = fields.Optional("after", Syntaxes.NameOf("faults").OrNone(), "none", "a fault comes by itself unless told otherwise", "The fault that it follows from, each time that one begins.");
        Delay delay = fields.Optional("delay", Syntaxes.Delay, "0s", "what has a common cause happens at once", "With after: time from the other fault's beginning to its own.");
        Share chance = fields.Optional("chance", Syntaxes.Share, "100%", "it follows always unless a chance is stated",
            "With after: the share of times in which it follows.");
        string alone = fields.Has("delay") ? "delay" : "chance";
        fields.Check(fields.Has("after") || !fields.Has(alone), alone, "what belongs to after", () => $"{alone} belongs to after: name the fault that it follows from");
        return new CommonCause(after, delay, chance);
    }
}
