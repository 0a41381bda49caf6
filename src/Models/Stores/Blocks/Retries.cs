namespace Simulator.Models.Stores.Blocks;

/// <summary>How often a volume searches that finds no room: with a back-off the time between two searches doubles up to a longest one.</summary>
/// <param name="First">Time between the first two.</param>
/// <param name="Longest">The longest time between two; <paramref name="First"/> where there is no back-off.</param>
public readonly record struct Retries(TimeSpan First, TimeSpan Longest)
{
    /// <summary>Searches a second of a volume that has found no room for so long, and until which age that stays so.</summary>
    /// <param name="age">Since its first search.</param>
    public (double PerSecond, TimeSpan Until) At(TimeSpan age)
    {
        TimeSpan pause = First, next = First;
        while (age >= next && pause < Longest)
        {
            pause = pause * 2 < Longest ? pause * 2 : Longest;
            next += pause;
        }
        return (1 / pause.TotalSeconds, pause < Longest ? next : TimeSpan.MaxValue);
    }
}
