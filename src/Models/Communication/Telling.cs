using Simulator.Kernel;
using Simulator.Models.Crews;
using Simulator.Models.Facts;
using Simulator.Models.Language;
using Simulator.Models.Recovery;

namespace Simulator.Models.Communication;

/// <summary>One fault being told of, from its being noticed until all are back.</summary>
/// <param name="world">The trial's world.</param>
/// <param name="incident">What it is about.</param>
/// <param name="plan">What is to be told, and when.</param>
public sealed class Telling(World world, Incident incident, Named<Communications> plan)
{
    private readonly HashSet<int> _reachable = [];

    /// <summary>The fault was noticed.</summary>
    public void Begin()
    {
        world.Forever.Start(Public());
        if (plan.Value.Contacts is { Needs: "" }) Reach(incident.Victims);
    }

    /// <summary>A step of a plan was done; from now on it may be known how to reach some tenants.</summary>
    /// <param name="step">As <c>plan.step</c>.</param>
    /// <param name="victims">For whom it was done.</param>
    public void Done(string step, IEnumerable<Victim> victims)
    {
        if (plan.Value.Contacts?.Needs == step) Reach(victims);
    }

    private void Reach(IEnumerable<Victim> victims)
    {
        foreach (Victim victim in victims)
            if (_reachable.Add(victim.Tenant)) world.Forever.Start(Contact(plan.Value.Contacts!, victim));
    }

    private async Process Public()
    {
        var luck = world.Streams.Get(plan.Name, "notices").For((ulong)incident.Number);
        await world.Forever.Wait(plan.Value.FirstNotice, luck);
        for (int number = 1; ; number++)
        {
            bool isOver = incident.IsOver;
            world.Journal.Write(new PublicNotice(world.Now, incident.Fault, incident.Number, number, isOver));
            if (isOver) return;
            await world.Forever.Wait(plan.Value.Every, luck);
        }
    }

    private async Process Contact(Contacts contacts, Victim victim)
    {
        CrewRun? crew = contacts.Crew.Hands > 0 ? world.Crew(contacts.Crew.Crew) : null;
        Hands hands = crew is null ? default : await world.Forever.Use(crew.Hands, contacts.Crew.Hands, crew.Plan.RankOf(new Unit(Level.Tenant, 0, null, victim)));
        using (hands) await world.Forever.Wait(contacts.Takes, world.Streams.Get(plan.Name, "contacts").For((ulong)victim.Tenant));
        world.Journal.Write(new TenantContacted(world.Now, incident.Fleet!.Name, victim.Tenant));
    }
}
