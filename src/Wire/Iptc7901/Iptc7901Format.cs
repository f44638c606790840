namespace Wireroom.Wire.Iptc7901;

/// <summary>The IPTC Recommended Message Format (IPTC 7901, fifth edition, 1995).</summary>
public sealed class Iptc7901Format : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "iptc7901";

    /// <inheritdoc/>
    public override string Title => "IPTC 7901";

    /// <inheritdoc/>
    public override string MediaType => "text/plain";

    /// <inheritdoc/>
    public override string Extension => "iptc";

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "version", "signal", "urgency", "priority", "slugline", "headlines", "dateline", "located", "byline", "credit", "sources", "provider", "sequence",
        "take-key", "ed-note", "embargo", "version-created", "subjects", "keywords", "word-count", "body", "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => Iptc7901Writer.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole) => Iptc7901Header.Recognise(head, whole);

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => Iptc7901Reader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => Iptc7901Writer.Write(items, destination);
}
