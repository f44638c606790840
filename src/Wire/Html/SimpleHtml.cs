using System.Text;

namespace Wireroom.Wire.Html;

/// <summary>
/// Reads the HTML that most feeds send, paragraphs, headings, lists, quotations and pictures, without building a tree: some twenty
/// times as fast. Anything else, and anything not plainly well formed, it leaves to the parser; what it reads, it reads as the parser would.
/// </summary>
internal sealed partial class SimpleHtml
{
    private const int DeepestNesting = 32;

    // One reader a thread is kept, so that a feed of a thousand bodies needs one.
    [ThreadStatic]
    private static SimpleHtml? spare;

    private readonly RunBuilder runs = new();
    private readonly List<WireBlock> blocks = [];
    private readonly Frame[] open = new Frame[DeepestNesting];
    private readonly List<(string Name, string Value)> attributes = [];
    private readonly Func<string, string?> attribute;
    private Uri? baseAddress;
    private int depth;
    private int quotes;
    private List<WireMedia>? figure;
    private StringBuilder? caption;
    private bool captioned;
    private string words = "";

    private SimpleHtml() => attribute = AttributeOf;

    private WireStyle Style => depth > 0 ? open[depth - 1].Style : WireStyle.None;

    private string? Href => depth > 0 ? open[depth - 1].Href : null;

    private SimpleKind? Innermost => depth > 0 ? open[depth - 1].Element.Kind : null;

    /// <summary>The blocks, or null where the markup is not simple.</summary>
    internal static IReadOnlyList<WireBlock>? TryRead(ReadOnlySpan<char> html, Uri? baseAddress)
    {
        var reader = spare ?? new SimpleHtml();
        spare = null;
        reader.baseAddress = baseAddress;
        IReadOnlyList<WireBlock>? read = reader.Read(html) ? [.. reader.blocks] : null;
        reader.Reset();
        spare = reader;
        return read;
    }

    private void Reset()
    {
        blocks.Clear();
        runs.Reset();
        attributes.Clear();
        Array.Clear(open);
        (depth, quotes, figure, caption, captioned, words, baseAddress) = (0, 0, null, null, false, "", null);
    }

    private bool Read(ReadOnlySpan<char> html)
    {
        while (html.Length > 0)
        {
            var tag = html.IndexOf('<');
            if (tag > 0 && !Text(html[..tag]))
            {
                return false;
            }

            if (tag < 0)
            {
                if (!Text(html))
                {
                    return false;
                }

                break;
            }

            html = html[(tag + 1)..];
            if (html.IsEmpty || !Markup(ref html))
            {
                return false;
            }
        }

        while (depth > 0)
        {
            // What is open at the end ends there.
            if (!Pop())
            {
                return false;
            }
        }

        Paragraph();
        return true;
    }

    private bool Markup(ref ReadOnlySpan<char> html)
    {
        if (html[0] == '/')
        {
            var end = html.IndexOf('>');
            if (end < 2 || !End(html[1..end]))
            {
                return false;
            }

            html = html[(end + 1)..];
            return true;
        }

        return html[0] == '!' ? Comment(ref html) : char.IsAsciiLetter(html[0]) && Start(ref html);
    }

    private static bool Comment(ref ReadOnlySpan<char> html)
    {
        // HTML, section 13.2.5.43 and following: some comments end early.
        if (!html.StartsWith("!--") || html[3..] is ['>', ..] or ['-', '>', ..])
        {
            return false;
        }

        var end = html[3..].IndexOf("-->");
        if (end < 0 || html.Slice(3, end).IndexOf("--!>") >= 0)
        {
            return false;
        }

        html = html[(end + 6)..];
        return true;
    }

    private bool Text(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('&', '\0') >= 0)
        {
            if (text.Contains('\0') || !ReferencesAreWhole(text))
            {
                return false;
            }

            text = HtmlText.Decode(text.ToString());
        }

        if (caption is not null)
        {
            caption.Append(text);
            return true;
        }

        if (figure is not null || Innermost == SimpleKind.List)
        {
            // Words between the items of a list, or beside a picture and its caption, are for the parser.
            return text.IndexOfAnyExcept(" \t\n\r\f") < 0;
        }

        runs.Append(text, Style, Href);
        return true;
    }

    private static bool ReferencesAreWhole(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('&'); at >= 0; at = text.IndexOf('&'))
        {
            text = text[(at + 1)..];
            if (!SimpleTag.IsWhole(text))
            {
                return false;
            }
        }

        return true;
    }

    private void Paragraph()
    {
        if (runs.Take() is { } taken)
        {
            blocks.Add(new WireParagraph(taken));
        }
    }
}
