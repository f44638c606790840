using System.Text;

namespace Wireroom.Wire.Page;

/// <summary>A news page as HTML, saved or fetched: its story, and the stories that it points to as briefs.</summary>
public sealed class PageFormat : WireFormat
{
    /// <summary>Longest page that is read, in bytes.</summary>
    public const int LongestPage = 24 * 1024 * 1024;

    private static readonly System.Buffers.SearchValues<char> EndOfName = System.Buffers.SearchValues.Create("> \t\r\n/");

    /// <inheritdoc/>
    public override string Name => "page";

    /// <inheritdoc/>
    public override string Title => "News page (HTML)";

    /// <inheritdoc/>
    public override string MediaType => "text/html";

    /// <inheritdoc/>
    public override string Extension => "html";

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var text = head is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(head[2..]) : head is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(head[2..]) : Encoding.Latin1.GetString(head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head);
        var at = text.AsSpan().TrimStart();
        // Comments, an XML declaration and the doctype may stand before the first element.
        while (at.Length > 1 && at[0] == '<' && at[1] is '!' or '?')
        {
            if (at.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
                return Recognition.Yes;
            if (at.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
                return Recognition.No;
            var comment = at.StartsWith("<!--", StringComparison.Ordinal);
            var end = at.IndexOf(comment ? "-->" : ">", StringComparison.Ordinal);
            if (end < 0)
                return whole ? Recognition.No : Recognition.NotYet;
            at = at[(end + (comment ? 3 : 1))..].TrimStart();
        }

        if (at.Length < 6 && !whole)
            return Recognition.NotYet;
        if (at.IsEmpty || at[0] != '<')
            return Recognition.No;
        var length = at[1..].IndexOfAny(EndOfName);
        if (length < 0)
            return whole || at.Length > 40 ? Recognition.No : Recognition.NotYet;
        return at.Slice(1, length).ToString().ToLowerInvariant() is "html" or "head" or "body" or "title" or "meta" or "link" or "base" or "main" or "article" or "section" or "header" or "nav" or "div" or "p" or "h1" or "h2" or "figure" or "table" or "center"
            ? Recognition.Yes : Recognition.No;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "headlines", "standfirst", "dateline", "byline", "credit", "sources", "provider", "version-created", "published", "language", "genre",
        "subjects", "keywords", "link", "body", "media",
    ];

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink)
    {
        if (PageText.Of(input, LongestPage, sink) is { } text)
            new PageReader(input, sink).Read(text);
    }
}
