using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Wxr;

/// <summary>Exports of WordPress (WXR 1.0 to 1.2): RSS with the site's own records in it.</summary>
public sealed class WxrFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "wxr";

    /// <inheritdoc/>
    public override string Title => "WordPress WXR 1.2";

    /// <inheritdoc/>
    public override string MediaType => "application/rss+xml";

    /// <inheritdoc/>
    public override string Extension => "xml";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "signal", "pub-status", "slugline", "headlines", "standfirst", "byline", "provider", "embargo", "created", "version-created",
        "published", "language", "subjects", "places", "keywords", "link", "body", "media",
    ];

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var root = XmlRoot.Of(head, whole);
        if (root.Found != Recognition.Yes || !root.Name.Equals("rss", StringComparison.OrdinalIgnoreCase))
        {
            return root.Found == Recognition.Yes ? Recognition.No : root.Found;
        }

        // The namespace of the export stands on the root or the channel; articles may speak of it further down.
        var item = head.IndexOf("<item"u8);
        var above = item < 0 ? head : head[..item];
        return above.IndexOf("wordpress.org/export/"u8) >= 0 || above.IndexOf("<wp:wxr_version"u8) >= 0 ? Recognition.Yes
            : item >= 0 || whole ? Recognition.No : Recognition.NotYet;
    }

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => WxrReader.Read(input, sink);
}
