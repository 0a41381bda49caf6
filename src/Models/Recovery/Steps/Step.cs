using Simulator.Kernel;
using Simulator.Models.Distributions;
using Simulator.Models.Facts;
using Simulator.Models.Language;

namespace Simulator.Models.Recovery.Steps;

/// <summary>What all steps have in common.</summary>
/// <param name="Needs">Steps that must be done before, for the same unit.</param>
/// <param name="Per">What it is done for.</param>
/// <param name="Crew">The hands it holds from its beginning to its end.</param>
/// <param name="Takes">Its own time; drawn anew for each unit (and each time that it is done for it).</param>
public sealed record StepBasics(IReadOnlyList<string> Needs, Level Per, CrewNeed Crew, Delay Takes)
{
    /// <summary>The calls that it makes, under a limit, before its own time begins.</summary>
    public CallNeed Calls { get; init; } = CallNeed.None;

    /// <summary>What its own time goes into; null for what is usual for its kind.</summary>
    public TimeUse? Is { get; init; }
}

/// <summary>
/// One step of a recovery plan. The table below is the only registration: a new kind of step is one file in this folder and one line here.
/// </summary>
/// <param name="Basics">What all steps have in common.</param>
public abstract record Step(StepBasics Basics)
{
    /// <summary>Every kind of step, by its word in a scenario.</summary>
    public static readonly IReadOnlyList<Kind<Step>> Kinds =
    [
        new("work", Work.Shape),
        new("restore", Restore.Shape),
        new("roll forward", RollForward.Shape),
        new("extract", Extract.Shape),
        new("load", Load.Shape),
        new("inspect", Inspect.Shape),
        new("undelete", Undelete.Shape),
        new("halt", Halt.Shape),
        new("freeze", Freeze.Shape),
        new("fail over", FailOver.Shape),
        new("fail back", FailBack.Shape),
        new("wait", WaitOut.Shape),
        new("rebuild", Rebuild.Shape),
        new("follow", Follow.Shape),
        new("mend", Mend.Shape),
        new("open", Open.Shape),
        new("replay", Replay.Shape),
        new("accept", Accept.Shape),
        new("pause", Pause.Shape),
        new("resume", Resume.Shape),
        new("drain", Drain.Shape),
        new("keep", Keep.Shape),
        new("add room", AddRoom.Shape),
        new("calm", Calm.Shape),
        new("repair", Repair.Shape),
        new("detach", Detach.Shape),
        new("attach", Attach.Shape),
    ];

    private static readonly Syntax<TimeUse?> s_uses = Syntaxes.Choice<TimeUse?>("a kind of work",
        ("usual", null), ("deciding", TimeUse.Deciding), ("checking", TimeUse.Checking), ("working", TimeUse.Working));

    /// <summary>Steps that must be done before, for the same unit.</summary>
    public IReadOnlyList<string> Needs => Basics.Needs;

    /// <summary>What it is done for.</summary>
    public Level Per => Basics.Per;

    /// <summary>The hands it holds from its beginning to its end.</summary>
    public CrewNeed Crew => Basics.Crew;

    /// <summary>Its own time.</summary>
    public Delay Takes => Basics.Takes;

    /// <summary>The calls that it makes, under a limit, before its own time begins.</summary>
    public CallNeed Calls => Basics.Calls;

    /// <summary>What its own time goes into.</summary>
    public TimeUse Is => Basics.Is ?? Usually;

    /// <summary>What the own time of a step of its kind goes into, unless it says otherwise.</summary>
    protected virtual TimeUse Usually => TimeUse.Working;

    /// <summary>The level of the units that it begins for; tables are done one after the other for their tenant.</summary>
    public virtual Level Begins => Per == Level.Table ? Level.Tenant : Per;

    /// <summary>The level of the units that it finishes; where it is finer than <see cref="Begins"/>, the step says itself when each part is done.</summary>
    public virtual Level Finishes => Begins;

    /// <summary>Whether it gives the units back to their users; exactly one step of a plan does.</summary>
    public virtual bool Opens => false;

    /// <summary>Which plans it can be part of.</summary>
    public virtual Serves For => Serves.Both;

    /// <summary>The block store whose volumes it is about; null where it is about none.</summary>
    public virtual string? VolumesOf => null;

    /// <summary>Does it for one unit.</summary>
    public abstract Process Do(StepRun run);

    /// <summary>Reads what all steps have in common.</summary>
    /// <param name="fields">The step's keys.</param>
    /// <param name="takes">Default of its own time; null where it must be given.</param>
    /// <param name="levels">What a step of this kind can be done for; the first is the default.</param>
    protected static StepBasics ReadBasics(Fields fields, string? takes, params ReadOnlySpan<Level> levels)
    {
        IReadOnlyList<string> needs = fields.List("needs", Syntaxes.Name, "Steps of the same plan that must be done before, for the same unit.");
        (string, Level)[] words = [.. levels.ToArray().Select(level => (Word(level), level))];
        Level per = fields.Optional("per", Syntaxes.Choice("a level", words), words[0].Item1, "what a step of this kind is usually done for", "What it is done for.");
        CrewNeed crew = fields.Optional("crew", CrewNeed.Syntax, "none", "a step without a crew is done by a machine", "Hands that it holds from its beginning to its end.");
        Delay time = takes is null
            ? fields.Required("takes", Syntaxes.Delay, "Its own time.")
            : fields.Optional("takes", Syntaxes.Delay, takes, "only what it moves takes time, unless more is stated", "Its own time, beside what it moves.");
        CallNeed calls = fields.Optional("calls", CallNeed.Syntax, "none", "a step calls nobody who counts, unless stated", "Calls that it makes, under a limit, before its own time begins.");
        TimeUse? use = fields.Optional("is", s_uses, "usual", "checking of an 'inspect' or 'accept', else working", "What its own time goes into when the report says where the time went.");
        return new StepBasics(needs, per, crew, time) { Calls = calls, Is = use };
    }

    /// <summary>Reads which queues a step is about.</summary>
    protected static IReadOnlyList<string> ReadQueues(Fields fields, string meaning) => fields.List("queues", Syntaxes.NameOf("queues"), meaning, required: true);

    /// <summary>Reads which block store a step is about.</summary>
    protected static string ReadBlockStore(Fields fields) => fields.Required("store", Syntaxes.NameOf("stores"), "The block store whose volumes it is about.");

    private static string Word(Level level) => level switch
    {
        Level.Incident => "incident",
        Level.Batch => "batch",
        Level.Database => "database",
        Level.Tenant => "tenant",
        _ => "table",
    };
}
