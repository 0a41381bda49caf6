using Simulator.Models.Language;

namespace Simulator.Models.Faults.Guards;

/// <summary>A machine asks what is meant, and refuses what does not fit: an identifier that tells its kind, a host's name that has to be typed. Nothing happens then; what fits passes, right or wrong.</summary>
/// <param name="What">Its name in a sentence: "the type of its identifiers".</param>
/// <param name="Catches">The slip that it catches.</param>
public sealed record Prompt(string What, Slips Catches) : Guard
{
    /// <inheritdoc/>
    public override string Name => What;

    /// <inheritdoc/>
    public override bool Stops(Slips slips, Occurrence fault, int attempt) => (slips & Catches) != Slips.None;

    /// <summary>Reads whether an identifier tells its kind.</summary>
    internal static Prompt? TypedIdentifiers(Fields fields) =>
        Read(fields, "typed identifiers", "the type of its identifiers", Slips.Kind, "identifiers are bare text unless said otherwise", "Whether an identifier tells its kind, so that one of the wrong kind is refused.");

    /// <summary>Reads whether deleting for good has to be confirmed.</summary>
    internal static Prompt? ConfirmedMode(Fields fields) =>
        Read(fields, "confirm hard", "the confirmation of its mode", Slips.Mode, "the mode is whatever was given unless it is asked for again", "Whether deleting for good must be confirmed, so that whoever meant to delete softly is told.");

    /// <summary>Reads whether what is hit has to be named again.</summary>
    internal static Prompt? TypedTarget(Fields fields) =>
        Read(fields, "typed target", "the name that must be typed", Slips.Target, "a command works where it is given unless it asks where that is", "Whether the name of what is hit must be typed first, so that whoever is on the wrong host is told.");

    private static Prompt? Read(Fields fields, string key, string what, Slips catches, string origin, string meaning) =>
        fields.Optional(key, Syntaxes.Switch, "false", origin, meaning) ? new Prompt(what, catches) : null;
}
