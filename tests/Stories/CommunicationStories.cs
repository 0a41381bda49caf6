using NUnit.Framework;
using Simulator.Experiments.Measures;
using Simulator.Models.Facts;

namespace Simulator.Tests.Stories;

/// <summary>Who is told of an outage, and when.</summary>
[Parallelizable(ParallelScope.All)]
public class CommunicationStories
{
    private const string Steps = "find-contacts: { per: incident, takes: 5h }\ntask: { per: tenant, needs: [find-contacts], takes: 3h }";

    [Test]
    public void The_public_is_told_from_time_to_time_until_all_are_back()
    {
        Office office = With("first notice: 30m, every: 2h");
        Assert.That(office.Facts.OfType<PublicNotice>().Select(fact => (fact.At.SinceStart.TotalHours, fact.IsLast)),
            Is.EqualTo(new[] { (1.5, false), (3.5, false), (5.5, false), (7.5, false), (9.5, true) }), "noticed after one hour, back after nine");
        Assert.That((Of(office, "first notice", "mistake").AtMost[0], Of(office, "longest silence", "mistake").AtMost[0]), Is.EqualTo((1.5 * 3600, 2 * 3600.0)));
    }

    /// <summary>How to reach them was deleted with them: nobody is spoken to before it is found again.</summary>
    [Test]
    public void Who_cannot_be_reached_is_not_spoken_to()
    {
        Office lost = With("first notice: 30m, contacts: { takes: 10m, crew: 1 of support, needs: plan.find-contacts }"), kept = With("first notice: 30m, contacts: { takes: 10m, crew: 1 of support }");
        double[] Contacts(Office office) => [.. office.Facts.OfType<TenantContacted>().Select(fact => fact.At.SinceStart.TotalHours)];
        Assert.That(Contacts(lost), Is.EqualTo(new[] { 6 + (1 / 6.0), 6 + (2 / 6.0), 6.5 }).Within(1e-9));
        Assert.That(Contacts(kept), Is.EqualTo(new[] { 1 + (1 / 6.0), 1 + (2 / 6.0), 1.5 }).Within(1e-9));
        Assert.That(Of(lost, "first contact", "customer").AtMost.Max(), Is.EqualTo(6.5 * 3600).Within(1));
    }

    [Test]
    public void Contacts_that_come_back_with_each_tenant_come_one_by_one()
    {
        Office office = With("first notice: 30m, contacts: { takes: 0s, needs: plan.task }", "find-contacts: { per: incident, takes: 0s }\ntask: { per: tenant, needs: [find-contacts], takes: 3h, crew: 1 of team }");
        Assert.That(office.Facts.OfType<TenantContacted>().Select(fact => fact.At), Is.EqualTo(office.Done("task").Select(fact => fact.At)));
    }

    [Test]
    public void A_silence_that_has_not_ended_is_only_known_to_be_longer()
    {
        Members silence = Of(With("first notice: 30m"), "longest silence", "mistake");
        Assert.That((silence.AtLeast[0], silence.AtMost[0]), Is.EqualTo(((240 - 1.5) * 3600, double.PositiveInfinity)));
    }

    /// <summary>A fault that no plan handles is told of too.</summary>
    [Test]
    public void A_fault_of_whole_databases_is_told_of_until_they_serve()
    {
        Office office = new Office
        {
            Deleted = 1, Plans = Office.Plan(Steps), Faults = "dark: { kind: crash, hits: home.a, at: 2d, lasts: 5h, noticed: 10m }",
            More = "communication: { status: { about: [dark], first notice: 20m, every: 3h } }",
        }.Run();
        Assert.That(office.Facts.OfType<PublicNotice>().Select(fact => (fact.At.SinceStart.TotalHours, fact.IsLast)), Is.EqualTo(new[] { (48.5, false), (51.5, false), (54.5, true) }));
    }

    private static Members Of(Office office, string measure, string subject) => MeasureTable.Measures.First(m => m.Word == measure).Of(office.Outcome, new Subject(subject));

    private static Office With(string told, string steps = Steps) => new Office
    {
        Deleted = 3, Noticed = "1h", Crews = "team: { size: 1 }\n  support: { size: 1 }", Plans = Office.Plan(steps), More = $"communication: {{ status: {{ about: [mistake], {told} }} }}",
    }.Run();
}
