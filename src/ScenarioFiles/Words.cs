namespace Simulator.ScenarioFiles;

/// <summary>Small matters of English.</summary>
internal static class Words
{
    /// <summary>A noun with its article.</summary>
    public static string A(string noun) => noun.Length > 0 && "aeiou".Contains(noun[0], StringComparison.Ordinal) ? $"an {noun}" : $"a {noun}";
}
