using NUnit.Framework;
using Simulator.Kernel;
using Simulator.Models.Facts;
using Simulator.Reports.Series;

namespace Simulator.Tests.Reports;

[TestFixture]
public class PhaseTests
{
    [Test]
    public void A_phase_shows_waiting_then_work_then_moving()
    {
        Phase phase = Phase.Of("load", [Done("load", 0, 10, 40, moved: 20)], Instant.Start, grain: 1, _ => Activity.Working);
        Assert.That(phase.Slices, Is.EqualTo(new[]
        {
            new Slice(Activity.Waiting, 0, 10), new Slice(Activity.Working, 10, 20), new Slice(Activity.Moving, 20, 40),
        }));
    }

    [Test]
    public void Where_units_differ_the_majority_is_shown()
    {
        StepDone[] done = [Done("relink", 0, 0, 30), Done("relink", 0, 30, 60), Done("relink", 0, 30, 60)];
        Phase phase = Phase.Of("relink", done, Instant.Start, grain: 10, _ => Activity.Working);
        Assert.That(phase.Slices, Is.EqualTo(new[] { new Slice(Activity.Waiting, 0, 30), new Slice(Activity.Working, 30, 60) }));
    }

    [Test]
    public void A_step_without_length_is_a_phase_without_slices()
    {
        Phase phase = Phase.Of("open", [Done("open", 5, 5, 5)], Instant.Start, grain: 1, _ => Activity.Working);
        Assert.That((phase.From, phase.To, phase.Slices.Count), Is.EqualTo((5.0, 5.0, 0)));
    }

    [Test]
    public void Steps_that_take_no_time_have_no_lane() =>
        Assert.That(Lanes.Of([Done("open", 5, 5, 5)], Instant.Start, 1, most: 5, _ => Activity.Working).Count, Is.Zero);

    [Test]
    public void Few_phases_have_a_lane_each_and_many_are_joined()
    {
        StepDone[] few = [.. Enumerable.Range(0, 4).Select(i => Done($"step {i}", i, i, i + 10))];
        Assert.That(Lanes.Of(few, Instant.Start, 1, most: 5, _ => Activity.Working).Phases.Select(p => p.Lane), Is.EqualTo(Enumerable.Range(0, 4)));

        StepDone[] many = [.. Enumerable.Range(0, 70).Select(i => Done($"step {i:00}", i, i, i + 100))];
        Lanes joined = Lanes.Of(many, Instant.Start, 1, most: 5, _ => Activity.Working);
        Assert.That((joined.Count, joined.Phases.Count), Is.EqualTo((5, 5)));
        Assert.That(joined.Phases[0].Phase.Step, Is.EqualTo("step 00 to step 13"));
        Assert.That(joined.Phases[4].Phase.To, Is.EqualTo(169));
    }

    [Test]
    public void Many_phases_that_follow_each_other_share_lanes()
    {
        StepDone[] chain = [.. Enumerable.Range(0, 70).Select(i => Done($"step {i:00}", i * 10, i * 10, i * 10 + 10))];
        Lanes lanes = Lanes.Of(chain, Instant.Start, 1, most: 5, _ => Activity.Working);
        Assert.That((lanes.Count, lanes.Phases.Count), Is.EqualTo((1, 70)));
    }

    private static StepDone Done(string step, double asked, double began, double ended, double moved = 0) =>
        new(At(ended), "plan", step, 1, new UnitName("site", 1), At(asked), At(began), TimeSpan.FromSeconds(moved));

    private static Instant At(double seconds) => Instant.After(TimeSpan.FromSeconds(seconds));
}
