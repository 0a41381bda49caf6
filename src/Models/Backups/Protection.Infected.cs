using Simulator.Models.Backups.Integrity;

namespace Simulator.Models.Backups;

/// <content>When what is backed up was bad.</content>
public sealed partial class Protection
{
    private readonly List<Infection> _infections = [];

    internal IReadOnlyList<Infection> Infections => _infections;

    /// <summary>An intruder was in from a moment until now: every point that was cut meanwhile is good only by chance.</summary>
    internal void Infect(Kernel.Instant since, double clean)
    {
        _infections.Add(new Infection("", since, World.Now, clean));
        Forget();
    }

    /// <summary>Whether a copy's disk is bad, from now on, while nobody knows.</summary>
    /// <param name="source">"primary", or a standby's name.</param>
    /// <param name="now">Whether it is.</param>
    internal void IsBad(string source, bool now)
    {
        int open = _infections.FindIndex(infection => infection.Source == source && infection.To.IsNever);
        if (now == open >= 0) return;
        if (now) _infections.Add(new Infection(source, World.Now, Kernel.Instant.Never, 0));
        else _infections[open] = _infections[open] with { To = World.Now };
        Forget();
    }
}
