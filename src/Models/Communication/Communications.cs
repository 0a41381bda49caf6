using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Recovery;

namespace Simulator.Models.Communication;

/// <summary>What the public and the tenants that were hit are told about a fault.</summary>
/// <param name="About">The faults.</param>
/// <param name="FirstNotice">Time from notice of the fault until the public is told.</param>
/// <param name="Every">Time from one public notice to the next; the last one tells that all are back.</param>
/// <param name="Contacts">How each tenant that was hit is spoken to; null where that is not done.</param>
public sealed record Communications(IReadOnlyList<string> About, Delay FirstNotice, Delay Every, Contacts? Contacts)
{
    /// <summary>How it is written.</summary>
    public static readonly Shape<Communications> Shape = new("communication", "What the public and the tenants that were hit are told about a fault.", fields => new Communications(
        fields.List("about", Syntaxes.NameOf("faults"), "The faults.", required: true),
        fields.Required("first notice", Syntaxes.Delay, "Time from notice of the fault until the public is told."),
        fields.Optional("every", Syntaxes.Delay.Where("not always 0s", delay => delay.Quantile(0.5) > TimeSpan.Zero, "6h"), "never", "nothing is promised unless stated", "Time from one public notice to the next, until one tells that all are back."),
        fields.OptionalBlock("contacts", Contacts.Shape, "How each tenant that was hit is spoken to; left out, nobody does.")));

    /// <summary>Checks what can only be checked when the whole scenario is known.</summary>
    internal static void Check(Fields fields, IReadOnlyList<Named<Communications>> all, Scenario scenario)
    {
        foreach (Named<Communications> one in all)
        {
            string needs = one.Value.Contacts?.Needs ?? "", at = $"communication.{one.Name}.contacts";
            string[] steps = [.. scenario.Recovery.SelectMany(plan => plan.Value.Steps.Select(step => $"{plan.Name}.{step.Name}"))];
            fields.Check(needs.Length == 0 || steps.Contains(needs), $"{at}.needs", "step that contacts need", () => $"{needs} is no step of any plan{Near.Hint(needs, steps)}");
            int size = scenario.Crews.Where(crew => crew.Name == one.Value.Contacts?.Crew.Crew).Select(crew => crew.Value.Largest).DefaultIfEmpty(int.MaxValue).First();
            fields.Check((one.Value.Contacts?.Crew.Hands ?? 0) <= size, $"{at}.crew", "more hands for a contact than the crew has",
                () => $"a contact asks for {one.Value.Contacts!.Crew.Hands} of {one.Value.Contacts.Crew.Crew}, who are never more than {size}: it could not begin");
        }
    }
}
