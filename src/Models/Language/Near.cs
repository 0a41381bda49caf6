namespace Simulator.Models.Language;

/// <summary>Finds the word that was probably meant.</summary>
public static class Near
{
    /// <summary>
    /// The known word nearest to a written one: the same but for case, else the fewest changed, missing, added or swapped letters, of which at most
    /// a third of the word (and at least one) may differ. Null where none is near. Ties go to the word that is known first.
    /// </summary>
    public static string? Find(string written, IEnumerable<string> known)
    {
        string? best = null;
        int least = Math.Max(1, written.Length / 3) + 1;
        foreach (string word in known)
        {
            if (word.Equals(written, StringComparison.OrdinalIgnoreCase)) return word;
            if (Math.Abs(word.Length - written.Length) >= least) continue;
            int changes = Changes(written, word);
            if (changes >= least || changes >= word.Length) continue;
            least = changes;
            best = word;
        }
        return best;
    }

    /// <summary>The tail of a message: <c>; did you mean 'zone'?</c>, or nothing where no known word is near.</summary>
    public static string Hint(string written, IEnumerable<string> known) => Find(written, known) is { } word ? $"; did you mean '{word}'?" : "";

    /// <summary>Damerau-Levenshtein distance, restricted to swaps of neighbours.</summary>
    private static int Changes(string a, string b)
    {
        int[] older = new int[b.Length + 1], old = new int[b.Length + 1], now = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) old[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1], old[j]) + 1, old[j - 1] + cost);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) now[j] = Math.Min(now[j], older[j - 2] + 1);
            }
            (older, old, now) = (old, now, older);
        }
        return old[b.Length];
    }
}
