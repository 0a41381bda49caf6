namespace Simulator.Kernel.Randomness;

/// <summary>
/// A named stream of random numbers: Philox under a key of its own. Every draw, of whatever kind, is one step of the counter, so how many
/// draws were made is all its state. Samples are to be made by inverse CDF, from one uniform each.
/// </summary>
public sealed class RandomStream : Random
{
    private readonly RandomStream? _whole;
    private readonly ulong _member;
    private ulong _wholeKey;
    private ulong _key;

    internal RandomStream(string who, string what, ulong key)
    {
        Who = who;
        What = what;
        _key = key;
    }

    private RandomStream(RandomStream whole, ulong member)
        : this(whole.Who, whole.What, Philox.Key(whole._key, member))
    {
        _whole = whole;
        _member = member;
        _wholeKey = whole._key;
    }

    /// <summary>Who draws.</summary>
    public string Who { get; }

    /// <summary>What for.</summary>
    public string What { get; }

    /// <summary>How many draws were made, since the start or the last branch.</summary>
    public ulong Draws { get; private set; }

    /// <summary>
    /// The stream of one member of many that draw for the same thing, such as a tenant: its luck does not depend on the others, nor on who draws first.
    /// Each call begins the member's stream anew.
    /// </summary>
    public RandomStream For(ulong member) => new(this, member);

    /// <summary>A uniform in [0, 1), of 53 bits.</summary>
    public double NextUniform()
    {
        Follow();
        return Philox.Uniform(_key, Draws++);
    }

    /// <summary>A uniform in [0, 1), of 53 bits.</summary>
    public override double NextDouble() => NextUniform();

    /// <summary>A uniform in [0, 1), of 24 bits.</summary>
    public override float NextSingle() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>A whole number in [0, <see cref="int.MaxValue"/>).</summary>
    public override int Next() => (int)Below(int.MaxValue);

    /// <summary>A whole number in [0, <paramref name="maxValue"/>); 0 if that is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxValue"/> is negative.</exception>
    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)Below((ulong)maxValue);
    }

    /// <summary>A whole number from <paramref name="minValue"/> to below <paramref name="maxValue"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is upside down.</exception>
    public override int Next(int minValue, int maxValue) => (int)NextInt64(minValue, maxValue);

    /// <summary>A whole number in [0, <see cref="long.MaxValue"/>).</summary>
    public override long NextInt64() => (long)Below(long.MaxValue);

    /// <summary>A whole number in [0, <paramref name="maxValue"/>); 0 if that is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxValue"/> is negative.</exception>
    public override long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (long)Below((ulong)maxValue);
    }

    /// <summary>A whole number from <paramref name="minValue"/> to below <paramref name="maxValue"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is upside down.</exception>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return unchecked(minValue + (long)Below((ulong)maxValue - (ulong)minValue));
    }

    /// <summary>Fills with random bytes: one draw for eight of them.</summary>
    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    /// <summary>Fills with random bytes: one draw for eight of them.</summary>
    public override void NextBytes(Span<byte> buffer)
    {
        ulong bits = 0;
        for (int i = 0; i < buffer.Length; i++)
        {
            if (i % sizeof(ulong) == 0) bits = NextBits();
            buffer[i] = (byte)bits;
            bits >>= 8;
        }
    }

    /// <inheritdoc/>
    protected override double Sample() => NextUniform();

    /// <summary>Draws from another key from here on.</summary>
    internal void Rekey(ulong key)
    {
        _key = key;
        Draws = 0;
    }

    private ulong NextBits()
    {
        Follow();
        return Philox.Bits(_key, Draws++);
    }

    // A member follows its whole into another branch when it next draws, so that nobody has to keep a list of members.
    private void Follow()
    {
        if (_whole is null || _wholeKey == _whole._key) return;
        _wholeKey = _whole._key;
        Rekey(Philox.Key(_wholeKey, _member));
    }

    // The high half of a 128-bit product: one draw whatever the range, and biased by less than range / 2^64.
    private ulong Below(ulong range) => Math.BigMul(NextBits(), range, out _);
}
