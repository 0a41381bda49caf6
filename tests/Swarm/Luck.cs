using System.Globalization;
using Simulator.Kernel.Randomness;

namespace Simulator.Tests.Swarm;

/// <summary>How a random arrangement is drawn: every choice from one named stream, so that a number alone brings the arrangement back.</summary>
internal sealed class Luck(ulong seed, int number)
{
    private readonly RandomStream _stream = new Streams(seed, number).Get("swarm", "arrangement");

    public bool Chance(double probability) => _stream.NextUniform() < probability;

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[_stream.Next(choices.Length)];

    public int Between(int least, int most) => _stream.Next(least, most + 1);

    /// <summary>A text with a number in it, spread evenly over orders of magnitude: small and large are met alike.</summary>
    public string Log(double least, double most, string unit)
    {
        double value = least * Math.Pow(most / least, _stream.NextUniform());
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {unit}");
    }
}
