using System.Text.RegularExpressions;

namespace Simulator.Tests.Architecture;

/// <summary>
/// Finds the members of the types in a file (methods, properties, fields, also statements of top-level code) and the lines that they take, from their first
/// word to their last brace or semicolon. Nested types are looked into.
/// </summary>
internal static partial class Members
{
    /// <summary>The line of each member's first word, how many lines it takes, and whether it is a value (a table, say) and not something that is done.</summary>
    public static IEnumerable<(int Line, int Lines, bool IsValue)> Of(string source)
    {
        string code = Directive().Replace(BareCode.Of(source), "");
        int start = -1;
        for (int i = 0; i < code.Length; i++)
        {
            if (start < 0 && !char.IsWhiteSpace(code[i]) && code[i] is not ('{' or '}' or ',')) start = i;
            if (start < 0) continue;
            if (TypeHead().Match(code, start) is { Success: true } type)
            {
                i = type.Index + type.Length - 1;
                start = -1;
                continue;
            }
            i = End(code, start);
            yield return (LineOf(code, start), LineOf(code, i) - LineOf(code, start) + 1, Value().IsMatch(code[start..(i + 1)]));
            start = -1;
        }
    }

    /// <summary>Where a member ends: at its semicolon, or at the brace that closes its body where nothing goes on behind it.</summary>
    private static int End(string code, int start)
    {
        int depth = 0;
        bool isExpression = false;
        for (int i = start; i < code.Length; i++)
        {
            if (depth == 0 && code[i] == '=' && !IsOperatorName(code, start, i)) isExpression = true;
            if (code[i] is '(' or '[' or '{') depth++;
            else if (code[i] is ')' or ']' or '}') depth--;
            if (depth < 0) return LastWord(code, i - 1);
            if (depth > 0) continue;
            if (code[i] == ';') return i;
            if (code[i] == '}' && !isExpression && !HasInitializer(code, i + 1)) return i;
        }
        return code.Length - 1;
    }

    private static int LastWord(string code, int i)
    {
        while (char.IsWhiteSpace(code[i])) i--;
        return i;
    }

    private static bool IsOperatorName(string code, int start, int i) => OperatorName().IsMatch(code[start..(i + 1)]);

    private static bool HasInitializer(string code, int i)
    {
        while (i < code.Length && char.IsWhiteSpace(code[i])) i++;
        return i < code.Length && code[i] == '=';
    }

    private static int LineOf(string code, int i) => code.AsSpan(0, i).Count('\n') + 1;

    /// <summary>From a type's attributes and modifiers to the brace or semicolon behind its head.</summary>
    [GeneratedRegex(@"\G(\[[^\]]*\]\s*)*((public|internal|private|protected|static|sealed|abstract|partial|readonly|file|ref|unsafe)\s+)*(class|struct|interface|enum|record|namespace)\s[^{;]*[{;]")]
    private static partial Regex TypeHead();

    /// <summary>Names, and then an equals sign that is no arrow; a property may have its accessors in between.</summary>
    [GeneratedRegex(@"^(?![^=]*\boperator\b)(\([^()=]*\)|[\w\s.,<>?\[\]])+?(\{[\sa-z;]*\}\s*)?=(?![>=])")]
    private static partial Regex Value();

    [GeneratedRegex(@"\boperator\s*[=!<>]*$")]
    private static partial Regex OperatorName();

    [GeneratedRegex("(?m)^[ \t]*#.*$")]
    private static partial Regex Directive();
}
