using Simulator.Models.Distributions;
using Simulator.Models.Language;
using Simulator.Models.Recovery;

namespace Simulator.Models.Communication;

/// <summary>Every tenant that was hit is spoken to, one by one.</summary>
/// <param name="Takes">How long that takes for one tenant.</param>
/// <param name="Crew">Who does it.</param>
/// <param name="Needs">The plan's step after which it is known how to reach a tenant, as <c>plan.step</c>; empty where that was never lost.</param>
public sealed record Contacts(Delay Takes, CrewNeed Crew, string Needs)
{
    private static readonly Syntax<string> s_step = new("a step of a plan", "^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$", "restore.open", text => text.Split('.') is [var plan, var step]
        && Syntaxes.Name.Parse(plan).Problem is null && Syntaxes.Name.Parse(step).Problem is null ? Parsed.Ok(text) : Parsed.No<string>($"'{text}' is not a step of a plan: write it as restore.find-contacts"));

    /// <summary>How it is written.</summary>
    public static readonly Shape<Contacts> Shape = new("contacts", "Every tenant that was hit is spoken to.", fields => new Contacts(
        fields.Required("takes", Syntaxes.Delay, "How long that takes for one tenant."),
        fields.Optional("crew", CrewNeed.Syntax, "none", "mail that sends itself, unless people do it", "Who does it."),
        fields.Optional("needs", s_step.OrNone(), "none", "how to reach tenants is not lost with them, unless stated",
            "A step of a plan, such as restore.find-contacts, before which it is not known how to reach a tenant: that was deleted with it.")));
}
