using System.Buffers;

namespace Wireroom.Wire.Html;

/// <summary>
/// Reads the HTML that most feeds send, paragraphs with a little emphasis and links, without building a tree: some twenty times
/// as fast. Anything else, and anything not plainly well formed, it leaves to the parser; what it reads, it reads as the parser would.
/// </summary>
internal sealed class SimpleHtml
{
    private const int DeepestNesting = 16;

    private static readonly SearchValues<char> Letters = SearchValues.Create("#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\n/");

    private readonly Uri? baseAddress;
    private readonly List<WireBlock> blocks = [];
    private readonly RunBuilder runs = new();
    private readonly Open[] open = new Open[DeepestNesting];
    private int depth;

    private SimpleHtml(Uri? baseAddress) => this.baseAddress = baseAddress;

    private WireStyle Style => depth > 0 ? open[depth - 1].Style : WireStyle.None;

    private string? Href => depth > 0 ? open[depth - 1].Href : null;

    /// <summary>The blocks, or null where the markup is not simple.</summary>
    internal static IReadOnlyList<WireBlock>? TryRead(ReadOnlySpan<char> html, Uri? baseAddress)
    {
        var reader = new SimpleHtml(baseAddress);
        return reader.Read(html) ? reader.blocks : null;
    }

    private bool Read(ReadOnlySpan<char> html)
    {
        while (html.Length > 0)
        {
            var tag = html.IndexOf('<');
            if (!Text(tag < 0 ? html : html[..tag]))
            {
                return false;
            }

            if (tag < 0)
            {
                break;
            }

            html = html[(tag + 1)..];
            var end = html.IndexOf('>');
            if (end < 1 || !Tag(html[..end]))
            {
                return false;
            }

            html = html[(end + 1)..];
        }

        if (depth > 0)
        {
            return false;
        }

        Paragraph();
        return true;
    }

    private bool Text(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('&', '\0') < 0)
        {
            runs.Append(text, Style, Href);
            return true;
        }

        if (text.Contains('\0') || !ReferencesAreWhole(text))
        {
            return false;
        }

        runs.Append(HtmlText.Decode(text.ToString()), Style, Href);
        return true;
    }

    /// <summary>True where every ampersand begins a reference with its semicolon, or stands before a space; HTML knows stranger ones.</summary>
    private static bool ReferencesAreWhole(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('&'); at >= 0; at = text.IndexOf('&'))
        {
            text = text[(at + 1)..];
            var length = text.IndexOfAnyExcept(Letters);
            if (length < 0 || (text[length] != ';' && !(length == 0 && text[0] is ' ' or '\n')))
            {
                return false;
            }

            if (text[length] == ';' && text[0] != '#' && HtmlText.Entity(text[..length].ToString()) is null)
            {
                return false;
            }
        }

        return true;
    }

    private bool Tag(ReadOnlySpan<char> tag)
    {
        if (tag[0] == '/')
        {
            return Close(tag[1..]);
        }

        var length = tag.IndexOfAny(EndOfName);
        var name = length < 0 ? tag : tag[..length];
        var rest = length < 0 ? default : tag[length..];
        var isBreak = name is "br";
        if (rest.Count('"') % 2 != 0 || rest.Contains('\'') || (!isBreak && rest is [.., '/']))
        {
            return false;
        }

        switch (name)
        {
            case "br":
                if (!runs.Break())
                {
                    Paragraph();
                }

                return true;
            case "p" or "div":
                // A block within emphasis, or a paragraph within a paragraph, is for the parser.
                if (rest.Contains("embed", StringComparison.OrdinalIgnoreCase) || !OnlyDivisionsAreOpen())
                {
                    return false;
                }

                Paragraph();
                return Push(name is "p" ? "p" : "div", WireStyle.None, null);
            case "b":
                return Push("b", Style | WireStyle.Bold, Href);
            case "strong":
                return Push("strong", Style | WireStyle.Bold, Href);
            case "i":
                return Push("i", Style | WireStyle.Italic, Href);
            case "em":
                return Push("em", Style | WireStyle.Italic, Href);
            case "sup":
                return Push("sup", Style | WireStyle.Superscript, Href);
            case "sub":
                return Push("sub", Style | WireStyle.Subscript, Href);
            case "span":
                return Push("span", Style, Href);
            case "a":
                return Link(rest);
            default:
                return false;
        }
    }

    private bool Link(ReadOnlySpan<char> attributes)
    {
        for (var at = 0; at < depth; at++)
        {
            if (open[at].Name == "a")
            {
                return false;
            }
        }

        var start = attributes.IndexOf(" href=\"", StringComparison.Ordinal);
        if (start < 0 || attributes[..start].Contains('"'))
        {
            // Only an address that comes first is surely an attribute and no part of another.
            return false;
        }

        var address = attributes[(start + 7)..];
        address = address[..address.IndexOf('"')];
        return Push("a", Style, SafeAddress.Link(address.Contains('&') ? HtmlText.Decode(address.ToString()) : address.ToString(), baseAddress) ?? Href);
    }

    private bool OnlyDivisionsAreOpen()
    {
        for (var at = 0; at < depth; at++)
        {
            if (open[at].Name != "div")
            {
                return false;
            }
        }

        return true;
    }

    private bool Push(string name, WireStyle style, string? href)
    {
        if (depth == DeepestNesting)
        {
            return false;
        }

        open[depth++] = new Open(name, style, href);
        return true;
    }

    private bool Close(ReadOnlySpan<char> name)
    {
        if (depth == 0 || !name.SequenceEqual(open[depth - 1].Name))
        {
            return false;
        }

        depth--;
        if (open[depth].Name is "p" or "div")
        {
            Paragraph();
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

    private readonly record struct Open(string Name, WireStyle Style, string? Href);
}
