namespace Simulator.Kernel;

/// <summary>Folds numbers and names into 64 bits, the same on every machine.</summary>
internal static class Mixing
{
    /// <summary>Folds one number in. The finalizer is splitmix64's (Steele, Lea and Flood, OOPSLA 2014).</summary>
    public static ulong Fold(ulong state, ulong value)
    {
        ulong z = unchecked((state ^ value) + 0x9E37_79B9_7F4A_7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB);
        return z ^ (z >> 31);
    }

    /// <summary>Folds a name in, with its length, so that ("ab", "c") and ("a", "bc") differ.</summary>
    public static ulong Fold(ulong state, string name)
    {
        state = Fold(state, (ulong)name.Length);
        foreach (char c in name) state = Fold(state, c);
        return state;
    }
}
