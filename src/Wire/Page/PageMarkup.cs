using System.Buffers;
using System.Text;

namespace Wireroom.Wire.Page;

/// <summary>
/// Brings a page's markup within bounds before it is parsed: scripts (but for their data), styles, drawings and comments go, nesting is kept
/// shallow and the number of elements small. One pass; the time that tree construction takes grows with nesting, so it must not be hostile.
/// </summary>
internal sealed class PageMarkup
{
    /// <summary>Deepest nesting that is kept (the text of what is deeper stays); most elements and characters, after which the page is cut.</summary>
    public const int Deepest = 100, MostElements = 6_000, MostCharacters = 4_000_000;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("> \t\r\n\f/<");

    private readonly string source;
    private readonly StringBuilder kept;
    private readonly List<string> open = [];
    private readonly Dictionary<string, int> dropped = new(StringComparer.Ordinal);
    private int elements;

    private PageMarkup(string source)
    {
        this.source = source;
        kept = new StringBuilder(source.Length);
    }

    /// <summary>True where the page was cut.</summary>
    public bool Cut => elements > MostElements || kept.Length > MostCharacters;

    public static string Bound(string source, out bool cut)
    {
        var markup = new PageMarkup(source);
        markup.Walk();
        cut = markup.Cut;
        return markup.kept.ToString();
    }

    private void Walk()
    {
        var at = 0;
        while (at < source.Length && !Cut)
        {
            var tag = source.IndexOf('<', at);
            if (tag < 0 || tag + 1 >= source.Length)
            {
                AppendText(at, source.Length);
                return;
            }

            AppendText(at, tag);
            at = source[tag + 1] switch
            {
                '!' or '?' => Declaration(tag),
                '/' => EndTag(tag),
                var letter when char.IsAsciiLetter(letter) => StartTag(tag),
                _ => Literal(tag),
            };
        }
    }

    /// <summary>Text as it stands, but for floods of white space, on which patterns further down would drown.</summary>
    private void AppendText(int from, int to)
    {
        to = Math.Min(to, from + MostCharacters);
        var spaces = 0;
        for (var i = from; i < to; i++)
        {
            spaces = char.IsWhiteSpace(source[i]) ? spaces + 1 : 0;
            if (spaces <= 200)
                kept.Append(source[i]);
        }
    }

    private void AppendSpace()
    {
        if (kept.Length > 0 && kept[^1] != ' ')
            kept.Append(' ');
    }

    private int Literal(int at)
    {
        kept.Append("&lt;");
        return at + 1;
    }

    /// <summary>Comments go, the doctype stays.</summary>
    private int Declaration(int at)
    {
        var comment = string.CompareOrdinal(source, at, "<!--", 0, 4) == 0;
        var end = comment ? source.IndexOf("-->", at + 4, StringComparison.Ordinal) : source.IndexOf('>', at);
        if (end < 0)
            return comment ? source.Length : Literal(at);
        if (!comment && string.Compare(source, at, "<!doctype", 0, 9, StringComparison.OrdinalIgnoreCase) == 0)
            kept.Append("<!doctype html>");
        return end + (comment ? 3 : 1);
    }

    private int EndTag(int at)
    {
        var end = source.IndexOf('>', at);
        if (end < 0)
            return source.Length;
        var name = Name(at + 2);
        // The end tag of an element that was dropped goes with it.
        if (name == "font")
            return end + 1;
        if (dropped.TryGetValue(name, out var count) && count > 0)
        {
            dropped[name] = count - 1;
            AppendSpace();
            return end + 1;
        }

        for (var i = open.Count - 1; i >= Math.Max(0, open.Count - 40); i--)
        {
            if (open[i] != name)
                continue;
            open.RemoveRange(i, open.Count - i);
            break;
        }

        kept.Append("</").Append(name).Append('>');
        return end + 1;
    }

    private int StartTag(int at)
    {
        var name = Name(at + 1);
        var end = EndOfTag(at + 1 + name.Length);
        if (end < 0)
            return source.Length;
        if (name is "script" or "style" or "svg" or "template" or "textarea" or "xmp" or "math")
            return Raw(at, end, name);
        if (name is "plaintext" or "font")
            return end + 1;
        if (name is "p" or "li" or "option" or "dt" or "dd" or "tr" or "td" or "th" && open.Count > 0 && (open[^1] == name || open[^1] == "p"))
            open.RemoveAt(open.Count - 1);
        if (open.Count >= Deepest || ++elements > MostElements)
        {
            AppendSpace();
            if (!IsVoid(name))
                dropped[name] = dropped.GetValueOrDefault(name) + 1;
            return end + 1;
        }

        kept.Append(source, at, end + 1 - at);
        if (!IsVoid(name) && name is not ("html" or "body" or "head"))
            open.Add(name);
        return end + 1;
    }

    private static bool IsVoid(string name) => name is "br" or "img" or "hr" or "wbr" or "input" or "meta" or "link" or "source" or "embed" or "col" or "area" or "param" or "track" or "base" or "frame";

    /// <summary>Elements whose inside is no copy, up to their end tag. JSON-LD is kept: it says who wrote what, and when.</summary>
    private int Raw(int start, int end, string name)
    {
        var close = source.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase);
        var after = close < 0 ? source.Length : source.IndexOf('>', close) is var bracket and >= 0 ? bracket + 1 : source.Length;
        if (name == "script" && close > 0 && source.AsSpan(start, end - start).Contains("ld+json", StringComparison.OrdinalIgnoreCase) && close - end < 512 * 1024)
            kept.Append("<script type=\"application/ld+json\">").Append(source, end + 1, close - end - 1).Append("</script>");
        return after;
    }

    private string Name(int at)
    {
        var length = source.AsSpan(at, Math.Min(40, source.Length - at)).IndexOfAny(EndOfName);
        return length <= 0 ? "x" : source.Substring(at, length).ToLowerInvariant();
    }

    /// <summary>The tag's closing bracket; quoted attributes may hold brackets.</summary>
    private int EndOfTag(int at)
    {
        for (var i = at; i < source.Length; i++)
        {
            if (source[i] == '>')
                return i;
            if (source[i] is '"' or '\'' && i > 0 && source[i - 1] is '=' or ' ')
            {
                i = source.IndexOf(source[i], i + 1);
                if (i < 0)
                    return -1;
            }
        }

        return -1;
    }
}
