using System.Buffers;

namespace Wireroom.Wire.Html;

/// <summary>
/// A bound for hostile markup. The tree construction of HTML takes time in the square of the open elements, so a fragment
/// that opens far more elements than it closes is read as its bare text.
/// </summary>
internal static class HtmlNesting
{
    private const int DeepestNesting = 400;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("> \t\r\n/");

    internal static string Flatten(string markup)
    {
        var open = 0;
        var deepest = 0;
        for (var at = markup.IndexOf('<'); at >= 0 && at + 1 < markup.Length; at = markup.IndexOf('<', at + 1))
        {
            var start = at + 1;
            var next = markup[start];
            if (next == '/')
            {
                open = Math.Max(0, open - 1);
            }
            else if (char.IsAsciiLetter(next) && !ClosesItself(markup.AsSpan(start)))
            {
                deepest = Math.Max(deepest, ++open);
            }

            // What stands within a tag is no tag: "<p</div>" opens an element and closes none.
            at = next == '/' || char.IsAsciiLetter(next) ? markup.IndexOf('>', start) : at;
            if (at < 0)
            {
                break;
            }
        }

        return deepest > DeepestNesting ? HtmlText.Encode(HtmlText.WithoutTags(markup)) : markup;
    }

    /// <summary>Elements that are never closed, or whose end tag is commonly left out (HTML, section 13.1.2.4).</summary>
    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var length = tag[..Math.Min(tag.Length, 9)].IndexOfAny(EndOfName);
        Span<char> name = stackalloc char[8];
        if (length is < 1 or > 8)
        {
            return false;
        }

        tag[..length].ToLowerInvariant(name);
        return name[..length] is "br" or "img" or "hr" or "wbr" or "input" or "meta" or "link" or "source" or "embed" or "col" or "area" or "param" or "track"
            or "p" or "li" or "td" or "th" or "tr" or "dt" or "dd" or "option" or "tbody" or "thead" or "tfoot";
    }
}
