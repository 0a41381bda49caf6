using Simulator.Kernel;
using Simulator.Models.Backups;
using Simulator.Models.Crews;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;

namespace Simulator.Models.Recovery;

/// <content>Whose hands it has, and what its time goes into.</content>
public sealed partial class StepRun
{
    // What was laid down at the end of a shift is taken up before anything new is begun.
    private const double First = double.NegativeInfinity;

    private readonly TimeSheet _sheet = new(batch.Plan.World.Now);
    private TimeSpan _moved;
    private Hands _hands;
    private Instant _shiftGoes = Instant.Never;

    /// <summary>People work, or a time passes by itself; where their shift ends before they are done, others go on.</summary>
    /// <param name="takes">How long it takes.</param>
    /// <param name="use">What the time goes into; null for what the step usually is.</param>
    public async Process Work(Delay takes, TimeUse? use = null)
    {
        if (_shiftGoes.IsNever) await Life.Wait(takes, Luck);
        else
        {
            TimeSpan left = CrewOf.Slowed(takes.Quantile(Luck.NextUniform()));
            while (left > TimeSpan.Zero)
            {
                // Bytes move on when their people go home; what is left to do then is for those who come.
                if (_shiftGoes <= World.Now) await TakeOver();
                TimeSpan now = Instant.Earlier(World.Now + left, _shiftGoes) - World.Now;
                await Life.Wait(now);
                left -= now;
                Spend(use);
            }
        }
        Spend(use);
    }

    /// <summary>All the time since it is known what it went into went into one thing.</summary>
    /// <param name="use">What it went into; null for what the step usually is.</param>
    public void Spend(TimeUse? use = null)
    {
        if (use == TimeUse.Moving) _moved += World.Now - _sheet.Until;
        _sheet.Spend(use ?? step.Value.Is, World.Now);
    }

    /// <summary>In the time since it is known what it went into, bytes were moved; what they took beyond what they take alone went into waiting for the others'.</summary>
    /// <param name="others">What they took longer because of others; not negative.</param>
    public void SpendMoving(TimeSpan others)
    {
        _moved += World.Now - _sheet.Until;
        _sheet.Spend(TimeUse.WaitingForCapacity, others);
        _sheet.Spend(TimeUse.Moving, World.Now);
    }

    /// <summary>In the time since it is known what it went into, if any, a database was restored: instances were made and started, and bytes moved.</summary>
    /// <param name="protection">What brought it back.</param>
    public void SpendRestoring(Protection protection)
    {
        if (World.Now == _sheet.Until) return;
        _sheet.Spend(step.Value.Is, protection.RestoreStoodStill);
        SpendMoving(protection.RestoreWaited);
    }

    private CrewRun CrewOf => World.Crew(step.Value.Crew.Crew);

    private async Process TakeHands()
    {
        _hands = await Life.Use(CrewOf.Hands, step.Value.Crew.Hands, CrewOf.Plan.RankOf(unit));
        _shiftGoes = CrewOf.ShiftGoes;
        Spend(TimeUse.WaitingForPeople);
    }

    private async Process TakeOver()
    {
        LayDown();
        _hands = await Life.Use(CrewOf.Hands, step.Value.Crew.Hands, First);
        _shiftGoes = CrewOf.ShiftGoes;
        await Life.Wait(CrewOf.Plan.HandOver);
        Spend(TimeUse.WaitingForPeople);
    }

    private void LayDown()
    {
        _hands.Dispose();
        _hands = default;
    }
}
