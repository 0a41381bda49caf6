namespace Simulator.Tests.Architecture;

/// <summary>
/// C# with comments and the text of literals blanked out, and every line where it was. What stands in the holes of an interpolated string is code and
/// stays, without the hole's own braces. So a rule about code is not misled by words about code.
/// </summary>
internal sealed class BareCode
{
    private readonly string _source;
    private readonly char[] _bare;
    private int _at;

    private BareCode(string source)
    {
        _source = source;
        _bare = source.ToCharArray();
    }

    public static string Of(string source)
    {
        var code = new BareCode(source);
        code.Code(holeBraces: 0);
        return new string(code._bare);
    }

    /// <summary>Walks over code up to the end, or up to the braces that close the hole that it stands in.</summary>
    private void Code(int holeBraces)
    {
        int depth = 0;
        while (_at < _source.Length)
        {
            if (holeBraces > 0 && depth == 0 && _source[_at] == '}')
            {
                Blank(_at + holeBraces);
                return;
            }
            if (Sees("//")) Blank(End("\n", after: false));
            else if (Sees("/*")) Blank(End("*/", after: true));
            else if (_source[_at] == '\'') Blank(_at + (_source[_at + 1] == '\\' ? _source.IndexOf('\'', _at + 3) - _at + 1 : 3));
            else if (_source[_at] is '"' or '$' or '@' && StartOfText() is { } text) Text(text);
            else depth += _source[_at++] switch { '{' => 1, '}' => -1, _ => 0 };
        }
    }

    /// <summary>How a literal begins, if one begins here: its dollars, whether backslashes are plain, and its quotes.</summary>
    private (int Dollars, bool Verbatim, int Quotes)? StartOfText()
    {
        int i = _at, dollars = 0, quotes = 0;
        bool verbatim = false;
        for (; i < _source.Length && _source[i] is '$' or '@'; i++)
        {
            if (_source[i] == '$') dollars++;
            else verbatim = true;
        }
        for (; i < _source.Length && _source[i] == '"'; i++) quotes++;
        return quotes == 0 ? null : (dollars, verbatim, quotes < 3 || verbatim ? 1 : quotes);
    }

    private void Text((int Dollars, bool Verbatim, int Quotes) text)
    {
        Blank(_at + text.Dollars + (text.Verbatim ? 1 : 0) + text.Quotes);
        string close = new('"', text.Quotes), hole = new('{', Math.Max(1, text.Dollars));
        while (_at < _source.Length)
        {
            if (text is { Quotes: 1, Verbatim: false } && _source[_at] == '\\') Blank(_at + 2);
            else if (text.Verbatim && Sees("\"\"")) Blank(_at + 2);
            else if (Sees(close))
            {
                Blank(_at + text.Quotes);
                return;
            }
            else if (text.Dollars > 0 && text.Quotes == 1 && Sees("{{")) Blank(_at + 2);
            else if (text.Dollars > 0 && Sees(hole))
            {
                Blank(_at + hole.Length);
                Code(hole.Length);
            }
            else Blank(_at + 1);
        }
    }

    private bool Sees(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;

    private int End(string text, bool after) =>
        _source.IndexOf(text, _at, StringComparison.Ordinal) is var end and >= 0 ? end + (after ? text.Length : 0) : _source.Length;

    private void Blank(int until)
    {
        for (; _at < Math.Min(until, _source.Length); _at++)
            if (_source[_at] != '\n') _bare[_at] = ' ';
    }
}
