using System.Text;
using System.Text.RegularExpressions;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Wxr;

/// <summary>
/// Reads a post's content as WordPress shows it: blank lines part the paragraphs of classic posts, comments mark the blocks of newer
/// ones, shortcodes are pictures and embeds, or are removed visibly.
/// </summary>
internal sealed partial class WxrCopy(string content, Uri? address, WxrSite site, IReadOnlyList<WxrAttachment> files, Action<string, string?> drop)
{
    private const int DeepestShortcode = 8;

    private static readonly string[] Whole = ["pre", "script", "style", "textarea", "figure"];

    internal IReadOnlyList<WireBlock> Read()
    {
        var markup = content.Length > HtmlBody.LongestFragment ? content[..HtmlBody.LongestFragment] : content;
        markup = markup.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var isOfBlocks = markup.Contains("<!-- wp:", StringComparison.Ordinal);
        if (isOfBlocks)
        {
            foreach (Match dynamic in DynamicBlock().Matches(markup))
            {
                drop($"block.{dynamic.Groups["name"].Value}", dynamic.Groups["data"].Value.Trim());
            }
        }

        markup = Shortcodes(markup, 0);
        return [.. HtmlBody.Read(isOfBlocks ? markup : Paragraphs(markup), address).Select(Embedded)];
    }

    /// <summary>An address that stands alone is shown as what it leads to.</summary>
    private static WireBlock Embedded(WireBlock block) =>
        block is WireParagraph { Runs: [{ Style: WireStyle.None } run] } && run.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !run.Text.Any(char.IsWhiteSpace) && run.Href is null or { Length: > 0 } && (run.Href is null || run.Href == run.Text)
            && SafeAddress.File(run.Text, null) is { } href ? new WireEmbed(href) : block;

    private string Shortcodes(string markup, int depth)
    {
        var endless = new HashSet<string>(StringComparer.Ordinal);
        if (depth > DeepestShortcode || !markup.Contains('[', StringComparison.Ordinal))
        {
            return markup;
        }

        var built = new StringBuilder(markup.Length);
        var at = 0;
        while (at < markup.Length)
        {
            var open = markup.IndexOf('[', at);
            if (open < 0)
            {
                break;
            }

            built.Append(markup, at, open - at);
            at = open + Shortcode(markup, open, depth, endless, built);
        }

        return built.Append(markup, at, markup.Length - at).ToString();
    }

    /// <summary>Puts what a shortcode stands for in its place, and returns how many characters it took.</summary>
    private int Shortcode(string markup, int open, int depth, HashSet<string> endless, StringBuilder built)
    {
        var tag = Tag().Match(markup, open, Math.Min(markup.Length - open, 4000));
        if (!tag.Success)
        {
            built.Append('[');
            return 1;
        }

        if (open + 1 < markup.Length && markup[open + 1] == '[')
        {
            // Escaped: shown as it stands, in single brackets.
            var end = endless.Contains("]]") ? -1 : markup.IndexOf("]]", open, StringComparison.Ordinal);
            if (end < 0)
            {
                endless.Add("]]");
            }

            var length = end < 0 ? 2 : end + 2 - open;
            built.Append(end < 0 ? "[" : markup.AsSpan(open + 1, length - 2));
            return length;
        }

        var name = tag.Groups["name"].Value;
        var attributes = tag.Groups["attributes"].Value;
        var start = open + tag.Length;
        var close = tag.Groups["empty"].Success || endless.Contains(name) ? -1 : markup.IndexOf($"[/{name}]", start, StringComparison.Ordinal);
        if (close < 0 && !tag.Groups["empty"].Success)
        {
            // Looked for once only: hostile copy may open a million.
            endless.Add(name);
        }

        if (!IsShortcode(name, attributes, close >= 0))
        {
            built.Append('[');
            return 1;
        }

        var inside = close < 0 ? "" : markup[start..close];
        built.Append(Meaning(name, attributes, inside, tag.Value, depth));
        return close < 0 ? tag.Length : close + name.Length + 3 - open;
    }

    /// <summary>Words in brackets are copy, unless WordPress has such a shortcode, or they have attributes, an end, or a name that is no word.</summary>
    private static bool IsShortcode(string name, string attributes, bool hasEnd) =>
        hasEnd || name is "caption" or "wp_caption" or "gallery" or "embed" or "audio" or "video" or "playlist" || name.Contains('_', StringComparison.Ordinal) || Attribute().IsMatch(attributes);

    private string Meaning(string name, string attributes, string inside, string tag, int depth)
    {
        switch (name)
        {
            case "caption" or "wp_caption":
                return Caption(attributes, inside);
            case "gallery":
                return Gallery(attributes);
            case "embed" or "youtube" or "vimeo" or "tweet" or "instagram" or "soundcloud" or "video" or "audio" when Source(attributes, inside) is { } source:
                return $"\n\n<iframe src=\"{HtmlText.Encode(source)}\"></iframe>\n\n";
            default:
                drop($"shortcode.{name}", tag);
                return Shortcodes(inside, depth + 1);
        }
    }

    /// <summary>A picture with its caption, which stands behind it, or in older posts in an attribute.</summary>
    private string Caption(string attributes, string inside)
    {
        var picture = Picture().Match(inside);
        var caption = Value(attributes, "caption") is { } words ? HtmlText.Decode(words) : picture.Success ? inside[(picture.Index + picture.Length)..] : inside;
        return picture.Success ? $"\n\n<figure>{picture.Value}<figcaption>{caption.Trim()}</figcaption></figure>\n\n" : inside;
    }

    /// <summary>The pictures that a gallery names, or all that were uploaded to the post.</summary>
    private string Gallery(string attributes)
    {
        var built = new StringBuilder("\n\n");
        var ids = Value(attributes, "ids") ?? Value(attributes, "include");
        var shown = ids is null ? files.Where(file => file.Media.Kind == "picture").ToList() : [.. ids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(site.File).OfType<WxrAttachment>()];
        drop("shortcode.gallery", shown.Count == 0 ? $"[gallery{attributes}]" : null);
        foreach (var media in shown.Select(file => file.Media).Where(media => media.Href is not null))
        {
            built.Append("<figure><img src=\"").Append(HtmlText.Encode(media.Href!)).Append('"');
            built.Append(media.AltText is null ? "" : $" alt=\"{HtmlText.Encode(media.AltText)}\"").Append('>');
            built.Append(media.Caption is null ? "" : $"<figcaption>{HtmlText.Encode(media.Caption)}</figcaption>").Append("</figure>");
        }

        return built.Append("\n\n").ToString();
    }

    private static string? Source(string attributes, string inside)
    {
        foreach (var name in (string[])["src", "url", "mp4", "webm", "ogv", "m4v", "mp3", "m4a", "ogg", "wav", "flv"])
        {
            if (SafeAddress.File(Value(attributes, name), null) is { } address)
            {
                return address;
            }
        }

        return SafeAddress.File(HtmlText.Decode(inside.Trim()), null) ?? SafeAddress.File(attributes.Trim(' ', '=', '"'), null);
    }

    private static string? Value(string attributes, string name) =>
        Attribute().Matches(attributes).FirstOrDefault(match => match.Groups["key"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? found.Groups["value"].Value.Trim('"', '\'', '\u201D', '\u2033') : null;

    /// <summary>
    /// Classic posts are half text, half HTML: blank lines part paragraphs, and line ends within them are breaks. What stands in
    /// preformatted copy or begins with a block of its own is left as it is.
    /// </summary>
    private static string Paragraphs(string markup)
    {
        var built = new StringBuilder(markup.Length + 64);
        foreach (var (piece, isCopy) in Pieces(StrayOpen().Replace(markup, "&lt;")))
        {
            if (!isCopy)
            {
                built.Append(piece);
                continue;
            }

            foreach (var part in BlankLine().Split(BlockTag().Replace(piece, "\n\n$0\n\n")))
            {
                var text = part.Trim('\n', ' ', '\t');
                if (text.Length == 0)
                {
                    continue;
                }

                if (BlockTag().Match(text) is { Success: true, Index: 0 } block && block.Length == text.Length)
                {
                    built.Append(text);
                }
                else
                {
                    built.Append("<div>").Append(text.Replace("\n", "<br>", StringComparison.Ordinal)).Append("</div>");
                }
            }
        }

        return built.ToString();
    }

    /// <summary>The markup parted at elements whose line ends are no breaks. An element without an end is none of them.</summary>
    private static List<(string Text, bool IsCopy)> Pieces(string markup)
    {
        var pieces = new List<(string, bool)>();
        var endless = new HashSet<string>(StringComparer.Ordinal);
        var from = 0;
        for (var open = markup.IndexOf('<', StringComparison.Ordinal); open >= 0; open = open + 1 < markup.Length ? markup.IndexOf('<', open + 1) : -1)
        {
            var name = Whole.FirstOrDefault(name => string.Compare(markup, open + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && open + 1 + name.Length < markup.Length && !char.IsAsciiLetterOrDigit(markup[open + 1 + name.Length]));
            var close = name is null || endless.Contains(name) ? -1 : markup.IndexOf($"</{name}>", open, StringComparison.OrdinalIgnoreCase);
            if (close < 0)
            {
                endless.Add(name ?? "");
                continue;
            }

            pieces.Add((markup[from..open], true));
            from = close + name!.Length + 3;
            pieces.Add((markup[open..from], false));
            open = from - 1;
        }

        pieces.Add((markup[from..], true));
        return pieces;
    }

    [GeneratedRegex(@"<!--\s+wp:(?<name>[a-z][a-z0-9/-]*)(?<data>\s+\{[^<>]*\})?\s+/-->")]
    private static partial Regex DynamicBlock();

    [GeneratedRegex(@"\G\[\[?(?<name>[A-Za-z][A-Za-z0-9_-]*)(?<attributes>(?:[\s=][^\[\]]*?)?)(?<empty>/)?\]\]?")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<key>[A-Za-z_][\w-]*)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"']+)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"</?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|blockquote|figure|figcaption|section|article|aside|header|footer|main|nav|hr|form|fieldset|address|details|summary|iframe|video|audio|object)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    // A less-than sign that opens no tag would swallow the end of the paragraph that it stands in.
    [GeneratedRegex(@"<(?![^<>]*>)")]
    private static partial Regex StrayOpen();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLine();
}
