using System.Text;
using System.Text.RegularExpressions;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// Texts of the metadata: labels on one line, blocks with their line ends (NewsML-G2 2.35, Label1Type, BlockType), and names in the
/// language of the item where there are several.
/// </summary>
internal static partial class NewsMlG2Text
{
    /// <summary>A text on one line; null where there is none.</summary>
    internal static string? Line(XmlElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var line = element.Children.Count > 0 ? Spaces.Collapse(Flow(element)) : HoldsMarkup(element.RawText) ? HtmlText.Line(element.RawText) : Spaces.Collapse(element.RawText);
        return line.Length > 0 ? line : null;
    }

    /// <summary>A text whose breaks are line ends and whose paragraphs are parted by blank lines; null where there is none.</summary>
    internal static string? Block(XmlElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = HoldsMarkup(element.RawText) && element.Children.Count == 0 ? PlainText.Write(HtmlBody.Read(element.RawText)) : Flow(element);
        return text.Length > 0 ? text : null;
    }

    /// <summary>A script or shot list: where nothing in it marks the ends of its lines, they are those of the file.</summary>
    internal static string? Lines(XmlElement element) => element.Children.Count > 0 || HoldsMarkup(element.RawText) || !element.RawText.Trim().Contains('\n', StringComparison.Ordinal)
        ? Block(element)
        : NewsMlG2Out.Normal(element.RawText) is { Length: > 0 } lines ? lines : null;

    /// <summary>The name of a concept in the language sought, or the next best; null where it has none.</summary>
    internal static string? Name(XmlElement? concept, string? language)
    {
        string? best = null;
        var least = int.MaxValue;
        foreach (var name in concept?.Children ?? [])
        {
            if (name.Name == "name" && Line(name) is { } text && (Distance(name.Language, language) * 4) + Rank(name) is var distance && distance < least)
            {
                (best, least) = (text, distance);
            }
        }

        return best;
    }

    /// <summary>How far a language is from the one sought: 0 the same, 1 a sister, 2 unsaid, 3 English, 4 another.</summary>
    internal static int Distance(string? language, string? sought)
    {
        if (language is null || sought is null)
        {
            return language is null ? 2 : IsEnglish(language) ? 3 : 4;
        }

        return language.Equals(sought, StringComparison.OrdinalIgnoreCase) ? 0 : Primary(language).Equals(Primary(sought), StringComparison.OrdinalIgnoreCase) ? 1 : IsEnglish(language) ? 3 : 4;
    }

    private static bool IsEnglish(string language) => Primary(language).Equals("en", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Primary(string language) => language.AsSpan(0, language.IndexOf('-') is var dash and > 0 ? dash : language.Length);

    /// <summary>A name without role or part is the whole name.</summary>
    private static int Rank(XmlElement name) => name["part"] is not null || name["parturi"] is not null ? 3
        : (name["role"] ?? name["roleuri"]) is not { } role ? 0
        : role.EndsWith("full", StringComparison.OrdinalIgnoreCase) || role.EndsWith("display", StringComparison.OrdinalIgnoreCase) || role.EndsWith("main", StringComparison.OrdinalIgnoreCase) ? 1 : 2;

    /// <summary>True for HTML that was sent as text: it closes an element of HTML's, or breaks a line. An address between angle brackets is none.</summary>
    internal static bool HoldsMarkup(string text) => text.Contains('<', StringComparison.Ordinal) && Tag().IsMatch(text);

    [GeneratedRegex("</(?:p|b|i|u|a|em|strong|span|div|h[1-6]|li|ul|ol|td|tr|table|sup|sub|pre|blockquote|section|article)\\s*>|<br\\s*/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    private static string Flow(XmlElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString().Trim();
    }

    private static void Append(XmlElement element, StringBuilder text)
    {
        Text(element.Head, text);
        foreach (var child in element.Children)
        {
            switch (child.LocalName)
            {
                case "br":
                    Break(text, 1);
                    break;
                case "rt" or "rp" or "script" or "style":
                    break;
                case "p" or "div" or "section" or "header" or "footer" or "ul" or "ol" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    Paragraph(text);
                    Append(child, text);
                    Paragraph(text);
                    break;
                case "li" or "tr":
                    Break(text, text.Length == 0 || text[^1] == '\n' ? 0 : 1);
                    Append(child, text);
                    break;
                default:
                    Append(child, text);
                    break;
            }

            Text(child.Tail, text);
        }
    }

    private static void Paragraph(StringBuilder text)
    {
        TrimEnd(text);
        while (text.Length > 0 && !(text.Length > 1 && text[^1] == '\n' && text[^2] == '\n'))
        {
            text.Append('\n');
        }
    }

    private static void Break(StringBuilder text, int count)
    {
        TrimEnd(text);
        if (count > 0 && text.Length > 0 && !(text.Length > 1 && text[^1] == '\n' && text[^2] == '\n'))
        {
            text.Append('\n');
        }
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }

    /// <summary>Line ends of the document are spaces; blank lines part paragraphs.</summary>
    private static void Text(string? piece, StringBuilder text)
    {
        var lines = 0;
        var space = false;
        foreach (var c in piece ?? "")
        {
            if (Spaces.IsWhite(c))
            {
                lines += c == '\n' ? 1 : 0;
                space = true;
                continue;
            }

            Space(space, lines, text);
            (lines, space) = (0, false);
            text.Append(c);
        }

        Space(space, Math.Min(lines, 1), text);
    }

    private static void Space(bool space, int lines, StringBuilder text)
    {
        if (lines > 1)
        {
            Paragraph(text);
        }
        else if (space && text.Length > 0 && text[^1] is not ('\n' or ' '))
        {
            text.Append(' ');
        }
    }
}
