using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Wireroom.Wire.Html;

/// <summary>
/// The way from HTML to blocks and back. Only text, links and addresses come through: scripts, styles, event handlers and
/// frames have no block to stand in. Never throws, whatever the markup.
/// </summary>
public static class HtmlBody
{
    /// <summary>Longest fragment that is parsed, in characters; what follows is cut off.</summary>
    public const int LongestFragment = 8 * 1024 * 1024;

    /// <summary>
    /// Reads a fragment (or a whole page's markup) as blocks. A text without any tag is plain text: blank lines part its paragraphs.
    /// Relative addresses are resolved against <paramref name="baseAddress"/>, or lost where there is none.
    /// </summary>
    public static IReadOnlyList<WireBlock> Read(string? html, Uri? baseAddress = null)
    {
        if (string.IsNullOrWhiteSpace(html))
        {
            return [];
        }

        if (!LooksLikeMarkup(html))
        {
            return PlainText.Read(HtmlText.Decode(html));
        }

        var markup = html.Length > LongestFragment ? html[..LongestFragment] : html;
        return SimpleHtml.TryRead(markup, baseAddress) ?? Read(Parse(markup), baseAddress);
    }

    /// <summary>Reads the children of a parsed node as blocks.</summary>
    public static IReadOnlyList<WireBlock> Read(INode root, Uri? baseAddress = null)
    {
        var builder = new BlockBuilder(baseAddress);
        builder.Children(root, WireStyle.None, null);
        return builder.Finish();
    }

    /// <summary>Writes blocks as an HTML fragment; every text is escaped.</summary>
    public static string Write(IReadOnlyList<WireBlock> blocks) => HtmlWriter.Write(blocks);

    /// <summary>True where the text holds something that a browser would take for a tag or a comment.</summary>
    internal static bool LooksLikeMarkup(ReadOnlySpan<char> text)
    {
        var lastEnd = -2;
        for (var at = text.IndexOf('<'); at >= 0;)
        {
            // A declaration that nothing closes is copy about declarations; a tag that nothing closes was cut short.
            if (at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' || (OpensDeclaration(text[(at + 1)..]) && (lastEnd = lastEnd == -2 ? text.LastIndexOf('>') : lastEnd) > at)))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    internal static INode Parse(string markup)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false });
        return parser.ParseDocument(HtmlNesting.Flatten(Literal(markup))).Body!;
    }

    /// <summary>
    /// A less-than sign and an exclamation mark that begin neither a comment nor a DTD nor a CDATA section are copy. HTML (section
    /// 13.2.5.42) would take all up to the next greater-than sign for a comment, and it would be lost.
    /// </summary>
    private static string Literal(string markup)
    {
        StringBuilder? literal = null;
        var from = 0;
        for (var at = markup.IndexOf("<!", StringComparison.Ordinal); at >= 0; at = markup.IndexOf("<!", at + 2, StringComparison.Ordinal))
        {
            if (!OpensDeclaration(markup.AsSpan(at + 1)))
            {
                (literal ??= new StringBuilder(markup.Length)).Append(markup, from, at - from).Append("&lt;");
                from = at + 1;
            }
        }

        return literal is null ? markup : literal.Append(markup, from, markup.Length - from).ToString();
    }

    private static bool OpensDeclaration(ReadOnlySpan<char> afterLessThan) => afterLessThan is ['!', '-' or '[' or 'D' or 'd', ..];
}
