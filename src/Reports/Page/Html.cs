using System.Net;
using System.Text;
using Simulator.Reports.Charts;
using Simulator.Reports.Drawing;

namespace Simulator.Reports.Page;

/// <summary>HTML as it is put together: everything that is not markup of this program goes through <see cref="Text"/>.</summary>
internal sealed class Html
{
    private readonly StringBuilder _page = new();

    /// <summary>A page up to the beginning of its body: it needs no other file and runs nothing.</summary>
    internal static Html Begin(string title)
    {
        var html = new Html();
        html.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        return html.Element("title", title).Markup($"\n<style>\n{Style()}</style>\n</head>\n<body>\n");
    }

    /// <summary>The whole page, with its end.</summary>
    internal string End() => Markup("</body>\n</html>\n").ToString();

    /// <summary>Writes a chart with its title and caption as text.</summary>
    internal void WriteChart(Chart chart)
    {
        Markup("<figure>").Element("h3", chart.Title).Markup("<div class=\"chart\">");
        Markup(new Sheet(chart, IsFramed: false).Svg());
        Markup("</div>").Element("figcaption", chart.Caption).Markup("</figure>\n");
    }

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

    private static string Style()
    {
        using Stream stream = typeof(Html).Assembly.GetManifestResourceStream("page.css")
            ?? throw new InvalidOperationException("the page's style is missing from the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Encode(string text)
    {
        // Characters that no page may hold become the sign for them.
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            clean.Append(Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? "\uFFFD" : rune.ToString());
        return WebUtility.HtmlEncode(clean.ToString());
    }
}
