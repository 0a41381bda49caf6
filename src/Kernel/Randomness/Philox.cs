namespace Simulator.Kernel.Randomness;

/// <summary>
/// Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror and Shaw, SC 2011): a random number is a function of a key and a
/// counter, so any of them can be computed without those before it, in any order, on any machine. All functions are pure.
/// </summary>
public static class Philox
{
    private const int Rounds = 10;
    private const uint MultiplierA = 0xD251_1F53;
    private const uint MultiplierB = 0xCD9E_8D57;
    private const uint WeylA = 0x9E37_79B9;
    private const uint WeylB = 0xBB67_AE85;

    /// <summary>The 128 random bits of a counter (four words) under a key (two words).</summary>
    public static (uint A, uint B, uint C, uint D) Block(uint counter0, uint counter1, uint counter2, uint counter3, uint key0, uint key1)
    {
        (uint a, uint b, uint c, uint d) = (counter0, counter1, counter2, counter3);
        for (int round = 0; round < Rounds; round++)
        {
            ulong productA = (ulong)MultiplierA * a;
            ulong productB = (ulong)MultiplierB * c;
            (a, b, c, d) = ((uint)(productB >> 32) ^ b ^ key0, (uint)productB, (uint)(productA >> 32) ^ d ^ key1, (uint)productA);
            key0 = unchecked(key0 + WeylA);
            key1 = unchecked(key1 + WeylB);
        }
        return (a, b, c, d);
    }

    /// <summary>64 random bits of a counter under a key.</summary>
    public static ulong Bits(ulong key, ulong counter)
    {
        (uint a, uint b, _, _) = Block((uint)counter, (uint)(counter >> 32), 0, 0, (uint)key, (uint)(key >> 32));
        return ((ulong)a << 32) | b;
    }

    /// <summary>The uniform of a counter under a key: 53 bits, in [0, 1). For populations: key = seed and name, counter = tenant.</summary>
    public static double Uniform(ulong key, ulong counter) => (Bits(key, counter) >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// A key made of a number and names: <c>Philox.Key(seed, "tenants", "size")</c>. Other names or another order give another key.
    /// </summary>
    public static ulong Key(ulong number, params ReadOnlySpan<string> names)
    {
        ulong key = Mixing.Fold(0, number);
        foreach (string name in names) key = Mixing.Fold(key, name);
        return key;
    }

    /// <summary>A key made of a key and one more number: <c>Philox.Key(tenants, 42)</c>.</summary>
    public static ulong Key(ulong key, ulong number) => Mixing.Fold(key, number);
}
