using System.Net;
using System.Text;

namespace Simulator.Reports.Page;

/// <summary>HTML as it is put together: everything that is not markup of this program goes through <see cref="Text"/>.</summary>
internal sealed class Html
{
    private readonly StringBuilder _page = new();

    /// <summary>Writes markup as it stands. Never give it text from a scenario.</summary>
    internal Html Markup(string markup)
    {
        _page.Append(markup);
        return this;
    }

    /// <summary>Writes text, so that nothing in it can be markup.</summary>
    internal Html Text(string text)
    {
        _page.Append(Encode(text));
        return this;
    }

    /// <summary>Writes an element with text in it.</summary>
    internal Html Element(string tag, string text, string attributes = "")
    {
        string space = attributes.Length == 0 ? "" : " ";
        return Markup($"<{tag}{space}{attributes}>").Text(text).Markup($"</{tag}>");
    }

    /// <summary>Writes the head of a table.</summary>
    internal Html Head(string caption, params string[] columns)
    {
        Markup("<div class=\"wide\"><table>").Element("caption", caption).Markup("<thead><tr>");
        foreach (string column in columns) Element("th", column, "scope=\"col\"");
        return Markup("</tr></thead>\n<tbody>\n");
    }

    /// <summary>Writes the end of a table.</summary>
    internal Html Foot() => Markup("</tbody></table></div>\n");

    /// <inheritdoc/>
    public override string ToString() => _page.ToString();

    private static string Encode(string text)
    {
        // Characters that no page may hold become the sign for them.
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            clean.Append(Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? "\uFFFD" : rune.ToString());
        return WebUtility.HtmlEncode(clean.ToString());
    }
}
